import { t } from "@lingui/core/macro";
import { Text, Timeline } from "@mantine/core";
import type { RequestView } from "../api/answers.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { acceptedTitle } from "../requests/triage-words.ts";

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
      return t`Submitted`;
    case "review-started":
      return t`Review began`;
    case "sized":
      return event.size === "small" ? t`Sized: small` : t`Sized: large`;
    case "followed-up":
      return t`Followed up`;
    case "noted":
      return t`Note`;
    case "speed-wished":
      return t`Wanted sooner`;
    case "accepted":
      return acceptedTitle(event.acceptance.as);
    case "declined":
      return t`Declined`;
    case "withdrawn":
      return t`Withdrawn`;
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
