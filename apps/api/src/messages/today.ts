import type { Books, Message, User } from "@cimpro/store";
import type { Words } from "./letter.ts";

/** The books as they stand when a message is to be worded. */
export interface Today {
  readonly books: Books;
  readonly message: Message;
  readonly practice: string;
  /** The account it is about; null for what is the practice's own. */
  readonly account: { readonly id: string; readonly name: string } | null;
  /** Whoever reads it, where they sign in. */
  readonly user: User | undefined;
  readonly nowMs: number;
  /** The account's business day. */
  readonly day: string;
}

/** What a message says today; or why it holds no longer, in a sentence; or that this turns out in a while. */
export type Verdict = { readonly words: Words } | { readonly drop: string } | { readonly wait: true };
