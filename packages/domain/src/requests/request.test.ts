import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideRequest } from "./decide-request.ts";
import {
  AcceptedAs,
  beginRequest,
  CustomerRequest,
  evolveRequest,
  queueOf,
  type RequestCommand,
  type RequestEvent,
} from "./request.ts";

const submitted = beginRequest({
  account: "acme",
  id: "0190a000-0000-7000-8000-000000000001",
  title: "Price breaks by branch",
  description: "As on the paper list.",
  expediteWish: null,
  submittedBy: "Ann of Acme",
  submittedOn: "2024-06-03",
});

const who = (on: string) => ({ person: "Cora", on });
const review = (on = "2024-06-04") => ({ type: "review" as const, ...who(on) });
const size = (is: "small" | "large", on = "2024-06-04") => ({ type: "size" as const, ...who(on), size: is });
const followUp = (text = "Called Ann", on = "2024-06-05") => ({ type: "follow-up" as const, ...who(on), text });
const note = (text: string, on = "2024-06-05") => ({ type: "note" as const, ...who(on), text });
const accept = (as: AcceptedAs = "deliverable", reference: string | null = "price-breaks", on = "2024-06-06") => ({
  type: "accept" as const,
  ...who(on),
  acceptance: { as, reference },
});
const decline = (reason = "The platform does it", on = "2024-06-06") => ({
  type: "decline" as const,
  ...who(on),
  reason,
});
const withdraw = (on = "2024-06-06") => ({ type: "withdraw" as const, ...who(on), reason: "" });

function events(request: CustomerRequest, command: RequestCommand): readonly RequestEvent[] {
  const result = decideRequest(request, command);
  if (!result.ok) throw new Error(result.rejection.message);
  return result.value;
}
const after = (...commands: readonly RequestCommand[]): CustomerRequest =>
  commands.reduce((request, command) => events(request, command).reduce(evolveRequest, request), submitted);
const refusal = (request: CustomerRequest, command: RequestCommand) => {
  const result = decideRequest(request, command);
  return result.ok ? "done" : result.rejection;
};
const typesOf = ({ history }: CustomerRequest) => history.map(({ type }) => type);

