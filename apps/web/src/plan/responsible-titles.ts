import { customerHats, type ImplementationTerms } from "@cimpro/domain";

/** Who does a step, in words: hats of the customer, and teams of ours. */
export const responsibleTitles = (
  responsible: readonly string[],
  { teams }: Pick<ImplementationTerms, "teams">,
): readonly string[] =>
  responsible.map((id) => [...customerHats, ...teams].find((each) => each.id === id)?.title ?? id);
