import { Text, Timeline } from "@mantine/core";
import type { RequestView } from "../api/answers.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { acceptedWords, sizeWords } from "../requests/triage-words.ts";

type Event = RequestView["history"][number];

/** Everything that happened to a request, newest first. */
export function RequestTimeline({ history }: Pick<RequestView, "history">) {
  const told = history.map((event, place) => ({ event, place }));
  return (
    <Timeline active={-1} bulletSize={14} lineWidth={2}>
      {told.toReversed().map(({ event, place }) => (
        <Timeline.Item key={place} title={<Text size="sm">{titleOf(event)}</Text>}>
          {saidIn(event) === "" ? null : (
            <Text size="sm" style={{ whiteSpace: "pre-wrap" }}>
              {saidIn(event)}
            </Text>
          )}
          <Text size="xs" c="dimmed">
            {event.person}, <DayLabel day={event.on} />
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

function titleOf(event: Event): string {
  switch (event.type) {
    case "submitted":
      return "Submitted";
    case "review-started":
      return "Review began";
    case "sized":
      return `Sized: ${sizeWords[event.size].toLowerCase()}`;
    case "followed-up":
      return "Followed up";
    case "noted":
      return "Note";
    case "speed-wished":
      return "Wanted sooner";
    case "accepted":
      return `Accepted as ${acceptedWords[event.acceptance.as].toLowerCase()}`;
    case "declined":
      return "Declined";
    case "withdrawn":
      return "Withdrawn";
  }
}

function saidIn(event: Event): string {
  switch (event.type) {
    case "followed-up":
    case "noted":
    case "speed-wished":
      return event.text;
    case "declined":
    case "withdrawn":
      return event.reason;
    case "accepted":
      return event.acceptance.reference ?? "";
    default:
      return "";
  }
}
