import { bookNouns } from "./book-nouns.ts";
import { calculatorNouns } from "./calculator-nouns.ts";
import { moneyNouns } from "./money-nouns.ts";
import type { Noun } from "./noun.ts";
import { workNouns } from "./work-nouns.ts";

/** Every noun, in the order people read them. */
export const nouns: readonly Noun[] = [...calculatorNouns, ...workNouns, ...moneyNouns, ...bookNouns];
