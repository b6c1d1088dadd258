import { type Stop, type StopOwner, type TolledDays, tolledDays } from "../lead-times/clock.ts";
import { judgeLeadTime, type LeadTimeJudgement, stopsOfHistory } from "../lead-times/judgement.ts";
import type { LeadTimeTerms } from "../lead-times/terms.ts";
import type { DueDates } from "../lead-times/verdict.ts";
import { businessDaysBetween, type Holidays, isBusinessDay } from "../values/business-days.ts";
import { addDays, type Day } from "../values/day.ts";
import { ok, type Result } from "../values/result.ts";
import type { Trace } from "../values/trace.ts";
import { clockStart, type LeadTimeFacts, leadTimeHistory } from "./lead-time-facts.ts";

/** What a lead-time clock is doing. A wait on the client counts as waiting from its first day, though its first days run. */
export type ClockState =
  | "not-started"
  | "running"
  | "waiting-on-client"
  | "waiting-on-product"
  | "stopped"
  | "delivered";

/** A business day of the strip: running, whose it is that the clock stood still (LEAD-6), or after the delivery. */
export interface StripDay {
  readonly day: Day;
  readonly kind: "running" | StopOwner | "delivered";
}

export interface ClockMarker {
  readonly on: Day;
  readonly kind: "start" | "change-order" | "stated-due" | "due" | "delivery";
  /** Which date it is, of a due one. */
  readonly date?: "rush" | "expedited";
  readonly label: string;
}

/** Where the lead time of a deliverable stands on a day. */
export interface LeadTimeClock {
  readonly leadTime: "expedited" | "rush";
  readonly state: ClockState;
  readonly today: Day;
  readonly approvedOn: Day;
  readonly startedOn: Day | null;
  readonly deliveredOn: Day | null;
  readonly dueDates: {
    /** As the SOW states them. */
    readonly original: DueDates;
    /** As change orders replaced them (LEAD-5). */
    readonly agreed: DueDates;
    /** As stopped days moved those (LEAD-6). */
    readonly moved: DueDates;
  };
  /** False once a change order without new dates ended it (LEAD-5). */
  readonly guaranteed: boolean;
  readonly tolledDays: readonly TolledDays[];
  readonly days: readonly StripDay[];
  readonly markers: readonly ClockMarker[];
  /** Business days up to the next due date, 0 on the day, negative when all dates passed; null once it is delivered. */
  readonly daysLeft: number | null;
  /** Not delivered, and the next date is due within two business days or passed. */
  readonly atRisk: boolean;
  readonly sentence: string;
  readonly clauses: readonly string[];
  readonly trace: Trace;
}

/** Fewer business days left than this put a promise at risk. */
const riskDays = 2;

/** A strip has room for this many business days. */
const mostDays = 500;

/** Where a lead time stands on a day, and the days that led there (LEAD-5, LEAD-6, LEAD-7). */
export function leadTimeClock(
  facts: LeadTimeFacts,
  terms: { readonly leadTimes: LeadTimeTerms; readonly holidays: readonly Day[] },
  today: Day,
): Result<LeadTimeClock> {
  const delivered = facts.deliveredOn !== null && facts.deliveredOn <= today ? facts.deliveredOn : null;
  const known = { ...facts, deliveredOn: delivered };
  const history = leadTimeHistory(known, today);
  const judged = judgeLeadTime(history, terms);
  if (!judged.ok) return judged;
  const { promise, dueDates: moved, trace } = judged.value;
  const holidays = new Set(terms.holidays);
  const started = clockStart(facts);
  const startedOn = started !== null && started <= today ? started : null;
  const { sow } = facts;
  const stops = stopsOfHistory(history, terms.leadTimes, holidays);
  const dueDates = {
    original: { ...(sow.rushBy === null ? {} : { rush: sow.rushBy }), expedited: sow.expeditedBy },
    agreed: { ...(promise.rush === undefined ? {} : { rush: promise.rush.by }), expedited: promise.expedited.by },
    moved,
  };
  const next = nextDue(moved, today);
  const daysLeft = delivered === null ? signedDays(today, next.by, holidays) : null;
  const clock = {
    leadTime: sow.leadTime,
    state: stateOf(known, startedOn, today),
    today,
    approvedOn: sow.approvedOn,
    startedOn,
    deliveredOn: delivered,
    dueDates,
    guaranteed: promise.guaranteed,
    tolledDays: judged.value.tolledDays,
    days: stripOf({ ...sow, deliveredOn: delivered }, later(delivered ?? today, moved.expedited), stops, holidays),
    markers: markersOf(
      known,
      startedOn,
      dueDates,
      history.changeOrders.filter(({ on }) => on <= (delivered ?? today)),
    ),
    daysLeft,
    atRisk: daysLeft !== null && daysLeft <= riskDays,
  };
  const steps = delivered === null ? trace.slice(0, -1) : trace;
  return ok({
    ...clock,
    sentence: sentenceOf(clock, judged.value, facts, (after, to) => tolledDays(after, to, stops, holidays)),
    clauses: [...new Set(["LEAD-6", "LEAD-7", ...steps.map(({ clause }) => clause)])],
    trace: steps,
  });
}

function stateOf(facts: LeadTimeFacts, startedOn: Day | null, today: Day): ClockState {
  if (facts.deliveredOn !== null) return "delivered";
  if (startedOn === null) return "not-started";
  if (facts.stoppages.some(({ from, until }) => from <= today && today < until)) return "stopped";
  const waits = facts.waits.filter(({ from, to }) => from <= today && (to === null || today < to));
  if (waits.some(({ whose }) => whose === "product")) return "waiting-on-product";
  return waits.length > 0 ? "waiting-on-client" : "running";
}

