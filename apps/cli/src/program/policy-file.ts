import { type Policy, validatePolicy } from "@cimpro/domain";
import { refusedBy } from "../failure/failure.ts";
import { readJsonFile } from "./json-file.ts";

/** The policy of a JSON file; a faulty one is told fault by fault. */
export async function readPolicyFile(option: string, path: string): Promise<Policy> {
  const validated = validatePolicy(await readJsonFile(option, path));
  if (!validated.ok) throw refusedBy(validated.rejection);
  return validated.value;
}
