import { SegmentedControl, Stack } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { usePolicy } from "../api/policy.ts";
import { useToday } from "../api/session.ts";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { PlanRibbon } from "../plan-ribbon/plan-ribbon.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { openSteps } from "./open-steps.ts";
import { StepCard } from "./step-card.tsx";

/** The implementation plans of an account: whose turn it is now, what there is to tick off, and the weeks. */
export function PlanList({
  account,
  plan: wanted,
  theirs,
}: {
  readonly account: string;
  readonly plan: string | undefined;
  /** What the customer is called on this page. */
  readonly theirs: "You" | "Customer";
}) {
  const navigate = useNavigate();
  const { items } = useSuspenseQuery(useApi().plan.list.queryOptions({ account })).data;
  // A customer looks at the project that was begun last.
  const plan = items.find(({ id }) => id === wanted) ?? items.at(-1);
  if (plan === undefined)
    return (
      <Section title="Implementation plan">
        <Empty
          title="No plan yet"
          next="Once an implementation is ordered, its steps, weeks and whose turn each is show here."
        />
      </Section>
    );
  return (
    <Stack gap="lg">
      {items.length < 2 ? null : (
        <SegmentedControl
          aria-label="Plan"
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
      <OnePlan account={account} id={plan.id} theirs={theirs} />
    </Stack>
  );
}

function OnePlan({ account, id, theirs }: { readonly account: string; readonly id: string; readonly theirs: string }) {
  const today = useToday();
  const terms = usePolicy()?.policy.implementation;
  const answer = useSuspenseQuery(useApi().plan.show.queryOptions({ account, plan: id })).data;
  if (terms === undefined) return null;
  const { plan } = answer;
  const sideOf = (step: string) => terms.steps.find((each) => each.id === step)?.side ?? "neither";
  const open = openSteps(answer, today);
  const turn = open.filter((step) => sideOf(step.id) === "theirs");
  const others = open.filter((step) => sideOf(step.id) !== "theirs");
  const cards = (steps: typeof open) => (
    <Stack gap="sm">
      {steps.map((step) => (
        <StepCard key={step.id} answer={answer} step={step} terms={terms} />
      ))}
    </Stack>
  );
  return (
    <>
      <Section
        title={theirs === "You" ? "Your turn" : "The customer's turn"}
        note={
          <>
            steps that have begun and are not done <ClauseLink id="IMPL-2" />
          </>
        }
      >
        {turn.length === 0 ? (
          <Empty title="No step waits" next="Steps show here from the day they are forecast to begin." />
        ) : (
          cards(turn)
        )}
      </Section>
      {others.length === 0 ? null : <Section title="Our turn, and together">{cards(others)}</Section>}
      <Section title={plan.name} note="target and forecast of every step, week by week from the order date">
        <PlanRibbon
          plan={answer}
          terms={terms}
          orderedOn={plan.orderedOn}
          done={plan.done}
          today={today}
          words={{ ours: "Services team", theirs, neither: "Together" }}
        />
      </Section>
    </>
  );
}
