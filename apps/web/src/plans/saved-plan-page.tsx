import { Button, Checkbox, Group, Skeleton, Stack } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useAccountName } from "../api/accounts.ts";
import type { PlanView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { usePolicyOn } from "../api/policy.ts";
import { useMay, useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Page } from "../page/page.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Section } from "../page/section.tsx";
import { tell } from "../page/tell.ts";
import { TextLink } from "../page/text-link.tsx";
import { PlanRibbon } from "../plan-ribbon/plan-ribbon.tsx";
import type { RibbonRow } from "../plan-ribbon/plan-rows.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { planAnswer } from "./plan-answer.ts";
import { connectWords, projectWords } from "./plan-kinds.ts";
import { turnWords } from "./turn-words.ts";

const SavePlan = lazy(async () => ({ default: (await import("./save-plan.tsx")).SavePlan }));

const route = getRouteApi("/_app/plans/$account/$plan");

/** One implementation: its steps over the weeks, whose turn each is, and what there is to tick off. */
export function SavedPlanPage() {
  const { account, plan: id } = route.useParams();
  const { ask } = route.useSearch();
  const today = useToday();
  const nameOf = useAccountName();
  const maySave = useMay("delivering");
  const answer = useSuspenseQuery(useApi().plan.show.queryOptions({ account, plan: id })).data;
  const terms = usePolicyOn(answer.plan.orderedOn)?.policy.implementation;
  const { plan } = answer;
  return (
    <Page
      title={plan.name}
      answer={terms === undefined ? undefined : planAnswer(answer, terms, today)}
      actions={maySave ? <AskLink ask="plan">Change the plan</AskLink> : null}
    >
      <Section
        title="Steps"
        note={
          <>
            <TextLink to="/accounts/$id" params={{ id: account }} underline="always">
              {nameOf(account)}
            </TextLink>
            : {projectWords[plan.project]}, {connectWords[plan.connect]}, ordered {formatDay(plan.orderedOn, today)}{" "}
            <ClauseLink id="IMPL-3" /> <ClauseLink id="IMPL-4" />
          </>
        }
      >
        {terms === undefined ? (
          <Skeleton h={360} />
        ) : (
          <PlanRibbon
            plan={answer}
            terms={terms}
            orderedOn={plan.orderedOn}
            done={plan.done}
            today={today}
            words={turnWords}
            action={(row) => <StepAction answer={answer} row={row} />}
          />
        )}
      </Section>
      <AskDialog open={ask === "plan"} title={`Change ${plan.name}`} wide>
        <Suspense fallback={null}>
          <SavePlan account={account} plan={plan} />
        </Suspense>
      </AskDialog>
    </Page>
  );
}

/** Marks a step done or not done after all, and its checklist. */
function StepAction({ answer, row: { step, done } }: { readonly answer: PlanView; readonly row: RibbonRow }) {
  const mayMark = useMay("managing");
  const today = useToday();
  const api = useApi();
  const { account, id: plan } = answer.plan;
  const which = { account, plan, step: step.id };
  const mark = useMutation(
    api.plan.done.mutationOptions({
      onSuccess: ({ plan: after }) =>
        void tell(after.done[step.id] === undefined ? `${step.label} is open again.` : `${step.label} is done.`),
    }),
  );
  const check = useMutation(api.plan.check.mutationOptions());
  const items = answer.checklists.find((list) => list.step === step.id)?.items ?? [];
  return (
    <Stack gap={6} my={6}>
      {items.map(({ id, title, checkedOn, checkedBy }) => (
        <Checkbox
          key={id}
          size="sm"
          label={title}
          description={checkedOn === null ? undefined : `${checkedBy ?? ""}, ${formatDay(checkedOn, today)}`}
          checked={checkedOn !== null}
          disabled={!mayMark || check.isPending}
          onChange={() => check.mutate({ ...which, item: id, undo: checkedOn !== null })}
        />
      ))}
      {mayMark ? (
        <Group gap="xs">
          <Button
            size="xs"
            variant={done === null ? "light" : "default"}
            loading={mark.isPending}
            aria-label={`${done === null ? "Mark done" : "Undo"}: ${step.label}`}
            onClick={() => mark.mutate({ ...which, undo: done !== null })}
          >
            {done === null ? "Mark done" : "Undo"}
          </Button>
        </Group>
      ) : null}
      <RefusalNote error={mark.error ?? check.error} />
    </Stack>
  );
}
