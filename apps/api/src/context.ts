import { dayInZone, type Policy, type PolicyVersion, rejection } from "@cimpro/domain";
import { type Account, type Books, type Command, orNotFound, Refused, type Store } from "@cimpro/store";
import type { Actor } from "./access/roles.ts";
import type { Afterwards } from "./afterwards.ts";

/** What every procedure has at hand. */
export interface Context {
  readonly store: Store;
  /** Null when nobody is signed in. */
  readonly actor: Actor | null;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** The business day to act on instead of the clock's; only for admins and in process. */
  readonly today: string | null;
  /** The Idempotency-Key of a write. */
  readonly key: string | null;
  /** Work everything out and keep nothing. */
  readonly dryRun: boolean;
  /** The session cookie's value, to end the session it stands for. */
  readonly session: string | null;
  /** Whether whoever asked may still; for what goes on long after it was asked. Absent where nobody can be shut out. */
  readonly stillIn?: (() => Promise<boolean>) | undefined;
  /** Takes work that must not tell by its time what it found; absent where nobody waits for an answer. */
  readonly afterwards?: Afterwards | undefined;
  /** Ends what goes on until the server stops; absent where nothing does. */
  readonly closing?: AbortSignal | undefined;
  /** Who asks over HTTP, and how to give them a session; nobody does in process. */
  readonly visitor?: Visitor | undefined;
  /** The address that links in messages begin with. */
  readonly site?: string | undefined;
  /** A mail server takes what is written to people; absent where nothing is sent. */
  readonly sendsMail?: boolean | undefined;
}

/** A browser or another program at the other end of a request. */
export interface Visitor {
  readonly address: string;
  readonly userAgent: string;
  /** The secret of a browser that somebody signed in with before, if it says one. */
  readonly device: string | null;
  giveSession(secret: string, lastsSeconds: number): void;
  takeSession(): void;
  /** Lets a browser be known again. */
  giveDevice(secret: string): void;
}

export type SignedIn = Context & { readonly actor: Actor };

/** The instant of recording. */
export const instant = (ctx: Pick<Context, "now">): string => new Date(ctx.now()).toISOString();

/** A command of this caller, ready for the store. */
export const commandOf = (ctx: SignedIn, stream: string, type: string, input: unknown): Command => ({
  stream,
  type,
  actor: ctx.actor.name,
  key: ctx.key,
  input,
  recordedAt: instant(ctx),
  dryRun: ctx.dryRun,
});

/** The civil date "today" is, in the account's time zone, else the practice's (rules, Representation). */
export async function businessDay(ctx: Context, books: Books, account?: Pick<Account, "timeZone">): Promise<string> {
  if (ctx.today !== null) return ctx.today;
  const zone = account?.timeZone ?? (await books.practice.find())?.timeZone ?? "UTC";
  return dayInZone(ctx.now(), zone);
}

export const accountOf = async (books: Books, id: string): Promise<Account> =>
  orNotFound(await books.accounts.find(id), "account", id);

/** An account and its business day, in one question. */
export async function accountToday(
  ctx: Context,
  books: Books,
  id: string,
): Promise<{ readonly account: Account; readonly today: string }> {
  const { account, zone } = orNotFound(await books.accounts.withZone(id), "account", id);
  return { account, today: ctx.today ?? dayInZone(ctx.now(), zone) };
}

/** Nothing that happened can be dated after today. */
export function notAfterToday(what: string, on: string, today: string): void {
  if (on > today) throw new Refused(rejection("DATED_AFTER_TODAY", { what, on, today }));
}

/** The currency of the books: the one their first policy is in. */
export const currencyOf = (versions: readonly PolicyVersion[]): Policy["currency"] =>
  versions[0]?.policy.currency ?? "USD";
