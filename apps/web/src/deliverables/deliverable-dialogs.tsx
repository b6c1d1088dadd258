import { conditionOf, type EvidenceGiver, type ProcessTerms } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Skeleton, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Suspense } from "react";
import { useApi } from "../api/context.ts";
import { usePolicy } from "../api/policy.ts";
import { useOwnAccount } from "../api/session.ts";
import { ApproveDialog, type ToApprove } from "../approve/approve-dialog.tsx";
import { AskDialog, useDropAsk } from "../forms/ask-dialog.tsx";
import { RecordEvidence } from "../gate-card/record-evidence.tsx";
import { LogTime } from "../time/log-time.tsx";
import { CancelDeliverable } from "./cancel-deliverable.tsx";
import { CloseDeliverable } from "./close-deliverable.tsx";
import { DecidePremium } from "./decide-premium.tsx";
import type { TabProps } from "./deliverable-tabs.tsx";
import { EditDeliverable } from "./edit-deliverable.tsx";
import { EstimateDeliverable } from "./estimate-deliverable.tsx";
import { GoBack } from "./go-back.tsx";
import { IssueSow } from "./issue-sow.tsx";
import { PlanStabilization } from "./plan-stabilization.tsx";
import { ProposeChangeOrder } from "./propose-change-order.tsx";
import { ProposePremium } from "./propose-premium.tsx";
import { StartWait, StopWait } from "./wait-forms.tsx";

const route = getRouteApi("/_app/accounts/$id_/deliverables/$deliverable");

/** The forms of a deliverable's page; the address says which is open. */
export function DeliverableDialogs({ work, phases }: TabProps) {
  const { ask, wait } = route.useSearch();
  const drop = useDropAsk();
  const own = useOwnAccount();
  const approve = useToApprove({ work, phases });
  const { name } = work;
  return (
    <Suspense fallback={null}>
      <ApproveDialog
        approve={approve}
        title={approve === null ? "" : approveTitles[approve.kind](name)}
        onClose={drop}
      />
      <AskDialog
        does="phase.record"
        open={ask === "evidence" && approve === null}
        title={own === null ? t`State what a gate needs` : t`Confirm for ${name}`}
      >
        <Evidence work={work} phases={phases} />
      </AskDialog>
      <AskDialog does="phase.back" open={ask === "back"} title={t`Go back a phase`}>
        <GoBack phases={phases} />
      </AskDialog>
      <AskDialog does="phase.planStabilization" open={ask === "stabilization"} title={t`Plan stabilization`}>
        <PlanStabilization phases={phases} />
      </AskDialog>
      <AskDialog does="deliverable.estimate" open={ask === "estimate"} title={t`Estimate ${name}`}>
        <EstimateDeliverable work={work} phases={phases} />
      </AskDialog>
      <AskDialog does="deliverable.edit" open={ask === "edit"} title={t`Edit ${name}`}>
        <EditDeliverable work={work} />
      </AskDialog>
      <AskDialog does="deliverable.close" open={ask === "close"} title={t`Close ${name}`}>
        <CloseDeliverable work={work} />
      </AskDialog>
      <AskDialog does="deliverable.cancel" open={ask === "cancel"} title={t`Cancel ${name}`}>
        <CancelDeliverable work={work} />
      </AskDialog>
      <AskDialog does="sow.issue" open={ask === "issue-sow"} title={t`Statement of work for ${name}`}>
        <IssueSow work={work} phases={phases} />
      </AskDialog>
      <AskDialog does="changeOrder.propose" open={ask === "propose"} title={t`Change order for ${name}`}>
        <ProposeChangeOrder work={work} />
      </AskDialog>
      <AskDialog does="wait.start" open={ask === "wait"} title={t`Start a wait`}>
        <StartWait work={work} />
      </AskDialog>
      <AskDialog does="wait.stop" open={ask === "stop-wait"} title={t`The wait is over`}>
        <StopWait work={work} wait={wait} />
      </AskDialog>
      <AskDialog does="premium.propose" open={ask === "propose-premium"} title={t`Settle the premium of ${name}`}>
        <ProposePremium work={work} phases={phases} />
      </AskDialog>
      <AskDialog does="premium.confirm" open={ask === "confirm-premium"} title={t`Confirm the settlement`}>
        <DecidePremium work={work} confirm />
      </AskDialog>
      <AskDialog does="premium.decline" open={ask === "decline-premium"} title={t`Decline the settlement`}>
        <DecidePremium work={work} confirm={false} />
      </AskDialog>
      <AskDialog does="time.log" open={ask === "log"} title={t`Log time on ${name}`}>
        <LogHere account={work.account} deliverable={work.id} />
      </AskDialog>
    </Suspense>
  );
}

