import { type Deliverable, leadTimeClock } from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { deliveryDay, leadTimeOf } from "../lead-times/lead-time-facts.ts";
import type { AtRisk } from "./work-words.ts";

/** The promise of a deliverable that is still guaranteed, not kept yet, and due soon or past; null where there is none (LEAD-6). */
export async function promiseAtRisk(
  books: Books,
  { account, id, name, state }: Pick<Deliverable, "account" | "id" | "name" | "state">,
  today: string,
): Promise<AtRisk | null> {
  if (state !== "open") return null;
  const work = { account, deliverable: id };
  const known = await leadTimeOf(books, work, today, await deliveryDay(books, account, id));
  const clock = known === null ? null : leadTimeClock(known.facts, known.terms, today);
  if (clock === null || !clock.ok || !clock.value.atRisk || !clock.value.guaranteed) return null;
  const { dueDates, daysLeft } = clock.value;
  const { rush, expedited } = dueDates.moved;
  const next =
    rush !== undefined && rush >= today
      ? { leadTime: "rush" as const, dueOn: rush }
      : { leadTime: "expedited" as const, dueOn: expedited };
  return { ...work, ...next, deliverableName: name, businessDaysLeft: daysLeft ?? 0 };
}
