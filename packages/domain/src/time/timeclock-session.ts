import { addDays, type Day, daysBetween, firstDay } from "../values/day.ts";
import { minutesPerDay } from "../values/duration.ts";
import { roundHalfUp } from "../values/rounding.ts";
import { type RowOutcome, type RowRefused, rowRefused } from "./import-outcome.ts";
import { identityOf } from "./import-row.ts";
import type { ImportSettings } from "./import-settings.ts";
import { nameCheck, noteCheck } from "./import-texts.ts";
import type { ClockLine } from "./timeclock-line.ts";

/** What a clock-in and its clock-out state: time on one day, or on two when the session went over midnight. */
export type SessionReader = (began: ClockLine, ended: ClockLine) => readonly RowOutcome[];

const secondsPerDay = 86_400;

export function sessionReader(fallback: Pick<ImportSettings, "account" | "worker" | "invoiced">): SessionReader {
  const checkName = nameCheck();
  return (began, ended) => {
    const seconds = daysBetween(began.on, ended.on) * secondsPerDay + ended.seconds - began.seconds;
    const flaw = flawOfLength(seconds) ?? (began.on < firstDay ? tooEarly(began.on) : null);
    if (flaw !== null) return [flaw];
    const [client = "", ...rest] = began.account.split(":").map((part) => part.trim());
    const account = client || (fallback.account ?? "");
    if (account === "")
      return [rowRefused("no-account", "the session names no client; say which account it belongs to")];
    const worker = fallback.worker ?? "";
    if (worker === "") return [rowRefused("missing-column", "a timeclock log names no worker; say whose time it is")];
    const deliverable = rest.filter((part) => part !== "").join(":") || null;
    const note = noteOf(began, ended);
    const unkept =
      checkName("account", account) ??
      checkName("deliverable", deliverable) ??
      checkName("worker", worker) ??
      noteCheck("note", note);
    if (unkept !== null) return [unkept];
    const accountBy = client === "" ? ("either" as const) : ("name" as const);
    const whose = { account, accountBy, deliverable, worker, note };
    const span = [began.on, began.seconds, ended.on, ended.seconds];
    return dayParts(began, seconds).map(({ on, minutes }) => {
      const identity = identityOf(whose, on, minutes, span);
      const billing = { billable: true, settledElsewhere: fallback.invoiced === "every-row" };
      const entry = { externalId: null, identity, ...whose, on, minutes, ...billing };
      return { ok: true, entry };
    });
  };
}

const minutesIn = (seconds: number): number => roundHalfUp(seconds, 60);

const tooEarly = (on: Day): RowRefused => rowRefused("before-1970", `${on} lies before ${firstDay}`);

function flawOfLength(seconds: number): RowRefused | null {
  const minutes = minutesIn(seconds);
  if (seconds < 0) return rowRefused("bad-number", "the session ends before it starts");
  if (minutes === 0) return rowRefused("zero-minutes", "the session has no time: zero minutes after rounding");
  return minutes > minutesPerDay
    ? rowRefused("over-a-day", `the session of ${minutes} minutes is longer than a day; was a clock-out forgotten?`)
    : null;
}

/** The session's minutes by day. They are cut from its rounded running total, so they sum to the session. */
function dayParts(began: ClockLine, seconds: number): readonly { readonly on: Day; readonly minutes: number }[] {
  const beforeMidnight = Math.min(seconds, secondsPerDay - began.seconds);
  const first = minutesIn(beforeMidnight);
  const second = minutesIn(seconds) - first;
  return [
    { on: began.on, minutes: first },
    { on: addDays(began.on, 1), minutes: second },
  ].filter((part) => part.minutes > 0);
}

/** Old logs put a remark where newer clock-outs name the account that they end. */
function noteOf(began: ClockLine, ended: ClockLine): string {
  const remark = ended.account === began.account ? "" : ended.account;
  return [began.description, began.comment, remark, ended.description, ended.comment]
    .filter((part) => part !== "")
    .join("; ");
}
