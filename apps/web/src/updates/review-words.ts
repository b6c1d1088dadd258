import type { CompatibilityReview } from "../api/answers.ts";
import type { Tone } from "../theme/tones.ts";

export type ReviewState = CompatibilityReview["state"];
export type Outcome = Exclude<ReviewState, "open">;

export const reviewStates: Readonly<Record<ReviewState, { readonly tone: Tone; readonly word: string }>> = {
  open: { tone: "soon", word: "To decide" },
  compatible: { tone: "good", word: "Compatible" },
  "needs-work": { tone: "soon", word: "Needs work" },
  retired: { tone: "quiet", word: "Retired" },
};

/** What each outcome means, and what follows. */
export const outcomeWords: Readonly<Record<Outcome, { readonly label: string; readonly follows: string }>> = {
  compatible: { label: "Compatible", follows: "It works with the new version as it is." },
  "needs-work": {
    label: "Needs work",
    follows: "A new deliverable is added, to be scoped and estimated like any other.",
  },
  retired: { label: "Retired", follows: "It is switched off for good; its other open reviews are settled with it." },
};

export const outcomes: readonly Outcome[] = ["compatible", "needs-work", "retired"];
