import { z } from "zod";
import { Day } from "../values/day.ts";
import { FactId, Slug } from "../values/id.ts";
import { Name, Note, text } from "../values/text.ts";

/** How much work a request is, as somebody judged it when reviewing it (REQ-3). */
export const RequestSize = z.enum(["small", "large"]);
export type RequestSize = z.infer<typeof RequestSize>;

/** What a request can become (REQ-4). */
export const AcceptedAs = z.enum(["deliverable", "allowance-work", "package", "support-ticket", "product-bug"]);
export type AcceptedAs = z.infer<typeof AcceptedAs>;

export const RequestState = z.enum(["submitted", "in-review", "followed-up", "accepted", "declined", "withdrawn"]);
export type RequestState = z.infer<typeof RequestState>;

/** What it became: the deliverable's id, or a word that leads to it, such as a ticket's number. */
const Acceptance = z.object({ as: AcceptedAs, reference: text(200).nullable() }).readonly();

const said = Note.trim().min(1, "must not be empty");
const who = { person: Name, on: Day };

/** Something that happened to a request, and who did it on which day. */
export const RequestEvent = z.discriminatedUnion("type", [
  z.object({ type: z.literal("submitted"), ...who }).readonly(),
  z.object({ type: z.literal("review-started"), ...who }).readonly(),
  z.object({ type: z.literal("sized"), ...who, size: RequestSize }).readonly(),
  z.object({ type: z.literal("followed-up"), ...who, text: Note }).readonly(),
  z.object({ type: z.literal("noted"), ...who, text: Note }).readonly(),
  z.object({ type: z.literal("speed-wished"), ...who, text: Note }).readonly(),
  z.object({ type: z.literal("accepted"), ...who, acceptance: Acceptance }).readonly(),
  z.object({ type: z.literal("declined"), ...who, reason: Note }).readonly(),
  z.object({ type: z.literal("withdrawn"), ...who, reason: Note }).readonly(),
]);
export type RequestEvent = z.infer<typeof RequestEvent>;

/** What people ask of a request. */
export const RequestCommand = z.discriminatedUnion("type", [
  z.object({ type: z.literal("review"), ...who }).readonly(),
  z.object({ type: z.literal("size"), ...who, size: RequestSize }).readonly(),
  z.object({ type: z.literal("follow-up"), ...who, text: said }).readonly(),
  z.object({ type: z.literal("note"), ...who, text: said }).readonly(),
  z.object({ type: z.literal("wish-for-speed"), ...who, text: said }).readonly(),
  z.object({ type: z.literal("accept"), ...who, acceptance: Acceptance }).readonly(),
  z.object({ type: z.literal("decline"), ...who, reason: said }).readonly(),
  z.object({ type: z.literal("withdraw"), ...who, reason: Note }).readonly(),
]);
export type RequestCommand = z.infer<typeof RequestCommand>;

/** What a customer asks of the practice, and what became of it (REQ-1, REQ-4). */
export const CustomerRequest = z
  .object({
    account: Slug,
    id: FactId,
    title: Name,
    description: Note,
    /** Why it is wanted sooner. It promises nothing: a lead time exists only in an approved SOW (REQ-2). */
    expediteWish: Note.nullable(),
    submittedBy: Name,
    submittedOn: Day,
    state: RequestState,
    size: RequestSize.nullable(),
    /** The day the size was set: the start window counts from it (REQ-3). */
    sizedOn: Day.nullable(),
    /** The day of the first follow-up: it stops the clock (REQ-1). */
    followedUpOn: Day.nullable(),
    /** The day it was accepted, declined or withdrawn. */
    decidedOn: Day.nullable(),
    acceptance: Acceptance.nullable(),
    /** Why it was declined or withdrawn. */
    reason: Note.nullable(),
    /** Everything that happened, oldest first. */
    history: z.array(RequestEvent).readonly(),
  })
  .readonly();
export type CustomerRequest = z.infer<typeof CustomerRequest>;

/** What a customer says with a request. */
export type Submission = Pick<
  CustomerRequest,
  "account" | "id" | "title" | "description" | "expediteWish" | "submittedBy" | "submittedOn"
>;

export const beginRequest = (submission: Submission): CustomerRequest => ({
  ...submission,
  ...{ state: "submitted", size: null, sizedOn: null, followedUpOn: null },
  ...{ decidedOn: null, acceptance: null, reason: null },
  history: [{ type: "submitted", person: submission.submittedBy, on: submission.submittedOn }],
});

/** What the fact changes. Never refuses: by now it has happened, and nothing that was said is lost. */
export function evolveRequest(before: CustomerRequest, event: RequestEvent): CustomerRequest {
  const request = { ...before, history: [...before.history, event] };
  const { on } = event;
  switch (event.type) {
    case "submitted":
    case "noted":
      return request;
    case "speed-wished":
      return { ...request, expediteWish: event.text };
    case "review-started":
      return { ...request, state: "in-review" };
    case "sized":
      return { ...request, size: event.size, sizedOn: on };
    case "followed-up":
      return { ...request, state: "followed-up", followedUpOn: before.followedUpOn ?? on };
    case "accepted":
      return { ...request, state: "accepted", decidedOn: on, acceptance: event.acceptance };
    case "declined":
    case "withdrawn":
      return { ...request, state: event.type, decidedOn: on, reason: event.reason };
  }
}

/** Where a request waits. Whoever works a queue looks first at what nobody has followed up. */
export type RequestQueue = "awaiting-follow-up" | "followed-up" | "accepted" | "declined" | "withdrawn";

export const queueOf = ({ state }: Pick<CustomerRequest, "state">): RequestQueue =>
  state === "submitted" || state === "in-review" ? "awaiting-follow-up" : state;
