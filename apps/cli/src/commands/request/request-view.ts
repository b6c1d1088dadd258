import type { Client } from "../../client/client.ts";
import { type Block, facts, left, right } from "../../terminal/block.ts";

/** A request as the practice answers it. */
export type RequestView = Awaited<ReturnType<Client["request"]["show"]["query"]>>;

/** One request with its clock, its window and everything that happened. */
export const requestView = (request: RequestView): readonly Block[] => [
  facts(
    ["Request", request.id],
    ["Title", request.title],
    ["Account", `${request.account}, ${request.accountName}`],
    ["Submitted", `${request.submittedOn} by ${request.submittedBy}`],
    ["State", request.state],
    ["Became", becameOf(request)],
    ["Reason", request.reason],
    ["Follow-up", clockOf(request)],
    ["Size", request.size],
    ["Expected start", windowOf(request)],
    ["Begun", request.startedOn],
    ["Wanted sooner", request.expediteWish === null ? null : `${request.expediteWish} (a wish, no promise: REQ-2)`],
    ["Description", request.description],
  ),
  {
    kind: "table",
    columns: [left("On"), left("Who"), left("What"), left("Said")],
    rows: request.history.map((event) => [event.on, event.person, event.type, saidIn(event)]),
  },
];

/** Requests below one another, as a queue shows them. */
export const requestTable = (items: readonly RequestView[], empty: string): Block => ({
  kind: "table",
  columns: [
    left("Request"),
    left("Account"),
    left("Title"),
    left("Submitted"),
    left("State"),
    left("Follow-up"),
    right("Days"),
    left("Due"),
    left("Size"),
    left("Expected start"),
    left("Wanted sooner"),
  ],
  rows: items.map((each) => [
    each.id,
    each.account,
    each.title,
    each.submittedOn,
    each.state,
    each.followUp.state,
    String(each.followUp.businessDays),
    each.followUp.running ? each.followUp.dueOn : "",
    each.size ?? "",
    windowOf(each) ?? "",
    each.expediteWish === null ? "" : "yes",
  ]),
  empty,
});

const windowOf = ({ expectedStart }: RequestView): string | null =>
  expectedStart === null ? null : rangeOf(expectedStart);

export const rangeOf = ({ from, to }: { readonly from: string; readonly to: string }): string => `${from} to ${to}`;

function clockOf({ followUp, followedUpOn }: RequestView): string {
  const days = `${followUp.state}, ${followUp.businessDays} business ${followUp.businessDays === 1 ? "day" : "days"}`;
  if (followUp.running) return `${days}, due ${followUp.dueOn}`;
  return followedUpOn === null ? `${days}, withdrawn before` : `${days}, followed up ${followedUpOn}`;
}

const becameOf = ({ acceptance }: RequestView): string | null =>
  acceptance === null ? null : [acceptance.as, acceptance.reference ?? ""].join(" ").trim();

function saidIn(event: RequestView["history"][number]): string {
  switch (event.type) {
    case "submitted":
    case "review-started":
      return "";
    case "sized":
      return event.size;
    case "followed-up":
    case "noted":
    case "speed-wished":
      return event.text;
    case "accepted":
      return [event.acceptance.as, event.acceptance.reference ?? ""].join(" ").trim();
    case "declined":
    case "withdrawn":
      return event.reason;
  }
}
