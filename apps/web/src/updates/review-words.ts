import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { CompatibilityReview } from "../api/answers.ts";
import type { Tone } from "../theme/tones.ts";

export type ReviewState = CompatibilityReview["state"];
export type Outcome = Exclude<ReviewState, "open">;

export const reviewTones: Readonly<Record<ReviewState, Tone>> = {
  open: "soon",
  compatible: "good",
  "needs-work": "soon",
  retired: "quiet",
};

const states: Readonly<Record<ReviewState, MessageDescriptor>> = {
  open: msg`To decide`,
  compatible: msg`Compatible`,
  "needs-work": msg`Needs work`,
  retired: msg`Retired`,
};

const follows: Readonly<Record<Outcome, MessageDescriptor>> = {
  compatible: msg`It works with the new version as it is.`,
  "needs-work": msg`A new deliverable is added, to be scoped and estimated like any other.`,
  retired: msg`It is switched off for good; its other open reviews are settled with it.`,
};

/** A review's state, which for a decided one is its outcome. */
export const reviewWord = (state: ReviewState): string => i18n._(states[state]);

/** What follows from an outcome. */
export const followsWords = (outcome: Outcome): string => i18n._(follows[outcome]);

export const outcomes: readonly Outcome[] = ["compatible", "needs-work", "retired"];
