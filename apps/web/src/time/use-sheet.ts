import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { LoggedTime } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { weekInput } from "./time-search.ts";
import { useCellWrite } from "./use-cell-write.ts";
import { cellEntries, isStanding, isTypable, rowKey, type SheetRow } from "./week.ts";

/** A place in the sheet. */
export interface CellPlace {
  readonly row: SheetRow;
  readonly day: string;
}

const keyOf = ({ row, day }: CellPlace): string => `${rowKey(row)} ${day}`;

/** What happens in the sheet: where one stands, what is typed there, what was refused, what was logged last. */
export function useSheet(worker: string, week: string) {
  const api = useApi();
  const queries = useQueryClient();
  const [selected, select] = useState<CellPlace | null>(null);
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<{ place: CellPlace; text: string; error: unknown } | null>(null);
  const [logged, setLogged] = useState<LoggedTime | null>(null);
  const { write, busy } = useCellWrite(setLogged);

  const writtenAt = ({ row, day }: CellPlace) => {
    const list = queries.getQueryData(api.time.list.queryKey(weekInput(worker, week)));
    return cellEntries((list?.items ?? []).filter(isStanding), row, day);
  };
  const say = async (place: CellPlace, text: string, override?: string): Promise<boolean> => {
    setLogged(null);
    try {
      const entries = writtenAt(place);
      // Someone else logged or billed here meanwhile: the cell shows it, and nothing is guessed.
      if (!isTypable(entries)) return true;
      await write({ ...place, worker, entries, text, ...(override === undefined ? {} : { override }) });
      setRefused(null);
      return true;
    } catch (error) {
      setRefused({ place, text, error });
      select(place);
      return false;
    }
  };
  // One write after the other: what a cell means depends on what the write before it left there.
  const last = useRef(Promise.resolve(true));
  const commit = (place: CellPlace, text: string, override?: string): Promise<boolean> => {
    last.current = last.current.then(() => say(place, text, override));
    return last.current;
  };
  return {
    selected,
    typed,
    refused,
    logged,
    busy,
    commit,
    setTyped,
    select: (place: CellPlace) => {
      if (selected === null || keyOf(selected) !== keyOf(place)) {
        setTyped("");
        setLogged(null);
      }
      select(place);
    },
    /** Nothing was meant at that place after all. */
    forget: (place: CellPlace) => {
      setTyped("");
      if (refused !== null && keyOf(refused.place) === keyOf(place)) setRefused(null);
    },
    /** What was typed into a place and refused, so that it can be put right. */
    refusedAt: (place: CellPlace) => (refused !== null && keyOf(refused.place) === keyOf(place) ? refused : null),
  };
}

export type Sheet = ReturnType<typeof useSheet>;
