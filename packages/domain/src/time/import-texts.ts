import { Name, Note } from "../values/text.ts";
import { type RowRefused, rowRefused } from "./import-outcome.ts";

/** Why a text cannot be kept; null when it can, or when there is none. */
export type TextCheck = (what: string, text: string | null) => RowRefused | null;

const mostRemembered = 10_000;

/** Checks names of people, accounts and deliverables. The same few come back in every row, so good ones are remembered. */
export function nameCheck(): TextCheck {
  const good = new Set<string>();
  return (what, text) => {
    if (text === null || good.has(text)) return null;
    const flaw = flawOf(Name.safeParse(text), what);
    if (flaw === null && good.size < mostRemembered) good.add(text);
    return flaw;
  };
}

/** Ids of the source: each comes once, so none is remembered. */
export const idCheck: TextCheck = (what, text) => (text === null ? null : flawOf(Name.safeParse(text), what));

export const noteCheck: TextCheck = (what, text) =>
  text === null || text === "" ? null : flawOf(Note.safeParse(text), what);

type Checked = ReturnType<typeof Note.safeParse>;

const flawOf = (checked: Checked, what: string): RowRefused | null =>
  checked.success
    ? null
    : rowRefused("bad-text", `the ${what}: ${checked.error.issues[0]?.message ?? "cannot be kept"}`);
