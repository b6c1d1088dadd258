import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import type { Consequence } from "../api/answers.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import type { MeaningRow } from "./meaning.tsx";

const guaranteeWords: Readonly<Record<Consequence["after"]["guarantee"], MessageDescriptor>> = {
  none: msg`none promised`,
  holds: msg`holds`,
  lapsed: msg`ended`,
};

/** What follows from a change order, before and after: time, price, dates, guarantee (DLV-4, LEAD-5). */
export function consequenceRows({ before, after }: Consequence): readonly MeaningRow[] {
  const money = (amount: number) => <Money amount={amount} currency={after.price.currency} />;
  const day = (on: string | null) => (on === null ? "–" : <DayLabel day={on} />);
  return [
    {
      label: t`Approved time`,
      before: <Duration minutes={before.minutes} />,
      after: <Duration minutes={after.minutes} />,
    },
    { label: t`Price`, before: money(before.price.total), after: money(after.price.total) },
    ...(after.rushBy === null ? [] : [{ label: t`Rush due`, before: day(before.rushBy), after: day(after.rushBy) }]),
    ...(after.expeditedBy === null
      ? []
      : [{ label: t`Expedited due`, before: day(before.expeditedBy), after: day(after.expeditedBy) }]),
    ...(after.guarantee === "none"
      ? []
      : [
          {
            label: t`Lead-time guarantee`,
            before: i18n._(guaranteeWords[before.guarantee]),
            after: i18n._(guaranteeWords[after.guarantee]),
          },
        ]),
  ];
}

/** What becomes of the guarantee, in the rule's own words; null where no lead time is promised. */
export const guaranteeSentence = ({ after, trace }: Consequence): string | null =>
  after.guarantee === "none" ? null : (trace.findLast(({ clause }) => clause === "LEAD-5")?.what ?? null);
