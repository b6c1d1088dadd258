/** A fault in the books: which check found it, where, and what does not agree. */
export interface Problem {
  readonly check: string;
  readonly at: string;
  readonly message: string;
}
