import type { LinkProps } from "@tanstack/react-router";

/** One figure, explained: what it is, how it was worked out, the rules it rests on and the facts it used. */
export interface Explanation {
  readonly title: string;
  readonly figure: string;
  readonly sentence: string;
  readonly steps: readonly ExplainedStep[];
  /** Clause ids, in the order they matter. */
  readonly clauses: readonly string[];
  /** The policy version the figure was frozen with; without one, the version in force. */
  readonly policyVersion?: number;
  readonly facts?: FactTable;
}

export interface ExplainedStep {
  readonly what: string;
  /** How the result came about, such as `12 h 30 × $235.00/h`. */
  readonly working?: string;
  readonly result?: string;
  readonly clause?: string;
  readonly link?: LinkProps;
}

/** The facts behind a figure: text cells, the last column right-aligned. */
export interface FactTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[]; readonly link?: LinkProps }[];
}
