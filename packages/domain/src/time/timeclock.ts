import type { TimeclockMap } from "./import-map.ts";
import { type RowOutcome, rowRefused } from "./import-outcome.ts";
import type { ImportSettings } from "./import-settings.ts";
import { type ClockLine, readClockLine } from "./timeclock-line.ts";
import { sessionReader } from "./timeclock-session.ts";

/** What came of a clock-in with its clock-out, or of a line that has no other. */
export interface ClockOutcome {
  readonly line: number;
  readonly raw: string;
  readonly outcome: RowOutcome;
}

/** Pairs the lines of a timeclock log as they come. */
export interface TimeclockReader {
  readonly line: (raw: string, line: number) => readonly ClockOutcome[];
  /** After the last line: the sessions that nobody ended. */
  readonly end: () => readonly ClockOutcome[];
}

interface OpenSession {
  readonly line: number;
  readonly raw: string;
  readonly began: ClockLine;
}

/**
 * Reads hledger's timeclock format. The first part of `client:project:…` is the account, the rest the deliverable. As in
 * hledger, sessions of different accounts may overlap, a clock-out without a name ends the latest, and work over midnight
 * is split by day. Unlike hledger, no second is lost at midnight, and a session longer than a day, without an end, or
 * without a beginning is refused on its own, not the file with it.
 */
export function timeclockReader(map: TimeclockMap, settings: ImportSettings = {}): TimeclockReader {
  const sessionOf = sessionReader({
    account: settings.account ?? map.defaults.account,
    worker: settings.worker ?? map.defaults.worker,
    invoiced: settings.invoiced,
  });
  let open: readonly OpenSession[] = [];
  return {
    line(raw, line) {
      const read = readClockLine(raw);
      if (read === null) return [];
      if (!read.ok) return [{ line, raw, outcome: read }];
      const said = read.value;
      const session =
        said.code === "in" ? open.find((each) => each.began.account === said.account) : endedBy(said, open);
      open = open.filter((each) => each !== session);
      if (said.code === "in") {
        open = [...open, { line, raw, began: said }];
        return session === undefined ? [] : [neverEnded(session)];
      }
      if (session === undefined)
        return [{ line, raw, outcome: rowRefused("missing-column", "this clock-out ends no session that is open") }];
      const both = `${session.raw}\n${raw}`;
      return sessionOf(session.began, said).map((outcome) => ({ line: session.line, raw: both, outcome }));
    },
    end() {
      const left = open;
      open = [];
      return left.map(neverEnded);
    },
  };
}

/** The session of the account it names, else the latest; a name that fits none can only be a remark on the one session open. */
function endedBy(said: ClockLine, open: readonly OpenSession[]): OpenSession | undefined {
  const named = open.findLast((each) => each.began.account === said.account);
  if (named !== undefined) return named;
  return said.account === "" || open.length === 1 ? open.at(-1) : undefined;
}

const neverEnded = ({ line, raw }: OpenSession): ClockOutcome => ({
  line,
  raw,
  outcome: rowRefused("missing-column", "this clock-in has no clock-out"),
});
