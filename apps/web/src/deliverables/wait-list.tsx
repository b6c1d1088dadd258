import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Stack, Text } from "@mantine/core";
import type { DeliverableView } from "../api/answers.ts";
import { useMay } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Section } from "../page/section.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** What the work waited for, and waits for now (LEAD-6). */
export function WaitList({ work }: { readonly work: DeliverableView }) {
  const mayWait = useMay("wait.start") && work.state === "open";
  return (
    <Section
      title={t`Waits`}
      note={
        <>
          <Trans>Business days of a wait move the dates of a lead time</Trans> <ClauseLink id="LEAD-6" />
        </>
      }
      actions={
        mayWait ? (
          <AskLink ask="wait" size="xs">
            <Trans>Start a wait</Trans>
          </AskLink>
        ) : null
      }
    >
      {work.waits.length === 0 ? (
        <Text size="sm" c="dimmed">
          <Trans>It waits for nobody.</Trans>
        </Text>
      ) : (
        <Stack gap="sm">
          {work.waits.map(({ id, whose, from, to, what, answers = [] }) => (
            <Group key={id} justify="space-between" gap="xs" align="flex-start">
              <div>
                <Group gap="xs">
                  <Text size="sm" fw={500}>
                    {what}
                  </Text>
                  {to === null ? <StateBadge tone="soon">{t`Waiting`}</StateBadge> : null}
                </Group>
                <Text size="sm" c="dimmed" component="div">
                  <Span whose={whose} from={from} to={to} />
                </Text>
                {answers.map(({ person, on, text }) => (
                  <Text key={`${person} ${on} ${text}`} size="sm" component="div">
                    {person}, <DayLabel day={on} />: {text}
                  </Text>
                ))}
              </div>
              {to === null && mayWait ? (
                <AskLink ask="stop-wait" with={{ wait: id }} size="xs">
                  <Trans>It is over</Trans>
                </AskLink>
              ) : null}
            </Group>
          ))}
        </Stack>
      )}
    </Section>
  );
}

function Span({ whose, from: begins, to: ends }: Pick<DeliverableView["waits"][number], "whose" | "from" | "to">) {
  const onWhom = whose === "client" ? t`On the customer` : t`On the product team`;
  const from = <DayLabel day={begins} />;
  if (ends === null)
    return (
      <Trans>
        {onWhom}, from {from}
      </Trans>
    );
  const to = <DayLabel day={ends} />;
  return (
    <Trans>
      {onWhom}, from {from} to {to}
    </Trans>
  );
}
