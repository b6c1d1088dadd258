import type { Day } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { WorkMonth } from "../api/answers.ts";
import type { CoverPart } from "../cover-bar/cover-part.ts";
import { minutesParts } from "../cover-bar/minutes-parts.ts";
import { grantWords, pendingGrantWords } from "./grant-words.ts";

/**
 * Where a month's minutes are, and where those that no run has closed yet would go as the books stand (ALW-6); of
 * allowances a part a grant.
 */
export const monthParts = (
  { minutes, expected, grants }: Pick<WorkMonth, "minutes" | "expected" | "grants">,
  shades: ReadonlyMap<string, number>,
  today: Day,
): readonly CoverPart[] => [
  ...minutesParts({
    ...minutes,
    open: minutes.open - expected.deposit - expected.allowance - expected.invoiced,
  }).filter(({ kind }) => kind !== "allowance"),
  { kind: "deposit", label: t`Deposit, not closed yet`, minutes: expected.deposit, pending: true },
  ...grants.flatMap((each): readonly CoverPart[] => {
    const { grant } = each;
    const part = { kind: "allowance", grant, shade: shades.get(grant) ?? 0 } as const;
    return [
      { ...part, label: grantWords(each, today), minutes: each.minutes },
      { ...part, label: pendingGrantWords(each, today), minutes: each.expectedMinutes, pending: true },
    ];
  }),
  { kind: "open", label: t`To be invoiced`, minutes: expected.invoiced },
];