/** The business days from the approval up to a day; one with several reasons belongs to the first of them (LEAD-6). */
function stripOf(
  { approvedOn, deliveredOn }: Pick<LeadTimeClock, "approvedOn" | "deliveredOn">,
  through: Day,
  stops: readonly Stop[],
  holidays: Holidays,
): readonly StripDay[] {
  const days: StripDay[] = [];
  for (let day = approvedOn; day <= through && days.length < mostDays; day = addDays(day, 1)) {
    if (!isBusinessDay(day, holidays)) continue;
    const stop = stops.find(({ after, to }) => after < day && day <= to);
    days.push({ day, kind: isAfter(day, deliveredOn) ? "delivered" : (stop?.whose ?? "running") });
  }
  return days;
}

const isAfter = (day: Day, end: Day | null): boolean => end !== null && day > end;
const later = (a: Day, b: Day): Day => (a > b ? a : b);

function markersOf(
  { deliveredOn }: LeadTimeFacts,
  startedOn: Day | null,
  { original, agreed, moved }: LeadTimeClock["dueDates"],
  changes: readonly { readonly on: Day; readonly newExpeditedBy?: Day | undefined }[],
): readonly ClockMarker[] {
  const markers: ClockMarker[] = [
    ...(startedOn === null ? [] : [{ on: startedOn, kind: "start" as const, label: "Clock started" }]),
    ...changes.map(({ on, newExpeditedBy }) => ({
      on,
      kind: "change-order" as const,
      label: newExpeditedBy === undefined ? "Change order without new dates" : "Change order with new dates",
    })),
    ...(["rush", "expedited"] as const).flatMap((date) => {
      const [first, stated, due] = [original[date], agreed[date], moved[date]];
      if (due === undefined) return [];
      const earlier = [...new Set([first, stated])].filter((on) => on !== undefined).filter((on) => on !== due);
      return [
        ...earlier.map((on) => ({ on, kind: "stated-due" as const, date, label: `${names[date]} was due` })),
        { on: due, kind: "due" as const, date, label: `${names[date]} due` },
      ];
    }),
    ...(deliveredOn === null ? [] : [{ on: deliveredOn, kind: "delivery" as const, label: "Delivered" }]),
  ];
  return markers.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** The date that work must meet next: the rush date while it can be met, then the expedited one. */
const nextDue = (
  { rush, expedited }: DueDates,
  today: Day,
): { readonly date: "rush" | "expedited"; readonly by: Day } =>
  rush !== undefined && today <= rush ? { date: "rush", by: rush } : { date: "expedited", by: expedited };

const signedDays = (from: Day, to: Day, holidays: Holidays): number =>
  from <= to ? businessDaysBetween(from, to, holidays) : Math.min(-1, -businessDaysBetween(to, from, holidays));

type Standing = Pick<LeadTimeClock, "leadTime" | "state" | "today" | "deliveredOn" | "dueDates" | "daysLeft">;

/** One sentence for people: `Rush due 12 Mar, moved 1 day by client wait; delivered 13 Mar: Expedited met.` */
function sentenceOf(
  clock: Standing,
  judgement: LeadTimeJudgement,
  facts: LeadTimeFacts,
  stopped: (after: Day, to: Day) => readonly TolledDays[],
): string {
  const { deliveredOn, today, dueDates, daysLeft } = clock;
  const words = (day: Day): string => dayWords(day, facts.sow.approvedOn);
  const first = deliveredOn === null ? nextDue(dueDates.moved, today).date : clock.leadTime;
  const by = dueDates.moved[first] ?? dueDates.moved.expedited;
  const { by: stated, since } = judgement.promise[first] ?? judgement.promise.expedited;
  const ifPaid = clock.state === "not-started" ? " if the deposit is paid today" : "";
  const due = `${names[first]} due ${words(by)}${ifPaid}${by === stated ? "" : movedWords(stopped(since, by))}`;
  if (deliveredOn !== null)
    return `${due}; delivered ${words(deliveredOn)}: ${verdictWords(clock.leadTime, judgement)}.`;
  if (clock.state === "not-started") return `${due}; the clock starts when the deposit is paid in full.`;
  if (daysLeft !== null && by < today) return `${due}; not delivered yet.`;
  const left = daysLeft === 0 ? "today is the last day" : `${daysLeft} business ${plural("day", daysLeft ?? 0)} left`;
  return `${due}; ${left}.`;
}

function movedWords(tolled: readonly TolledDays[]): string {
  const total = tolled.reduce((sum, { businessDays }) => sum + businessDays, 0);
  const owners = [...new Set(tolled.map(({ whose }) => waits[whose]))];
  return `, moved ${total} ${plural("day", total)} by ${owners.join(" and ")}`;
}

function verdictWords(leadTime: "expedited" | "rush", { verdict, dueDates }: LeadTimeJudgement): string {
  switch (verdict.outcome) {
    case "met":
      return `${names[leadTime]} met`;
    case "downgraded":
      return "Expedited met";
    case "credited":
      return dueDates.rush === undefined ? "Expedited missed" : "Rush and Expedited missed";
    case "lapsed":
      return `${names[leadTime]} missed, but a change order had ended the guarantee`;
  }
}

const names = { rush: "Rush", expedited: "Expedited" } as const;
const waits: Readonly<Record<StopOwner, string>> = {
  client: "client wait",
  product: "product wait",
  stoppage: "non-payment",
};
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `12 Mar`, with the year where it is another than the promise's. */
function dayWords(day: Day, near: Day): string {
  const year = day.slice(0, 4);
  const words = `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1]}`;
  return year === near.slice(0, 4) ? words : `${words} ${year}`;
}

const plural = (word: string, count: number): string => (count === 1 ? word : `${word}s`);
