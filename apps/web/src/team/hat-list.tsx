import { customerHats, type Hat } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge, Group, List, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { PersonView, TeamGaps } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { usePolicy } from "../api/policy.ts";
import { useMay, useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Section } from "../page/section.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { PeopleList } from "./people-list.tsx";
import { RoleGaps } from "./role-gaps.tsx";
import { wearersOf } from "./wearers.ts";

const TeamDialogs = lazy(async () => ({ default: (await import("./team-dialogs.tsx")).TeamDialogs }));

/** The hats of the customer's side: who wears each, the three answers, what an empty one blocks, and who could fill it. */
export function HatList({ account }: { readonly account: string }) {
  const api = useApi();
  const { ask } = useSearch({ strict: false });
  const { items: people } = useSuspenseQuery(api.person.list.queryOptions({ account })).data;
  const gaps = useSuspenseQuery(api.person.gaps.queryOptions({ account })).data;
  const all = customerHats.map((hat) => ({ hat, gap: gaps.hats.find((each) => each.hat === hat.id) }));
  // What lacks somebody comes first.
  const hats = [...all.filter(({ gap }) => gap !== undefined), ...all.filter(({ gap }) => gap === undefined)];
  return (
    <>
      <Section
        title={t`Hats`}
        note={
          <Trans>
            filled by somebody who gets it, wants it and has the capacity <ClauseLink id="ROLE-3" />
          </Trans>
        }
      >
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {hats.map(({ hat, gap }) => (
            <HatCard key={hat.id} hat={hat} people={people} gap={gap} />
          ))}
        </SimpleGrid>
      </Section>
      <RoleGaps gaps={gaps} />
      <PeopleList people={people} />
      <Suspense fallback={null}>
        {ask === undefined ? null : <TeamDialogs account={account} people={people} />}
      </Suspense>
    </>
  );
}

function HatCard({
  hat,
  people,
  gap,
}: {
  readonly hat: Hat;
  readonly people: readonly PersonView[];
  readonly gap: TeamGaps["hats"][number] | undefined;
}) {
  const mayAssign = useMay("person.assign");
  const steps = usePolicy()?.policy.implementation.steps ?? [];
  const labelOf = (id: string) => steps.find((step) => step.id === id)?.label ?? id;
  const wearers = wearersOf(people, hat.id);
  const { title } = hat;
  return (
    <Paper component="article" withBorder p="md" aria-label={hat.title}>
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={3}>{hat.title}</Title>
        {gap !== undefined ? (
          <StateBadge tone={hat.critical === null ? "soon" : "late"}>
            <Trans>Not filled</Trans>
          </StateBadge>
        ) : wearers.length > 0 ? (
          <StateBadge tone="good">
            <Trans>Filled</Trans>
          </StateBadge>
        ) : (
          <StateBadge tone="quiet">
            <Trans>Not needed now</Trans>
          </StateBadge>
        )}
      </Group>
      <Group gap={6} mt={4}>
        {hat.exactlyOnePer === null ? null : (
          <Badge variant="default">{hat.exactlyOnePer === "program" ? t`one per program` : t`one per project`}</Badge>
        )}
        {hat.budgetAuthority ? (
          <Badge variant="default">
            <Trans>holds the budget</Trans>
          </Badge>
        ) : null}
        {hat.critical === null ? null : (
          <Badge variant="default" title={t`Which hats are critical is our inference; no source states it`}>
            <Trans>critical at the start (inferred)</Trans>
          </Badge>
        )}
      </Group>
      <Stack gap={4} mt="sm">
        {wearers.map((wearer) => (
          <Wearer key={wearer.person} wearer={wearer} />
        ))}
      </Stack>
      {gap === undefined ? null : (
        <Text size="sm" component="div" mt="xs">
          {gap.reasons.map(({ message }) => message).join(" ")}
          {gap.blocks.length === 0 ? null : (
            <>
              {" "}
              <Trans>It holds up:</Trans>
              <List size="sm">
                {gap.blocks.map((step) => (
                  <List.Item key={step}>{labelOf(step)}</List.Item>
                ))}
              </List>
            </>
          )}
        </Text>
      )}
      {mayAssign ? (
        <AskLink ask="assign" with={{ hat: hat.id }} size="xs" mt="sm" aria-label={t`Assign ${title}`}>
          <Trans>Assign</Trans>
        </AskLink>
      ) : null}
    </Paper>
  );
}

function Wearer({ wearer: { name, plan, answers } }: { readonly wearer: ReturnType<typeof wearersOf>[number] }) {
  const today = useToday();
  return (
    <Text size="sm" component="div">
      <Text span inherit fw={550}>
        {name}
      </Text>
      {plan === null ? "" : ` (${plan})`}:{" "}
      {answers === null
        ? t`nobody answered the three questions yet`
        : [
            answers.getsIt ? t`gets it` : t`does not get it yet`,
            answers.wantsIt ? t`wants it` : t`does not want it`,
            answers.hasCapacity ? t`has the capacity` : t`has no capacity`,
          ].join(", ")}
      {answers === null ? null : (
        <Text span inherit c="dimmed">
          {" "}
          {saidWords(answers.assertedBy, formatDay(answers.assertedOn, today))}
        </Text>
      )}
    </Text>
  );
}

const saidWords = (person: string, day: string): string => t`(said ${person}, ${day})`;
