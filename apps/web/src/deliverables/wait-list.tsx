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
  const mayWait = useMay("delivering") && work.state === "open";
  return (
    <Section
      title="Waits"
      note={
        <>
          Business days of a wait move the dates of a lead time <ClauseLink id="LEAD-6" />
        </>
      }
      actions={
        mayWait ? (
          <AskLink ask="wait" size="xs">
            Start a wait
          </AskLink>
        ) : null
      }
    >
      {work.waits.length === 0 ? (
        <Text size="sm" c="dimmed">
          It waits for nobody.
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
                  {to === null ? <StateBadge tone="soon">Waiting</StateBadge> : null}
                </Group>
                <Text size="sm" c="dimmed" component="div">
                  {whose === "client" ? "On the customer" : "On the product team"}, from <DayLabel day={from} />
                  {to === null ? null : (
                    <>
                      {" "}
                      to <DayLabel day={to} />
                    </>
                  )}
                </Text>
                {answers.map(({ person, on, text }) => (
                  <Text key={`${person} ${on} ${text}`} size="sm" component="div">
                    {person}, <DayLabel day={on} />: {text}
                  </Text>
                ))}
              </div>
              {to === null && mayWait ? (
                <AskLink ask="stop-wait" with={{ wait: id }} size="xs">
                  It is over
                </AskLink>
              ) : null}
            </Group>
          ))}
        </Stack>
      )}
    </Section>
  );
}
