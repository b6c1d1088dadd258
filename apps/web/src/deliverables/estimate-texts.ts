import { formatDuration, type PhaseEstimate, parseDuration } from "@cimpro/domain";

/** Estimates as they stand in a form, by phase. */
export type EstimateTexts = Readonly<Record<string, string>>;

export const estimateTexts = (estimates: readonly PhaseEstimate[]): Record<string, string> =>
  Object.fromEntries(estimates.map(({ phase, minutes }) => [phase, formatDuration(minutes)]));

/** What the texts say; a phase left empty is not estimated. */
export const estimatesIn = (texts: EstimateTexts): readonly PhaseEstimate[] =>
  Object.entries(texts).flatMap(([phase, text]) => {
    const parsed = parseDuration(text, "hours");
    return text.trim() !== "" && parsed.ok && parsed.minutes > 0 ? [{ phase, minutes: parsed.minutes }] : [];
  });

/** What is wrong with the texts, by field of the form. */
export const faultsOfEstimateTexts = (texts: EstimateTexts): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).flatMap(([phase, text]) => {
      const parsed = parseDuration(text, "hours");
      return text.trim() === "" || parsed.ok ? [] : [[`estimates.${phase}`, parsed.message]];
    }),
  );
