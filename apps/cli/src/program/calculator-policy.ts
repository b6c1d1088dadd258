import { defaultPolicy, type Policy } from "@cimpro/domain";
import type { Settings } from "./settings.ts";

/** The policy of the file that `--policy` names, or the built-in one. */
export async function calculatorPolicy({ policy }: Settings): Promise<Policy> {
  return policy === undefined ? defaultPolicy : (await import("./policy-file.ts")).readPolicyFile("--policy", policy);
}
