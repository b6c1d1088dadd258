import {
  beginPhaseRecord,
  beginProcess,
  type Circumstances,
  type Deliverable,
  type Finding,
  openFindings,
  type PhaseRecord,
  type PolicyVersion,
  type ProcessTerms,
  policyOn,
  rejection,
} from "@cimpro/domain";
import { type Books, orNotFound, Refused } from "@cimpro/store";

/** A deliverable on its way through the process, with what its gates are judged by. */
export interface WorkInProcess {
  readonly deliverable: Deliverable;
  readonly record: PhaseRecord;
  readonly terms: ProcessTerms;
  readonly findings: readonly Finding[];
  readonly circumstances: Circumstances;
}

export async function workInProcess(
  books: Books,
  versions: readonly PolicyVersion[],
  account: string,
  id: string,
): Promise<WorkInProcess> {
  const deliverable = orNotFound(await books.deliverables.find(account, id), "deliverable", id);
  const record = (await books.phaseRecords.find(account, id)) ?? begunBy(deliverable, versions);
  const findings = await books.findings.of(account, id);
  const sows = await books.sows.of(account, id);
  return {
    deliverable,
    record,
    terms: termsOf(record, versions),
    findings,
    circumstances: {
      open: openFindings(findings),
      touchesCriticalWorkflow: deliverable.criticalWorkflows.length > 0,
      sowApproved: sows.some(({ state }) => state === "approved"),
    },
  };
}

/** Work of which nothing was stated yet is in the first phase of the process that was in force when it was added. */
export function begunBy({ account, id, addedOn }: Deliverable, versions: readonly PolicyVersion[]): PhaseRecord {
  const { version, policy } = policyOn(versions, addedOn ?? "9999-12-31");
  return beginPhaseRecord({ account, id, on: addedOn }, version, beginProcess(policy.process));
}

/** The process that a deliverable goes by: that of the policy version it began under. */
export const termsOf = ({ policyVersion }: PhaseRecord, versions: readonly PolicyVersion[]): ProcessTerms =>
  versionOf(policyVersion, versions).policy.process;

export function versionOf(version: number, versions: readonly PolicyVersion[]): PolicyVersion {
  const found = versions.find((each) => each.version === version);
  if (found === undefined) throw new RangeError(`The books have no policy version ${version}.`);
  return found;
}

/** What was cancelled or reached long-term support goes no further; more work on it is new work (PROC-8). */
export function refuseWhenOver({ deliverable: { id, state } }: WorkInProcess): void {
  if (state !== "open") throw new Refused(rejection("DELIVERABLE_CLOSED", { deliverable: id, state }));
}
