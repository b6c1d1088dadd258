import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Skeleton, Stack } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useAccountName } from "../api/accounts.ts";
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
import { Checklist } from "../plan/checklist.tsx";
import { type Marks, useMarks } from "../plan/use-marks.ts";
import { PlanRibbon } from "../plan-ribbon/plan-ribbon.tsx";
import type { RibbonRow } from "../plan-ribbon/plan-rows.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { planAnswer } from "./plan-answer.ts";
import { connectWords, projectWords } from "./plan-kinds.ts";

const SavePlan = lazy(async () => ({ default: (await import("./save-plan.tsx")).SavePlan }));

const route = getRouteApi("/_app/plans/$account/$plan");

/** One implementation: its steps over the weeks, whose turn each is, and what there is to tick off. */
export function SavedPlanPage() {
  const { account, plan: id } = route.useParams();
  const { ask } = route.useSearch();
  const today = useToday();
  const nameOf = useAccountName();
  const maySave = useMay("plan.save");
  const answer = useSuspenseQuery(useApi().plan.show.queryOptions({ account, plan: id })).data;
  const terms = usePolicyOn(answer.plan.orderedOn)?.policy.implementation;
  const labelOf = (step: string) => answer.steps.find((each) => each.id === step)?.label ?? step;
  const marks = useMarks(answer, terms, (step, done) => {
    const label = labelOf(step);
    void tell(done ? t`${label} is done.` : t`${label} is open again.`);
  });
  const { plan } = marks.shown;
  const [accountName, project, connect, day] = [
    nameOf(account),
    projectWords(plan.project),
    connectWords(plan.connect),
    formatDay(plan.orderedOn, today),
  ];
  const planName = plan.name;
  return (
    <Page
      title={planName}
      answer={terms === undefined ? undefined : planAnswer(marks.shown, terms, today)}
      actions={maySave ? <AskLink ask="plan">{t`Change the plan`}</AskLink> : null}
    >
      <Section
        title={t`Steps`}
        note={
          <Trans>
            <TextLink to="/accounts/$id" params={{ id: account }} underline="always">
              {accountName}
            </TextLink>
            : {project}, {connect}, ordered {day} <ClauseLink id="IMPL-3" /> <ClauseLink id="IMPL-4" />
          </Trans>
        }
      >
        {terms === undefined ? (
          <Skeleton h={360} />
        ) : (
          <PlanRibbon
            plan={marks.shown}
            terms={terms}
            orderedOn={plan.orderedOn}
            done={plan.done}
            today={today}
            audience="team"
            action={(row) => <StepAction marks={marks} row={row} />}
          />
        )}
      </Section>
      <AskDialog does="plan.save" open={ask === "plan"} title={t`Change ${planName}`} wide>
        <Suspense fallback={null}>
          <SavePlan account={account} plan={plan} />
        </Suspense>
      </AskDialog>
    </Page>
  );
}

/** Marks a step done or not done after all, and its checklist. */
function StepAction({
  marks,
  row: {
    step: { id, label },
    done,
  },
}: {
  readonly marks: Marks;
  readonly row: RibbonRow;
}) {
  const mayMark = useMay("plan.done");
  const isOpen = done === null;
  return (
    <Stack gap={8} my={6}>
      <Checklist step={id} marks={marks} mayMark={mayMark} />
      {mayMark ? (
        <Group gap="xs">
          <Button
            size="xs"
            variant={isOpen ? "light" : "default"}
            aria-label={isOpen ? t`Mark done: ${label}` : t`Undo: ${label}`}
            onClick={() => marks.setDone(id, isOpen)}
          >
            {isOpen ? t`Mark done` : t`Undo`}
          </Button>
        </Group>
      ) : null}
      <RefusalNote error={marks.refusalOf(id)} />
    </Stack>
  );
}
