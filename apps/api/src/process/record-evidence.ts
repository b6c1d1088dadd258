import {
  type Condition,
  conditionOf,
  Day,
  decidePhase,
  type Evidence,
  EvidenceGiver,
  likenessOf,
  Name,
  Note,
  onlyWearer,
  type PhaseRecord,
  rejection,
  Slug,
  withPhaseEvents,
} from "@cimpro/domain";
import { type Books, type Head, orNotFound, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { commercial, type Role } from "../access/roles.ts";
import { accountToday, commandOf, notAfterToday, type SignedIn } from "../context.ts";
import { deliver } from "../lead-times/deliver.ts";
import { tellApprovalAsked } from "../messages/tell.ts";
import { actorAmong, knownPeople, personNamed } from "../people/known-people.ts";
import { viewOf } from "./phase-answer.ts";
import { refuseWhenOver, versionOf, type WorkInProcess, workInProcess } from "./process-facts.ts";

/** Where a deliverable is in the process, and all that was stated; one of which nothing was stated yet is at its beginning. */
export async function phaseRecordOf(books: Books, account: string, deliverable: string): Promise<PhaseRecord> {
  return (await workInProcess(books, await books.policies.all(), account, deliverable)).record;
}

/** The approval of a SOW is the statement that its gate needs; elsewhere in the process it changes nothing (PROC-1). */
export async function recordSowApproval(
  books: Books,
  approval: {
    readonly account: string;
    readonly deliverable: string;
    /** The customer's budget holder. */
    readonly person: string;
    readonly on: string;
    readonly what: string;
    /** Who put it on record for them. */
    readonly recordedBy?: string;
  },
): Promise<void> {
  const { account, deliverable, recordedBy, ...said } = approval;
  const work = await workInProcess(books, await books.policies.all(), account, deliverable);
  const condition = work.terms.phases
    .find(({ id }) => id === work.record.phase)
    ?.gates.flatMap(({ conditions }) => conditions)
    .find(({ evidence }) => evidence.kind === "statement" && evidence.records === "sow-approval");
  if (condition === undefined) return;
  const evidence: Evidence = {
    condition: condition.id,
    by: "program-manager",
    ...said,
    ...(recordedBy === undefined || recordedBy === said.person ? {} : { recordedBy }),
  };
  const circumstances = { ...work.circumstances, sowApproved: true };
  const decided = decidePhase(work.record, { type: "give-evidence", evidence }, work.terms, circumstances);
  // What its gate needs before it may be missing still: the SOW is approved all the same, and can be stated later.
  if (decided.ok) await books.phaseRecords.put(withPhaseEvents(work.record, decided.value, work.terms));
}

export const RecordEvidence = z.object({
  account: Slug,
  deliverable: Slug,
  condition: Slug,
  what: Note.trim().min(1, "must not be empty"),
  by: EvidenceGiver.optional(),
  person: Name.optional(),
  on: Day.optional(),
  deploymentOn: Day.optional(),
});
export type RecordEvidence = z.infer<typeof RecordEvidence>;

/**
 * States what a gate needs: in one's own role and name, or, for a coordinator, put on record for somebody else. It is
 * no phase change, so a stoppage does not hold it up. The milestone of the lead time, first stated, is the delivery.
 */
export async function recordEvidence(ctx: SignedIn, input: RecordEvidence) {
  return ctx.store.write(commandOf(ctx, input.account, "phase.evidence-given", input), async (books, head) => {
    const { account, today } = await accountToday(ctx, books, input.account);
    const on = input.on ?? today;
    notAfterToday("statement", on, today);
    const versions = await books.policies.all();
    const work = await workInProcess(books, versions, account.id, input.deliverable);
    const { record, terms, circumstances } = work;
    const condition = orNotFound(conditionOf(input.condition, terms), "condition", input.condition);
    const { by, person, identity } = await giverOf(ctx, books, input, condition);
    refuseWhenOver(work);
    const recordedBy = person === ctx.actor.name ? {} : { recordedBy: ctx.actor.name };
    const known = identity === undefined ? {} : { identity };
    const evidence: Evidence = { condition: condition.id, by, person, ...known, on, what: input.what, ...recordedBy };
    const events = orRefuse(decidePhase(record, { type: "give-evidence", evidence }, terms, circumstances));
    const { leadTimes } = versionOf(record.policyVersion, versions).policy;
    const milestone =
      events.length > 0 && condition.evidence.kind === "statement" ? condition.evidence.delivers : undefined;
    const delivers = record.deliveredOn === null && milestone === leadTimes.deliveryMilestone;
    const after: PhaseRecord = {
      ...withPhaseEvents(record, events, terms),
      ...deploymentOf(input, condition, record),
      ...(delivers ? { deliveredOn: on } : {}),
    };
    const changed = events.length > 0 || after.deploymentOn !== record.deploymentOn;
    if (changed) await books.phaseRecords.put(after);
    if (milestone === "uat") await askToTest(books, after, evidence);
    const premium = delivers ? await premiumAtDelivery(books, head, work, { on, today, person: ctx.actor.name }) : null;
    const answer = {
      ...(await viewOf(books, versions, { ...work, record: after }, today)),
      premium: premium?.decision ?? null,
      creditMemos: premium?.creditMemos.map(({ number, total }) => ({ number, total })) ?? [],
    };
    const data = { deliverable: record.id, evidence, documents: { creditMemos: premium?.creditMemos ?? [] } };
    return { answer, data: changed ? data : null, effectiveOn: on };
  });
}

/** Whoever decides for the customer learns that they can test; each new link asks anew (PROC-4). */
async function askToTest(books: Books, { account, id, evidence }: PhaseRecord, sent: Evidence): Promise<void> {
  const deliverable = await books.deliverables.find(account, id);
  const times = evidence.filter(({ condition }) => condition === sent.condition).length;
  await tellApprovalAsked(books, {
    ...{ kind: "uat", id: `${sent.condition}-${times}`, account, deliverable: id },
    deliverableName: deliverable?.name ?? id,
    consequence: `We wrote: ${sent.what}`,
  });
}

/** What the deployment is scheduled for, where the condition says so. */
function deploymentOf(
  { deploymentOn }: RecordEvidence,
  { id, evidence }: Condition,
  record: PhaseRecord,
): Pick<PhaseRecord, "deploymentOn"> {
  if (deploymentOn === undefined) return { deploymentOn: record.deploymentOn };
  if (evidence.kind === "statement" && evidence.schedules === "deployment") return { deploymentOn };
  throw malformed("deploymentOn", `the condition "${id}" schedules no deployment`);
}

const premiumAtDelivery = (
  books: Books,
  head: Head,
  { record }: WorkInProcess,
  when: { readonly on: string; readonly today: string; readonly person: string },
) => deliver(books, head, { account: record.account, deliverable: record.id, ...when });

/** In which of the gate's words somebody speaks for themselves (ROLE-5). */
const ownWords: { readonly [R in Role]: readonly EvidenceGiver[] } = {
  admin: ["coordinator"],
  coordinator: ["coordinator"],
  consultant: ["consultant"],
  developer: ["developer"],
  finance: [],
  "program-manager": ["program-manager", "customer"],
  "project-manager": ["customer"],
  member: ["customer"],
};

interface Giver {
  readonly by: EvidenceGiver;
  readonly person: string;
  readonly identity?: string | undefined;
}

/** Whose statement it is: one's own, or that of somebody for whom a coordinator puts it on record (ROLE-5). */
async function giverOf(
  { actor }: SignedIn,
  books: Books,
  { account, by, person }: RecordEvidence,
  { title, evidence }: Condition,
): Promise<Giver> {
  // Counted conditions are refused by the process itself.
  if (evidence.kind === "none-open") return { by: by ?? "coordinator", person: person ?? actor.name };
  const own = ownWords[actor.role].find((each) => (by === undefined ? evidence.by.includes(each) : each === by));
  const known = await knownPeople(books, account);
  const self = actorAmong(actor, known);
  const meant = person === undefined ? self : personNamed(person, self, known);
  if (own !== undefined && likenessOf(meant, self) === "same") return { by: own, ...self };
  if (!commercial.includes(actor.role)) {
    const roles = own === undefined ? [...new Set([...evidence.by, ...commercial])] : [...commercial];
    throw new Refused(rejection("FORBIDDEN", { action: own === undefined ? title : "Speaking for others", roles }));
  }
  const giver = by ?? own ?? onlyOf(evidence.by);
  if (giver === null) throw malformed("by", `say in which role it is given: ${evidence.by.join(", ")}`);
  if (person !== undefined) return { by: giver, ...meant };
  const manager = giver === "program-manager" ? onlyWearer(await books.people.of(account), "program-manager") : null;
  if (manager === null) throw malformed("person", `name the ${giver.replaceAll("-", " ")} whose statement it is`);
  return { by: giver, ...personNamed(manager.name, self, known) };
}

const onlyOf = <T>([first, ...others]: readonly T[]): T | null =>
  first === undefined || others.length > 0 ? null : first;

const malformed = (path: string, message: string): Refused =>
  new Refused(rejection("MALFORMED", { issues: [{ path, message }] }));
