import { dayLocale } from "../figures/locale.ts";

/** Any one of these, as a sentence lists them: `a developer or a consultant`. */
export const anyOf = (names: readonly string[]): string =>
  new Intl.ListFormat(dayLocale(), { type: "disjunction" }).format(names);
