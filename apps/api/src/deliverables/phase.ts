import { policyOn } from "@cimpro/domain";
import type { Books } from "@cimpro/store";
import { phaseRecordOf } from "../process/record-evidence.ts";

/** Where a deliverable is in the process, and the phases it has not entered yet; nothing remains in the last one. */
export async function phasesLeft(
  books: Books,
  account: string,
  deliverable: string,
  today: string,
): Promise<{ readonly phase: string; readonly remaining: readonly string[] }> {
  const versions = await books.policies.all();
  const { phase, policyVersion } = await phaseRecordOf(books, account, deliverable);
  // Work goes by the process that it began under.
  const { policy } = versions.find(({ version }) => version === policyVersion) ?? policyOn(versions, today);
  const phases = policy.process.phases.map(({ id }) => id);
  const at = phases.indexOf(phase);
  return { phase, remaining: phases.slice(at < 0 ? phases.length : at + 1) };
}
