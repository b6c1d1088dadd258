import { Button, Divider, Group, Kbd, Stack, Text } from "@mantine/core";
import type { RequestView } from "../api/answers.ts";
import { useMay } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { TextLink } from "../page/text-link.tsx";
import { FollowUpBadge } from "../requests/follow-up-badge.tsx";
import { RequestHistory } from "../requests/request-history.tsx";
import { acceptedWords, stateWords } from "../requests/request-words.ts";
import { StartWindow } from "../requests/start-window.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";
import type { TriageAction } from "./triage-keys.ts";

/** A request with what is known of it, what can be done and what was. */
export function RequestPanel({
  request,
  act,
  busy,
  error,
}: {
  readonly request: RequestView;
  readonly act: (action: TriageAction) => void;
  readonly busy: boolean;
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
          <TextLink to="/accounts/$id" params={{ id: account }}>
            {accountName}
          </TextLink>
          , asked by {submittedBy} on <DayLabel day={submittedOn} />
        </Text>
      </div>
      <Group gap="xs">
        <FollowUpBadge clock={followUp} decided={decidedOn !== null} />
        {decidedOn === null ? null : <StateBadge tone={stateWords[state].tone}>{stateWords[state].word}</StateBadge>}
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
      {decidedOn === null ? <Actions request={request} act={act} busy={busy} /> : null}
      <RefusalNote error={error} />
      <Divider />
      <Text fw={550} size="sm" component="h3" m={0}>
        History
      </Text>
      <RequestHistory request={request} />
    </Stack>
  );
}

function Actions({
  request: { size, expectedStart },
  act,
  busy,
}: {
  readonly request: RequestView;
  readonly act: (action: TriageAction) => void;
  readonly busy: boolean;
}) {
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
              rightSection={<Kbd size="xs">{each === "small" ? "S" : "L"}</Kbd>}
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
          <Button onClick={() => act("accept")} rightSection={<Kbd size="xs">A</Kbd>}>
            Accept
          </Button>
        ) : null}
        <Button variant="default" onClick={() => act("follow-up")} rightSection={<Kbd size="xs">F</Kbd>}>
          Follow up
        </Button>
        {mayDecide ? (
          <Button variant="default" onClick={() => act("decline")} rightSection={<Kbd size="xs">D</Kbd>}>
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
