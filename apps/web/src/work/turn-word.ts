import { t } from "@lingui/core/macro";
import type { WorkStanding } from "../api/answers.ts";
import type { Tone } from "../theme/tones.ts";

/** Whose turn a piece of work is, or how it ended, in a word with its tone; null where nothing is to be done. */
export function turnWord({
  state,
  outcome,
  next,
}: Pick<WorkStanding, "state" | "outcome" | "next">): { readonly tone: Tone; readonly word: string } | null {
  if (outcome === "cancelled") return { tone: "quiet", word: t`Cancelled` };
  if (state !== "open") return { tone: "good", word: t`Completed` };
  switch (next?.whose) {
    case undefined:
      return null;
    case "theirs":
      return { tone: "soon", word: t`Your turn` };
    case "ours":
      return { tone: "quiet", word: t`Our turn` };
    default:
      return { tone: "quiet", word: t`The product team's turn` };
  }
}
