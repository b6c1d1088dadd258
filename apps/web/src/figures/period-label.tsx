import type { Period } from "@cimpro/domain";
import { useToday } from "../api/session.ts";
import { formatPeriod } from "./day-text.ts";

/** A half-open period, named by its first and last day. */
export function PeriodLabel({ period }: { readonly period: Period }) {
  const today = useToday();
  return (
    <span className="figure" title={`${period.start} up to, not including, ${period.end}`}>
      {formatPeriod(period, today)}
    </span>
  );
}
