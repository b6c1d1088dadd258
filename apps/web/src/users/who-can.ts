import { t } from "@lingui/core/macro";
import type { ProcedureName } from "../api/answers.ts";
import { useMay, useWhoMay } from "../api/session.ts";
import { anyOf } from "../page/any-of.ts";
import { rolesInSentence } from "./role-words.ts";

/** Who can do what the reader may not, in a sentence; null when the reader may. */
export function useWhoCan(procedure: ProcedureName): string | null {
  const may = useMay(procedure);
  const who = anyOf(rolesInSentence(useWhoMay(procedure)));
  return may ? null : t`This is for ${who}.`;
}
