import {
  checkWorkDate,
  contentOfSow,
  Deliverable,
  DeliverableRow,
  newEntry,
  openingSow,
  policyOn,
  rejection,
  runTerms,
  type Sow,
  takenOverRecord,
} from "@cimpro/domain";
import { type Books, digestOf, type EntryRecord, type Head, orRefuse, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountToday, commandOf, instant, type SignedIn } from "../context.ts";
import { factIdOf } from "./fact-id.ts";
import { importRows, mostRows, type Taken } from "./import-rows.ts";

export const ImportDeliverables = z.object({ rows: z.array(DeliverableRow).min(1).max(mostRows) });

/** Takes over deliverables that run in another system: phase, approved SOW, hours used and money left (DLV-2, DLV-3, PROC-7). */
export const importDeliverables = (ctx: SignedIn, { rows }: z.infer<typeof ImportDeliverables>) =>
  importRows(ctx, rows, DeliverableRow, ({ account, id }) => `${account} ${id}`, takeDeliverable);

const takeDeliverable = (ctx: SignedIn, row: DeliverableRow): Promise<Taken> =>
  ctx.store.write(commandOf(ctx, row.account, "deliverable.taken-over", row), async (books, head) => {
    const { today } = await accountToday(ctx, books, row.account);
    if (await isTakenOver(books, row)) return { answer: "duplicate" as const, data: null, effectiveOn: today };
    const versions = await books.policies.all();
    const { version, policy } = policyOn(versions, today);
    const record = orRefuse(
      takenOverRecord(row, {
        ...{ person: ctx.actor.name, today, policyVersion: version, terms: policy.process },
        deliveryMilestone: policy.leadTimes.deliveryMilestone,
      }),
    );
    const approvedOn = row.approvedOn ?? today;
    const { version: policyVersion, policy: then } = policyOn(versions, approvedOn);
    const sow = orRefuse(
      openingSow(row, {
        ratePerHour: runTerms(versions, today).rateOn(approvedOn).ratePerHour,
        ...{ premiums: then.premiums, policyVersion, validDays: then.deliverables.sowValidDays, today },
      }),
    );
    const { account, id, name, kind = null, drawFromAllowance } = row;
    const requirements = row.scope;
    await books.deliverables.put(
      Deliverable.parse({ account, id, name, kind, requirements, drawFromAllowance, addedOn: today }),
    );
    await books.phaseRecords.put(record);
    if (sow !== null) await books.sows.put({ ...sow, seal: digestOf(contentOfSow(sow)) });
    const entry = sow === null ? null : await usedElsewhere(ctx, books, head, row, sow, today);
    return { answer: "accepted" as const, data: { deliverable: id, entry }, effectiveOn: today };
  });

/** Taken over before. Work that an import of time opened by its name only is taken over now. */
async function isTakenOver(books: Books, { account, id, name, approvedOn }: DeliverableRow): Promise<boolean> {
  const known = await books.deliverables.find(account, id);
  if (known === undefined) return false;
  const [sow] = await books.sows.of(account, id);
  const begun = (await books.phaseRecords.find(account, id)) !== undefined;
  if (known.addedOn === null && sow === undefined && !begun) return false;
  const same =
    approvedOn === undefined ? sow === undefined && begun : sow?.opening === true && sow.approvedOn === approvedOn;
  if (!same || known.name !== name) throw new Refused(rejection("DELIVERABLE_EXISTS", { account, deliverable: id }));
  return true;
}

/** Hours worked of it before, as one entry of time that is settled elsewhere: they count toward what was approved (ALW-8, DLV-5). */
async function usedElsewhere(
  ctx: SignedIn,
  books: Books,
  head: Head,
  { account, id, usedMinutes }: DeliverableRow,
  { approvedOn }: Sow,
  today: string,
): Promise<EntryRecord | null> {
  if (usedMinutes === 0) return null;
  const entry: EntryRecord = {
    ...newEntry,
    ...{ id: factIdOf("used-elsewhere", account, id), account, sequence: head.nextEntrySequence(1), deliverable: id },
    ...{ worker: ctx.actor.name, on: orRefuse(checkWorkDate(approvedOn ?? today, today)) },
    ...{ minutes: usedMinutes, rawMinutes: usedMinutes, openMinutes: 0 },
    note: "Used before these books were kept, in all",
    ...{ billable: true, settledElsewhere: true, source: "cut-over", externalId: id },
    ...{ recordedAt: instant(ctx), recordedBy: ctx.actor.name, overrideReason: null },
  };
  await books.post(account, head, [{ type: "time-recorded", entries: [entry] }]);
  return entry;
}
