import type { Day } from "../values/day.ts";
import { formatsInOrder } from "./date-order.ts";
import { quoted, type RowRefused, rowRefused } from "./import-outcome.ts";

/** A clock-in or clock-out as its line states it; empty where it says nothing. */
export interface ClockLine {
  readonly code: "in" | "out";
  readonly on: Day;
  readonly seconds: number;
  readonly account: string;
  readonly description: string;
  readonly comment: string;
}

const days = formatsInOrder(["yyyy-M-d", "yyyy/M/d", "yyyy.M.d"], null);
const times = formatsInOrder(["H:mm:ss", "H:mm"], null);

/**
 * Reads `i 2015/03/30 09:00:00 some:account  description ; comment`. Null for what states no work: blank lines, comments,
 * and the balances (`b`) and required hours (`h`) of timeclock.el. A time zone is passed over, as hledger does.
 */
export function readClockLine(raw: string): { readonly ok: true; readonly value: ClockLine } | RowRefused | null {
  if (/^\s*$|^\s*[;#*]|^[bh]\s/.test(raw)) return null;
  const code = /^([ioO])(?:\s+(\S+))?(?:\s+([^\s;]+))?(.*)$/.exec(raw.trimEnd());
  if (code === null) return rowRefused("bad-text", "a timeclock line starts with i or o");
  const [, letter, date = "", time = "", rest = ""] = code;
  const on = firstRead(days, date)?.day;
  const seconds = firstRead(times, time.replace(/[+-]\d{4}$/, ""))?.seconds;
  if (on === null || on === undefined) return rowRefused("bad-date", `${quoted(date)} is no date such as 2024-03-05`);
  if (seconds === null || seconds === undefined)
    return rowRefused("bad-date", `${quoted(time)} is no time such as 09:00:00`);
  const commentAt = rest.indexOf(";");
  const said = commentAt === -1 ? rest : rest.slice(0, commentAt);
  const comment = commentAt === -1 ? "" : rest.slice(commentAt + 1).trim();
  const [account = "", ...description] = said.trim().split(/\s{2,}|\t/);
  const line = { on, seconds, account, description: description.join(" "), comment };
  return { ok: true, value: { code: letter === "i" ? "in" : "out", ...line } };
}

function firstRead(formats: typeof days, text: string): ReturnType<(typeof days)[number]["read"]> {
  return formats.map((format) => format.read(text)).find((moment) => moment !== null) ?? null;
}
