import { parseDuration } from "@cimpro/domain";
import { useMutation } from "@tanstack/react-query";
import type { Entry, LoggedTime } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import type { SheetRow } from "./week.ts";

/** What typing into a cell asks for. */
export interface CellWrite {
  readonly row: SheetRow;
  readonly day: string;
  readonly worker: string;
  readonly entries: readonly Entry[];
  readonly text: string;
  readonly override?: string;
}

/** Turns what was typed into a cell into the write it means: log, amend or take back. */
export function useCellWrite(onLogged: (logged: LoggedTime) => void) {
  const api = useApi();
  const log = useMutation(api.time.log.mutationOptions({ onSuccess: onLogged }));
  const amend = useMutation(api.time.amend.mutationOptions());
  const reverse = useMutation(api.time.reverse.mutationOptions());

  const write = async ({ row, day, worker, entries, text, override }: CellWrite): Promise<void> => {
    const { account, deliverable } = row;
    const [entry] = entries;
    const parsed = parseDuration(text);
    const minutes = parsed.ok ? parsed.minutes : 0;
    if (entry === undefined) {
      if (minutes > 0)
        await log.mutateAsync({
          account,
          worker,
          on: day,
          minutes,
          ...(deliverable === null ? {} : { deliverable }),
          ...(override === undefined ? {} : { override }),
        });
      return;
    }
    if (minutes === entry.rawMinutes) return;
    const target = { account, entry: entry.id, expectedVersion: entry.version };
    if (minutes === 0) await reverse.mutateAsync({ ...target, reason: "Cleared in the week sheet" });
    else await amend.mutateAsync({ ...target, minutes, ...(override === undefined ? {} : { override }) });
  };
  return { write, busy: log.isPending || amend.isPending || reverse.isPending };
}
