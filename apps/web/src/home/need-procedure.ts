import type { Need, ProcedureName } from "../api/answers.ts";

/** What is done about each kind of thing that waits; it is offered to whoever may do that (ROLE-5). */
const procedures: Readonly<Partial<Record<Need["kind"], ProcedureName>>> = {
  request: "request.followUp",
  settlement: "premium.confirm",
  stopped: "payment.record",
  "allowance-low": "allowance.buy",
  review: "update.review",
  message: "message.retry",
};

/** What doing something about it takes; null where it is only looked at. Somebody else's time is a coordinator's business. */
export const needProcedure = ({ kind, about }: Need, me: string): ProcedureName | null =>
  kind === "time-missing" ? (about === me ? "time.log" : "time.writeOff") : (procedures[kind] ?? null);
