import { Button, Divider, Group, Kbd, Stack, Text } from "@mantine/core";
import type { RequestView } from "../api/answers.ts";
import { useMay } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { TextLink } from "../page/text-link.tsx";
import { FollowUpBadge } from "../requests/follow-up-badge.tsx";

import { requestStates } from "../requests/request-words.ts";
import { StartWindow } from "../requests/start-window.tsx";
import { acceptedWords } from "../requests/triage-words.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";
import { RequestTimeline } from "./request-timeline.tsx";
import type { TriageAction } from "./triage-keys.ts";

/** A request with what is known of it, what can be done and what was. */
export function RequestPanel({
  request,
  act,
  busy,
  error,
  keys,
}: {
  readonly request: RequestView;
  readonly act: (action: TriageAction) => void;
  readonly busy: boolean;
  /** There is a keyboard: each button says its key. */
  readonly keys: boolean;
  readonly error: unknown;
}) {
  const { account, accountName, title, description, expediteWish, followUp, state, decidedOn } = request;
  const { submittedBy, submittedOn } = request;
  return (
    <Stack gap="sm">
      <div>
        <Text fw={620} size="lg" component="h2" m={0}>
          {title}
        </Text>
        <Text size="sm" c="dimmed">
          <TextLink to="/accounts/$id" params={{ id: account }} underline="always">
            {accountName}
          </TextLink>
          , asked by {submittedBy} on <DayLabel day={submittedOn} />
        </Text>
      </div>
      <Group gap="xs">
        <FollowUpBadge clock={followUp} decided={decidedOn !== null} />
        {decidedOn === null ? null : (
          <StateBadge tone={requestStates[state].tone}>{requestStates[state].word}</StateBadge>
        )}
        <ClauseLink id="REQ-1" />
      </Group>
      {description === "" ? null : <Text style={{ whiteSpace: "pre-wrap" }}>{description}</Text>}
      {expediteWish === null ? null : (
        <Text size="sm">
          <strong>Wanted sooner:</strong> {expediteWish}. A wish is no promise: a lead time stands in an approved SOW
          only. <ClauseLink id="REQ-2" />
        </Text>
      )}
      <Outcome request={request} />
      {decidedOn === null ? <Actions request={request} act={act} busy={busy} keys={keys} /> : null}
      <RefusalNote error={error} />
      <Divider />
      <Text fw={550} size="sm" component="h3" m={0}>
        History
      </Text>
      <RequestTimeline history={request.history} />
    </Stack>
  );
}

function Actions({
  request: { size, expectedStart },
  act,
  busy,
  keys,
}: {
  readonly request: RequestView;
  readonly act: (action: TriageAction) => void;
  readonly busy: boolean;
  readonly keys: boolean;
}) {
  const key = (name: string) => (keys ? <Kbd size="xs">{name}</Kbd> : null);
  const [mayTriage, mayDecide] = [useMay("delivering"), useMay("commercial")];
  if (!mayTriage) return null;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="sm" c="dimmed" id="request-size">
          Size
        </Text>
        <Button.Group aria-labelledby="request-size">
          {(["small", "large"] as const).map((each) => (
            <Button
              key={each}
              size="sm"
              variant={size === each ? "filled" : "default"}
              aria-pressed={size === each}
              disabled={busy}
              onClick={() => act(each)}
              rightSection={key(each === "small" ? "S" : "L")}
            >
              {each === "small" ? "Small" : "Large"}
            </Button>
          ))}
        </Button.Group>
        {expectedStart === null ? (
          <Text size="sm" c="dimmed">
            not judged yet
          </Text>
        ) : (
          <Text size="sm">
            Expected to begin <StartWindow window={expectedStart} /> <ClauseLink id="REQ-3" />
          </Text>
        )}
      </Group>
      <Group gap="xs">
        {mayDecide ? (
          <Button onClick={() => act("accept")} rightSection={key("A")}>
            Accept
          </Button>
        ) : null}
        <Button variant="default" onClick={() => act("follow-up")} rightSection={key("F")}>
          Follow up
        </Button>
        {mayDecide ? (
          <Button variant="default" onClick={() => act("decline")} rightSection={key("D")}>
            Decline
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}

function Outcome({ request: { account, acceptance, reason, startedOn } }: { readonly request: RequestView }) {
  if (acceptance === null)
    return reason === null || reason === "" ? null : (
      <Text size="sm">
        <strong>Why:</strong> {reason}
      </Text>
    );
  const { as, reference } = acceptance;
  return (
    <Text size="sm">
      Became {acceptedWords[as].toLowerCase()}
      {reference === null ? null : ": "}
      {reference !== null && as === "deliverable" ? (
        <DeliverableLink account={account} deliverable={reference}>
          {reference}
        </DeliverableLink>
      ) : (
        reference
      )}
      {startedOn === null ? null : (
        <>
          . Work began on <DayLabel day={startedOn} />
        </>
      )}
      .
    </Text>
  );
}
