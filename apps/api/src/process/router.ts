import { type FindingKind, Slug } from "@cimpro/domain";
import { z } from "zod";
import { commercial, delivering, everyone, type Role, team } from "../access/roles.ts";
import { accountToday } from "../context.ts";
import { procedureFor, router } from "../trpc.ts";
import { AskBoard, phaseBoard, phaseFunnel } from "./board.ts";
import { addFinding, closeFinding, EndFinding, ListFindings, listFindings, ReportFinding } from "./findings.ts";
import { AskDossier, sealedDossier } from "./gate-dossier.ts";
import { AdvancePhase, advancePhase, GoBack, goBack, PlanStabilization, planStabilization } from "./move-phase.ts";
import { viewOf } from "./phase-answer.ts";
import { workInProcess } from "./process-facts.ts";
import { RecordEvidence, recordEvidence } from "./record-evidence.ts";
import {
  ListCustomizations,
  ListUpdates,
  listCustomizations,
  listUpdates,
  OpenUpdate,
  openUpdates,
  ReviewCustomization,
  reviewCustomization,
  ShowUpdate,
  showUpdate,
} from "./version-updates.ts";

const reading: readonly Role[] = everyone;
/** Finance has no part in gates. */
const stating: readonly Role[] = everyone.filter((role) => role !== "finance");

export const phaseRouter = router({
  show: procedureFor(reading)
    .input(z.object({ account: Slug, deliverable: Slug }))
    .query(({ ctx, input }) =>
      ctx.store.read(async (books) => {
        const { account, today } = await accountToday(ctx, books, input.account);
        const versions = await books.policies.all();
        const work = await workInProcess(books, versions, account.id, input.deliverable);
        return viewOf(books, versions, work, today);
      }),
    ),

  record: procedureFor(stating)
    .input(RecordEvidence)
    .mutation(({ ctx, input }) => recordEvidence(ctx, input)),

  advance: procedureFor(delivering)
    .input(AdvancePhase)
    .mutation(({ ctx, input }) => advancePhase(ctx, input)),

  back: procedureFor(delivering)
    .input(GoBack)
    .mutation(({ ctx, input }) => goBack(ctx, input)),

  planStabilization: procedureFor(delivering)
    .input(PlanStabilization)
    .mutation(({ ctx, input }) => planStabilization(ctx, input)),

  dossier: procedureFor(reading)
    .input(AskDossier)
    .query(({ ctx, input }) => sealedDossier(ctx, input)),

  board: procedureFor(team)
    .input(AskBoard)
    .query(({ ctx, input }) => phaseBoard(ctx, input)),

  funnel: procedureFor(team).query(({ ctx }) => phaseFunnel(ctx)),
});

/** Punch-list items of the customer's testing (PROC-4). */
export const punchListRouter = router({
  add: reporting("punch-list-item"),
  done: ending("punch-list-item"),
  list: listing("punch-list-item"),
});

/** Issues of what is live and in stabilization (PROC-6). */
export const issueRouter = router({
  report: reporting("issue"),
  resolve: ending("issue"),
  list: listing("issue"),
});

function reporting(kind: FindingKind) {
  return procedureFor(stating)
    .input(ReportFinding)
    .mutation(({ ctx, input }) => addFinding(ctx, kind, input));
}

function ending(kind: FindingKind) {
  return procedureFor(stating)
    .input(EndFinding)
    .mutation(({ ctx, input }) => closeFinding(ctx, kind, input));
}

function listing(kind: FindingKind) {
  return procedureFor(reading)
    .input(ListFindings)
    .query(({ ctx, input }) => listFindings(ctx, kind, input));
}

export const customizationRouter = router({
  list: procedureFor(reading)
    .input(ListCustomizations)
    .query(({ ctx, input }) => listCustomizations(ctx, input)),
});

export const updateRouter = router({
  open: procedureFor(commercial)
    .input(OpenUpdate)
    .mutation(({ ctx, input }) => openUpdates(ctx, input)),

  list: procedureFor(reading)
    .input(ListUpdates)
    .query(({ ctx, input }) => listUpdates(ctx, input)),

  show: procedureFor(reading)
    .input(ShowUpdate)
    .query(({ ctx, input }) => showUpdate(ctx, input)),

  review: procedureFor(delivering)
    .input(ReviewCustomization)
    .mutation(({ ctx, input }) => reviewCustomization(ctx, input)),
});