const approveTitles: Readonly<Record<ToApprove["kind"], (name: string) => string>> = {
  sow: (name) => t`Statement of work for ${name}`,
  "change-order": (name) => t`Change order for ${name}`,
  testing: (name) => t`Approve ${name}`,
};

/** What the address asks to approve; a statement that is an approval is shown as one. */
function useToApprove({ work, phases }: TabProps): ToApprove | null {
  const { ask, sow, order, condition } = route.useSearch();
  const process = usePolicy(phases.policyVersion)?.policy.process;
  const about = { account: work.account, deliverable: work.id };
  if (ask === "approve-sow") return { kind: "sow", ...about, sow };
  if ((ask === "approve-order" || ask === "decline-order") && order !== undefined)
    return { kind: "change-order", account: work.account, order, declining: ask === "decline-order" };
  if (process === undefined) return null;
  if (ask === "approve-testing") {
    const approval = condition ?? finalApproval(process, phases.phase);
    return approval === undefined ? null : { kind: "testing", ...about, condition: approval };
  }
  if (condition === undefined) return null;
  if (ask !== "evidence") return null;
  const evidence = conditionOf(condition, process)?.evidence;
  if (evidence?.kind !== "statement") return null;
  const issued = work.sows.findLast(({ state }) => state === "issued");
  if (evidence.records === "sow-approval")
    return issued === undefined ? null : { kind: "sow", ...about, sow: issued.id };
  const isApproval = evidence.by.every(isBudgetHolder);
  return isApproval ? { kind: "testing", ...about, condition } : null;
}

/** The condition of a phase that only the customer's budget holder can state, and no SOW states for them. */
const finalApproval = (process: ProcessTerms, phase: string): string | undefined =>
  process.phases
    .find(({ id }) => id === phase)
    ?.gates.flatMap(({ conditions }) => conditions)
    .find(
      ({ evidence }) =>
        evidence.kind === "statement" && evidence.records === undefined && evidence.by.every(isBudgetHolder),
    )?.id;

const isBudgetHolder = (giver: EvidenceGiver): boolean => giver === "program-manager";

function Evidence({ work, phases }: TabProps) {
  const { condition } = route.useSearch();
  const process = usePolicy(phases.policyVersion)?.policy.process;
  if (condition === undefined)
    return (
      <Text>
        <Trans>No such condition can be stated.</Trans>
      </Text>
    );
  const evidence = process === undefined ? undefined : conditionOf(condition, process)?.evidence;
  if (evidence?.kind === "statement" && evidence.records === "sow-approval" && work.approved === null)
    return (
      <Text size="sm">
        <Trans>
          It is stated by approving a statement of work, and none is issued yet. Issue one first; its approval opens the
          gate.
        </Trans>
      </Text>
    );
  return <RecordEvidence phases={phases} condition={condition} />;
}

function LogHere({ account: id, deliverable }: { readonly account: string; readonly deliverable: string }) {
  const account = useSuspenseQuery(useApi().account.show.queryOptions({ account: id })).data;
  return (
    <Suspense fallback={<Skeleton h={260} />}>
      <LogTime account={account} deliverable={deliverable} />
    </Suspense>
  );
}
