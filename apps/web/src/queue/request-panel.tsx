import { Trans } from "@lingui/react/macro";
import { Button, Divider, Group, Kbd, Stack, Text } from "@mantine/core";
import type { RequestView } from "../api/answers.ts";
import { useMay } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { TextLink } from "../page/text-link.tsx";
import { FollowUpBadge } from "../requests/follow-up-badge.tsx";
import { requestState } from "../requests/request-words.ts";
import { StartWindow } from "../requests/start-window.tsx";
import { becameTitle, sizeWord } from "../requests/triage-words.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";
import { RequestTimeline } from "./request-timeline.tsx";
import type { TriageAction } from "./triage-keys.ts";

/** A request with what is known of it, what can be done and what was. */
export function RequestPanel({
  request,
  act,
  error,
  keys,
}: {
  readonly request: RequestView;
  readonly act: (action: TriageAction) => void;
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
          <Trans>
            <TextLink to="/accounts/$id" params={{ id: account }} underline="always">
              {accountName}
            </TextLink>
            , asked by {submittedBy} on <DayLabel day={submittedOn} />
          </Trans>
        </Text>
      </div>
      <Group gap="xs">
        <FollowUpBadge clock={followUp} decided={decidedOn !== null} />
        {decidedOn === null ? null : (
          <StateBadge tone={requestState(state).tone}>{requestState(state).word}</StateBadge>
        )}
        <ClauseLink id="REQ-1" />
      </Group>
      {description === "" ? null : <Text style={{ whiteSpace: "pre-wrap" }}>{description}</Text>}
      {expediteWish === null ? null : (
        <Text size="sm">
          <Trans>
            <strong>Wanted sooner:</strong> {expediteWish}. A wish is no promise: a lead time stands in an approved SOW
            only.
          </Trans>{" "}
          <ClauseLink id="REQ-2" />
        </Text>
      )}
      <Outcome request={request} />
      {decidedOn === null ? <Actions request={request} act={act} keys={keys} /> : null}
      <RefusalNote error={error} />
      <Divider />
      <Text fw={550} size="sm" component="h3" m={0}>
        <Trans>History</Trans>
      </Text>
      <RequestTimeline history={request.history} />
    </Stack>
  );
}

function Actions({
  request: { size, expectedStart },
  act,
  keys,
}: {
  readonly request: RequestView;
  readonly act: (action: TriageAction) => void;
  readonly keys: boolean;
}) {
  const key = (name: string) => (keys ? <Kbd size="xs">{name}</Kbd> : null);
  const [mayTriage, mayDecide] = [useMay("request.triage"), useMay("request.accept")];
  if (!mayTriage) return null;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="sm" c="dimmed" id="request-size">
          <Trans>Size</Trans>
        </Text>
        <Button.Group aria-labelledby="request-size">
          {(["small", "large"] as const).map((each) => (
            <Button
              key={each}
              size="sm"
              variant={size === each ? "filled" : "default"}
              aria-pressed={size === each}
              onClick={() => act(each)}
              rightSection={key(each === "small" ? "S" : "L")}
            >
              {sizeWord(each)}
            </Button>
          ))}
        </Button.Group>
        {expectedStart === null ? (
          <Text size="sm" c="dimmed">
            <Trans>not judged yet</Trans>
          </Text>
        ) : (
          <Text size="sm">
            <Trans>
              Expected to begin <StartWindow window={expectedStart} />
            </Trans>{" "}
            <ClauseLink id="REQ-3" />
          </Text>
        )}
      </Group>
      <Group gap="xs">
        {mayDecide ? (
          <Button onClick={() => act("accept")} rightSection={key("A")}>
            <Trans>Accept</Trans>
          </Button>
        ) : null}
        <Button variant="default" onClick={() => act("follow-up")} rightSection={key("F")}>
          <Trans>Follow up</Trans>
        </Button>
        {mayDecide ? (
          <Button variant="default" onClick={() => act("decline")} rightSection={key("D")}>
            <Trans>Decline</Trans>
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
        <Trans>
          <strong>Why:</strong> {reason}
        </Trans>
      </Text>
    );
  return (
    <Text size="sm">
      <Became account={account} acceptance={acceptance} />
      {startedOn === null ? null : (
        <>
          {" "}
          <Trans>
            Work began on <DayLabel day={startedOn} />.
          </Trans>
        </>
      )}
    </Text>
  );
}

/** What it was accepted as, with the word that leads to it. */
function Became({
  account,
  acceptance: { as, reference },
}: {
  readonly account: string;
  readonly acceptance: NonNullable<RequestView["acceptance"]>;
}) {
  const became = becameTitle(as);
  if (reference === null) return `${became}.`;
  const where =
    as === "deliverable" ? (
      <DeliverableLink account={account} deliverable={reference}>
        {reference}
      </DeliverableLink>
    ) : (
      reference
    );
  return (
    <Trans>
      {became}: {where}.
    </Trans>
  );
}
