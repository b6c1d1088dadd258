import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Entry, LoggedTime } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { weekInput } from "./time-search.ts";
import { useCellWrite, type Written } from "./use-cell-write.ts";
import { cellEntries, isStanding, isTypable, rowKey, type SheetRow } from "./week.ts";

/** A place in the sheet. */
export interface CellPlace {
  readonly row: SheetRow;
  readonly day: string;
}

/** What was typed into a cell and refused, so that it can be put right. */
export interface RefusedCell {
  readonly text: string;
  readonly error: unknown;
}

/** The name of a cell's field on the page. */
export const cellId = (place: CellPlace): string => ["cell", ...keyOf(place).split(" ")].join("-");

const keyOf = ({ row, day }: CellPlace): string => `${rowKey(row)} ${day}`;

/** What happens in the sheet: where one stands, what is typed there, what was refused, what was done last. */
export function useSheet(worker: string) {
  const api = useApi();
  const queries = useQueryClient();
  const [selected, select] = useState<CellPlace | null>(null);
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<ReadonlyMap<string, RefusedCell>>(new Map());
  const [done, setDone] = useState<SheetDone | null>(null);
  const [touched, setTouched] = useState<readonly CellPlace[]>([]);
  const { write, wasLogged, busy } = useCellWrite();

  const noteRefused = (place: CellPlace, cell: RefusedCell | null) =>
    setRefused((before) => {
      const others = [...before].filter(([key]) => key !== keyOf(place));
      return new Map(cell === null ? others : [...others, [keyOf(place), cell]]);
    });
  const writtenAt = ({ row, day }: CellPlace): readonly Entry[] => {
    const list = queries.getQueryData(api.time.list.queryKey(weekInput(worker, day)));
    return cellEntries((list?.items ?? []).filter(isStanding), row, day);
  };
  const say = async (place: CellPlace, text: string, override?: string): Promise<boolean> => {
    setTouched((before) => [...before, place]);
    try {
      const entries = writtenAt(place);
      // Someone else logged or billed here meanwhile: the cell shows it, and nothing is guessed.
      if (!isTypable(entries)) return true;
      const written = await write({
        ...{ ...place, worker, entries, text },
        ...(override === undefined ? {} : { override }),
      });
      if (written !== null) setDone({ place, written, error: null });
      noteRefused(place, null);
      return true;
    } catch (error) {
      noteRefused(place, { text, error });
      select(place);
      return false;
    }
  };
  // One write after the other: what a cell means depends on what the write before it left there.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = <T>(next: () => Promise<T>): Promise<T> => {
    const turn = last.current.then(next);
    last.current = turn;
    return turn;
  };
  const undo = async (): Promise<void> => {
    if (done === null || done.written === null) return;
    const { place, written } = done;
    try {
      await written.undo(writtenAt(place));
      setDone({ place, written: null, error: null });
    } catch (error) {
      setDone({ place, written, error });
    }
  };
  return {
    selected,
    typed,
    done,
    busy,
    /** The rows one worked on in a week; they stay, also when nothing is left in them. */
    touchedIn: (days: readonly string[]) =>
      touched.filter(({ day }) => days.includes(day)).map(({ row }) => rowKey(row)),
    commit: (place: CellPlace, text: string, override?: string) => inTurn(() => say(place, text, override)),
    /** Takes the last write back. */
    undo: () => inTurn(undo),
    /** Time was logged beside the sheet, by the timer. */
    noteLogged: (logged: LoggedTime) => {
      const { account, deliverable, on } = logged.entry;
      setDone({ place: { row: { account, deliverable }, day: on }, written: wasLogged(logged), error: null });
    },
    setTyped,
    select: (place: CellPlace) => {
      if (selected === null || keyOf(selected) !== keyOf(place)) setTyped("");
      select(place);
    },
    /** Nothing was meant at that place after all. */
    forget: (place: CellPlace) => {
      setTyped("");
      noteRefused(place, null);
    },
    refusedAt: (place: CellPlace): RefusedCell | null => refused.get(keyOf(place)) ?? null,
  };
}

/** The last write and what became of taking it back: null when it was, else why not. */
export interface SheetDone {
  readonly place: CellPlace;
  readonly written: Written | null;
  readonly error: unknown;
}

export type Sheet = ReturnType<typeof useSheet>;
