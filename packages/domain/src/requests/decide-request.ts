import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import type { CustomerRequest, RequestCommand, RequestEvent } from "./request.ts";

/**
 * May this happen (REQ-4)? Asking twice is not an error: what is so already yields no events. A decision is a follow-up
 * too, so that a request passes every state on its way, whoever leaves one out.
 */
export function decideRequest(request: CustomerRequest, command: RequestCommand): Result<readonly RequestEvent[]> {
  const { type, person, on } = command;
  const said = { person, on };
  if (isSoAlready(request, command)) return ok([]);
  if (type === "note") return ok([{ type: "noted", ...said, text: command.text }]);
  const last = lastMove(request);
  if (on < last) return refused(rejection("REQUEST_MOVED_LATER", { request: request.id, on, last }));
  // Work that was accepted without a size may still be given one.
  const maySize = type === "size" && request.state === "accepted" && request.size === null;
  if (request.decidedOn !== null && !maySize) return refused(decided(request, request.decidedOn));

  const review = started(request, said);
  switch (type) {
    case "review":
      return ok(review);
    case "size":
      return ok([...review, { type: "sized", ...said, size: command.size }]);
    case "follow-up":
      return ok([...review, { type: "followed-up", ...said, text: command.text }]);
    case "wish-for-speed":
      return ok([{ type: "speed-wished", ...said, text: command.text }]);
    case "accept":
      return ok([...review, ...answered(request, said), { type: "accepted", ...said, acceptance: command.acceptance }]);
    case "decline":
      return ok([
        ...review,
        ...answered(request, said, command.reason),
        { type: "declined", ...said, reason: command.reason },
      ]);
    case "withdraw":
      return ok([{ type: "withdrawn", ...said, reason: command.reason }]);
  }
}

type Said = Pick<RequestEvent, "person" | "on">;

const started = ({ state }: CustomerRequest, said: Said): readonly RequestEvent[] =>
  state === "submitted" ? [{ type: "review-started", ...said }] : [];

/** Whoever hears of the decision is followed up with it. */
const answered = ({ followedUpOn }: CustomerRequest, said: Said, text = ""): readonly RequestEvent[] =>
  followedUpOn === null ? [{ type: "followed-up", ...said, text }] : [];

function isSoAlready(request: CustomerRequest, command: RequestCommand): boolean {
  switch (command.type) {
    case "review":
      return request.state !== "submitted" && request.decidedOn === null;
    case "size":
      return request.size === command.size && (request.decidedOn === null || request.state === "accepted");
    case "wish-for-speed":
      return request.expediteWish === command.text;
    case "accept":
      return (
        request.acceptance !== null &&
        request.acceptance.as === command.acceptance.as &&
        request.acceptance.reference === command.acceptance.reference
      );
    case "decline":
      return request.state === "declined" && request.reason === command.reason;
    case "withdraw":
      return request.state === "withdrawn";
    case "follow-up":
    case "note":
      return false;
  }
}

/** The day of what was last done with it; a note or a wish does nothing with it. */
const lastMove = ({ history, submittedOn }: CustomerRequest): string =>
  history.findLast(({ type }) => type !== "noted" && type !== "speed-wished")?.on ?? submittedOn;

const decided = ({ id, state }: CustomerRequest, on: string) =>
  rejection("REQUEST_DECIDED", { request: id, state, on });
