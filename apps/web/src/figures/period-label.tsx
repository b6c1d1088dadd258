import type { Period } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { useToday } from "../api/session.ts";
import { formatPeriod } from "./day-text.ts";

/** A half-open period, named by its first and last day. */
export function PeriodLabel({ period }: { readonly period: Period }) {
  const { start, end } = period;
  const today = useToday();
  return (
    <span className="figure" title={t`${start} up to, not including, ${end}`}>
      {formatPeriod(period, today)}
    </span>
  );
}
