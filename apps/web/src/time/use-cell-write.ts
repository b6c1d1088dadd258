import { formatDuration, parseDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { useMutation } from "@tanstack/react-query";
import type { Entry, LoggedTime } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { coverSentence } from "./cover-sentence.ts";
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

/** A write that was done: what it did, in words, and how to take it back. */
export interface Written {
  readonly said: string;
  /** `standing` is what stands in the cell by now: the note of its entry may have changed since. */
  readonly undo: (standing: readonly Entry[]) => Promise<unknown>;
}

/** Turns what was typed into a cell into the write it means: log, amend or take back. */
export function useCellWrite() {
  const api = useApi();
  const log = useMutation(api.time.log.mutationOptions());
  const amend = useMutation(api.time.amend.mutationOptions());
  const reverse = useMutation(api.time.reverse.mutationOptions());

  const wasLogged = (logged: LoggedTime): Written => {
    const { id, account, minutes } = logged.entry;
    const [duration, cover] = [formatDuration(minutes), coverSentence(logged)];
    return {
      said: t`Logged ${duration}: ${cover}.`,
      undo: (standing) =>
        reverse.mutateAsync({
          ...{ account, entry: id, expectedVersion: versionOf(logged.entry, standing) },
          reason: t`Undone in the week sheet`,
        }),
    };
  };
  const takeBack = async (entry: Entry): Promise<Written> => {
    const { id, account, version, minutes } = entry;
    await reverse.mutateAsync({ account, entry: id, expectedVersion: version, reason: t`Cleared in the week sheet` });
    const duration = formatDuration(minutes);
    return { said: t`Took ${duration} back.`, undo: () => log.mutateAsync(loggedAgain(entry)) };
  };
  const change = async (entry: Entry, minutes: number, override: { readonly override?: string }): Promise<Written> => {
    const { id, account, version } = entry;
    const changed = await amend.mutateAsync({ account, entry: id, expectedVersion: version, minutes, ...override });
    const [before, after] = [formatDuration(entry.minutes), formatDuration(changed.entry.minutes)];
    return {
      said: t`Changed ${before} to ${after}.`,
      undo: (standing) =>
        amend.mutateAsync({
          ...{ account, entry: changed.entry.id, expectedVersion: versionOf(changed.entry, standing) },
          ...{ minutes: entry.rawMinutes, ...override },
        }),
    };
  };
  /** Null where nothing was to be done. */
  const write = async ({ row, day, worker, entries, text, override }: CellWrite): Promise<Written | null> => {
    const { account, deliverable } = row;
    const [entry] = entries;
    const parsed = parseDuration(text, "day-hours");
    const minutes = parsed.ok ? parsed.minutes : 0;
    const overridden = override === undefined ? {} : { override };
    if (entry !== undefined) {
      if (minutes === entry.rawMinutes) return null;
      return minutes === 0 ? takeBack(entry) : change(entry, minutes, overridden);
    }
    if (minutes === 0) return null;
    const work = deliverable === null ? { account } : { account, deliverable };
    return wasLogged(await log.mutateAsync({ ...work, worker, on: day, minutes, ...overridden }));
  };
  return { write, wasLogged, busy: log.isPending || amend.isPending || reverse.isPending };
}

/** Logs once more what an entry said. */
const loggedAgain = ({ account, deliverable, worker, on, rawMinutes, note, billable, ...entry }: Entry) => ({
  ...{ account, worker, on, minutes: rawMinutes, note, billable },
  ...(deliverable === null ? {} : { deliverable }),
  ...(entry.package === null ? {} : { package: entry.package }),
  ...(entry.overrideReason === null ? {} : { override: entry.overrideReason }),
});

/** The version to take back: by now's where only its note changed, else the one that was written, which is refused. */
const versionOf = (
  { id, version, rawMinutes }: Pick<Entry, "id" | "version" | "rawMinutes">,
  standing: readonly Entry[],
): number => standing.find((entry) => entry.id === id && entry.rawMinutes === rawMinutes)?.version ?? version;