describe("a request", () => {
  test("REQ-4: is submitted, in review, followed up, and accepted as what it became", () => {
    const accepted = after(review(), size("small"), followUp(), accept());
    expect([submitted, after(review()), after(review(), followUp()), accepted].map(({ state }) => state)).toEqual([
      "submitted",
      "in-review",
      "followed-up",
      "accepted",
    ]);
    expect(accepted).toMatchObject({
      size: "small",
      sizedOn: "2024-06-04",
      followedUpOn: "2024-06-05",
      decidedOn: "2024-06-06",
      acceptance: { as: "deliverable", reference: "price-breaks" },
    });
    expect(typesOf(accepted)).toEqual(["submitted", "review-started", "sized", "followed-up", "accepted"]);
  });

  test.each(AcceptedAs.options)("REQ-4: can become a %s", (as) => {
    expect(after(accept(as, null)).acceptance).toEqual({ as, reference: null });
  });

  test("REQ-4: a decision is a follow-up too, so that no state is left out", () => {
    expect(typesOf(after(accept()))).toEqual(["submitted", "review-started", "followed-up", "accepted"]);
    const declined = after(decline());
    expect(typesOf(declined)).toEqual(["submitted", "review-started", "followed-up", "declined"]);
    expect(declined).toMatchObject({ state: "declined", followedUpOn: "2024-06-06", reason: "The platform does it" });
  });

  test("REQ-4: is withdrawn by who asked, until it is decided", () => {
    expect(after(followUp(), withdraw())).toMatchObject({ state: "withdrawn", decidedOn: "2024-06-06" });
    expect(after(withdraw()).followedUpOn).toBeNull();
    expect(refusal(after(accept()), withdraw())).toMatchObject({
      code: "REQUEST_DECIDED",
      clause: "REQ-4",
      details: { state: "accepted", on: "2024-06-06" },
    });
  });

  test.each([
    ["accepted", after(accept())],
    ["declined", after(decline())],
    ["withdrawn", after(withdraw())],
  ])("REQ-4: %s, it takes no other turn, but notes may be added", (_state, decided) => {
    const late = "2024-06-07";
    for (const command of [
      review(late),
      followUp("Again", late),
      accept("package", null, late),
      decline("Another reason", late),
      { type: "wish-for-speed" as const, ...who(late), text: "Trade fair" },
    ])
      expect(refusal(decided, command)).toMatchObject({ code: "REQUEST_DECIDED" });
    expect(events(decided, note("Thanks", late))).toHaveLength(1);
  });

  test("asking for what is so already changes nothing", () => {
    expect(events(after(review()), review())).toEqual([]);
    expect(events(after(size("large")), size("large", "2024-06-10"))).toEqual([]);
    expect(events(after(accept()), accept())).toEqual([]);
    expect(events(after(decline()), decline())).toEqual([]);
    expect(events(after(withdraw()), withdraw())).toEqual([]);
  });

  test("REQ-1: the first follow-up stops the clock, later ones are kept beside it", () => {
    const twice = after(followUp("Called Ann"), followUp("Sent a sketch", "2024-06-10"));
    expect(twice.followedUpOn).toBe("2024-06-05");
    expect(typesOf(twice).filter((type) => type === "followed-up")).toHaveLength(2);
  });

  test("REQ-2: a wish for speed is kept as said, and gives no lead time", () => {
    const wished = after({ type: "wish-for-speed", ...who("2024-06-04"), text: "Trade fair on the 20th" });
    expect(wished.expediteWish).toBe("Trade fair on the 20th");
    expect(Object.keys(wished)).not.toContain("leadTime");
  });

  test("REQ-3: a new size counts from its own day, and an accepted request may still be given its first", () => {
    expect(after(size("small"), size("large", "2024-06-05"))).toMatchObject({ size: "large", sizedOn: "2024-06-05" });
    expect(after(accept(), size("small", "2024-06-07")).sizedOn).toBe("2024-06-07");
    expect(refusal(after(size("large"), accept()), size("small", "2024-06-07"))).toMatchObject({
      code: "REQUEST_DECIDED",
    });
  });

  test("nothing is dated before the last move", () => {
    expect(refusal(after(followUp()), accept("package", null, "2024-06-04"))).toMatchObject({
      code: "REQUEST_MOVED_LATER",
      details: { on: "2024-06-04", last: "2024-06-05" },
    });
    expect(refusal(submitted, review("2024-06-02"))).toMatchObject({ code: "REQUEST_MOVED_LATER" });
  });

  test("waits for follow-up until somebody did, and is filed as decided afterwards", () => {
    const queues = [submitted, after(review()), after(followUp()), after(accept()), after(withdraw())].map(queueOf);
    expect(queues).toEqual(["awaiting-follow-up", "awaiting-follow-up", "followed-up", "accepted", "withdrawn"]);
  });

  test("REQ-4: whatever is asked of it, in whatever order, it is sound and its history tells how it came to be", () => {
    const day = fc.integer({ min: 3, max: 28 }).map((number) => `2024-06-${String(number).padStart(2, "0")}`);
    const command: fc.Arbitrary<RequestCommand> = fc.oneof(
      day.map(review),
      fc.tuple(fc.constantFrom("small", "large"), day).map(([is, on]) => size(is, on)),
      day.map((on) => followUp("Called", on)),
      day.map((on) => note("A word", on)),
      fc.tuple(fc.constantFrom(...AcceptedAs.options), day).map(([as, on]) => accept(as, null, on)),
      day.map((on) => decline("No", on)),
      day.map(withdraw),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let request = submitted;
        for (const each of commands) {
          const result = decideRequest(request, each);
          if (result.ok) request = result.value.reduce(evolveRequest, request);
        }
        expect(CustomerRequest.parse(JSON.parse(JSON.stringify(request)))).toEqual(request);
        expect(request.history.slice(1).reduce(evolveRequest, submitted)).toEqual(request);
        const decided = ["accepted", "declined", "withdrawn"].includes(request.state);
        expect(request.decidedOn !== null).toBe(decided);
        expect(request.acceptance !== null).toBe(request.state === "accepted");
        expect(request.followedUpOn === null || request.followedUpOn >= request.submittedOn).toBe(true);
        if (request.state === "accepted" || request.state === "declined") expect(request.followedUpOn).not.toBeNull();
      }),
    );
  });
});
