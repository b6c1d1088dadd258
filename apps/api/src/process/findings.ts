import { Day, endFinding, Finding, type FindingKind, Note, rejection, reportFinding, Slug } from "@cimpro/domain";
import { orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { customers, delivering } from "../access/roles.ts";
import { accountOf, accountToday, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { refuseWhenOver, workInProcess } from "./process-facts.ts";

export const ReportFinding = z.object({
  account: Slug,
  deliverable: Slug,
  what: Finding.unwrap().shape.what,
  on: Day.optional(),
});
export type ReportFinding = z.infer<typeof ReportFinding>;

/** Takes down what somebody found, theirs or ours; the gate that counts it stays closed until it ends (PROC-4, PROC-6). */
export async function addFinding(ctx: SignedIn, kind: FindingKind, input: ReportFinding) {
  return ctx.store.write(commandOf(ctx, input.account, wordsOf[kind].reported, input), async (books) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const reportedOn = input.on ?? today;
    notAfterToday(kind.replaceAll("-", " "), reportedOn, today);
    const work = await workInProcess(books, await books.policies.all(), account.id, input.deliverable);
    refuseWhenOver(work);
    const { id: deliverable, phase } = work.record;
    const reported = { account: account.id, deliverable, kind, what: input.what, phase, reportedOn };
    const finding = orRefuse(reportFinding({ ...reported, reportedBy: ctx.actor.name }, work.findings, work.terms));
    await books.findings.put(finding);
    return { answer: finding, data: { finding: finding.id }, effectiveOn: reportedOn };
  });
}

export const EndFinding = z.object({
  account: Slug,
  finding: Finding.unwrap().shape.id,
  state: z.enum(["done", "withdrawn"]).default("done"),
  note: Note.default(""),
  on: Day.optional(),
});
export type EndFinding = z.infer<typeof EndFinding>;

/** Ends a finding: done by whoever delivers the work; withdrawn by them, or by the customer's person who reported it. */
export async function closeFinding(ctx: SignedIn, kind: FindingKind, input: EndFinding) {
  return ctx.store.write(commandOf(ctx, input.account, wordsOf[kind].ended, input), async (books) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const on = input.on ?? today;
    notAfterToday("finding's end", on, today);
    const found = await books.findings.find(account.id, input.finding);
    const finding = orNotFound(found?.kind === kind ? found : undefined, kind.replaceAll("-", " "), input.finding);
    if (customers.includes(ctx.actor.role) && (input.state === "done" || finding.reportedBy !== ctx.actor.name))
      throw new Refused(rejection("FORBIDDEN", { action: "Ending what others found", roles: [...delivering] }));
    const end = { state: input.state, person: ctx.actor.name, on, note: input.note };
    const ended = orRefuse(endFinding(finding, end));
    if (ended !== finding) await books.findings.put(ended);
    const data = ended === finding ? null : { finding: ended.id, state: ended.state };
    return { answer: ended, data, effectiveOn: on };
  });
}

export const ListFindings = z.object({
  account: Slug,
  deliverable: Slug.optional(),
  state: z.enum(["open", "done", "withdrawn"]).optional(),
});
export type ListFindings = z.infer<typeof ListFindings>;

/** The findings of an account, or of one deliverable, in the order in which they were reported. */
export async function listFindings(ctx: SignedIn, kind: FindingKind, input: ListFindings) {
  return ctx.store.read(async (books) => {
    const account = await accountOf(books, input.account);
    const { deliverable, state } = input;
    if (deliverable !== undefined)
      orNotFound(await books.deliverables.find(account.id, deliverable), "deliverable", deliverable);
    const findings = await books.findings.of(account.id, deliverable);
    const items = findings.filter((each) => each.kind === kind && (state === undefined || each.state === state));
    return { items };
  });
}

/** What the journal calls it. */
const wordsOf: { readonly [K in FindingKind]: { readonly reported: string; readonly ended: string } } = {
  "punch-list-item": { reported: "punch-list-item.added", ended: "punch-list-item.ended" },
  issue: { reported: "issue.reported", ended: "issue.ended" },
};
