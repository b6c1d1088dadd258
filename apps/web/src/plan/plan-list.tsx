import type { ImplementationTerms, Side } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { PlanView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { usePolicyOn } from "../api/policy.ts";
import { useToday } from "../api/session.ts";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { PlanRibbon } from "../plan-ribbon/plan-ribbon.tsx";
import type { Audience } from "../plan-ribbon/turn-words.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { openSteps } from "./open-steps.ts";
import { StepCard } from "./step-card.tsx";
import { useMarks } from "./use-marks.ts";

/** The implementation plans of an account: whose turn it is now, what there is to tick off, and the weeks. */
export function PlanList({
  account,
  plan: wanted,
  audience,
}: {
  readonly account: string;
  readonly plan: string | undefined;
  readonly audience: Audience;
}) {
  const navigate = useNavigate();
  const { items } = useSuspenseQuery(useApi().plan.list.queryOptions({ account })).data;
  // A customer looks at the project that was begun last.
  const plan = items.find(({ id }) => id === wanted) ?? items.at(-1);
  if (plan === undefined)
    return (
      <Section title={t`Implementation plan`}>
        <Empty
          title={t`No plan yet`}
          next={t`Once an implementation is ordered, its steps, weeks and whose turn each is show here.`}
        />
      </Section>
    );
  return (
    <Stack gap="lg">
      {items.length < 2 ? null : (
        <SegmentedControl
          aria-label={t`Plan`}
          data={items.map(({ id, name }) => ({ value: id, label: name }))}
          value={plan.id}
          onChange={(id) =>
            navigate({
              to: ".",
              search: (search: Record<string, unknown>) => ({ ...search, plan: id }),
              resetScroll: false,
            })
          }
        />
      )}
      <KnownPlan key={plan.id} account={account} id={plan.id} audience={audience} />
    </Stack>
  );
}

/** A plan keeps the stages and steps of the policy it was ordered under. */
function KnownPlan({
  account,
  id,
  audience,
}: {
  readonly account: string;
  readonly id: string;
  readonly audience: Audience;
}) {
  const answer = useSuspenseQuery(useApi().plan.show.queryOptions({ account, plan: id })).data;
  const terms = usePolicyOn(answer.plan.orderedOn)?.policy.implementation;
  return terms === undefined ? <Skeleton h={360} /> : <OnePlan answer={answer} terms={terms} audience={audience} />;
}

function OnePlan({
  answer,
  terms,
  audience,
}: {
  readonly answer: PlanView;
  readonly terms: ImplementationTerms;
  readonly audience: Audience;
}) {
  const today = useToday();
  const marks = useMarks(answer, terms);
  const [marked, setMarked] = useState<readonly string[]>([]);
  const { plan, steps } = marks.shown;
  const sideOf = (step: string): Side => terms.steps.find((each) => each.id === step)?.side ?? "neither";
  const open = openSteps(marks.shown, today);
  const justDone = steps.filter(({ id }) => marked.includes(id) && plan.done[id] !== undefined);
  const markDone = (step: string) => {
    setMarked((before) => [...before.filter((each) => each !== step), step]);
    marks.setDone(step, true);
  };
  /** Steps whose turn it is, and those that were just marked, so that they can be taken back. */
  const cards = (isHere: (side: Side) => boolean) => (
    <Stack gap="sm">
      {justDone
        .filter(({ id }) => isHere(sideOf(id)))
        .map(({ id, label }) => (
          <Group key={id} gap="xs" role="status">
            <Text size="sm">
              <Trans>{label} is done.</Trans>
            </Text>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t`Undo: ${label}`}
              onClick={() => marks.setDone(id, false)}
            >
              {t`Undo`}
            </Button>
          </Group>
        ))}
      {open
        .filter(({ id }) => isHere(sideOf(id)))
        .map((step) => (
          <StepCard key={step.id} step={step} terms={terms} marks={marks} onDone={() => markDone(step.id)} />
        ))}
    </Stack>
  );
  const [isTheirs, isOthers] = [(side: Side) => side === "theirs", (side: Side) => side !== "theirs"];
  return (
    <>
      <Section
        title={audience === "customer" ? t`Your turn` : t`The customer's turn`}
        note={
          <Trans>
            steps that have begun and are not done <ClauseLink id="IMPL-2" />
          </Trans>
        }
      >
        {cards(isTheirs)}
        {open.some(({ id }) => isTheirs(sideOf(id))) ? null : (
          <Empty title={t`No step waits`} next={t`Steps show here from the day they are forecast to begin.`} />
        )}
      </Section>
      {[...open, ...justDone].some(({ id }) => isOthers(sideOf(id))) ? (
        <Section title={t`Our turn, and together`}>{cards(isOthers)}</Section>
      ) : null}
      <Section title={plan.name} note={t`target and forecast of every step, week by week from the order date`}>
        <PlanRibbon
          plan={marks.shown}
          terms={terms}
          orderedOn={plan.orderedOn}
          done={plan.done}
          today={today}
          audience={audience}
        />
      </Section>
    </>
  );
}
