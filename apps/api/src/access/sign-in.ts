import { randomUUID } from "node:crypto";
import { dayInZone } from "@cimpro/domain";
import { type Books, practiceStream, type Store } from "@cimpro/store";
import { type Actor, customers, Role } from "./roles.ts";
import { newSecret, secretHash } from "./secret.ts";

const minute = 60_000;
const hour = 60 * minute;
const linkLasts = 24 * hour;
const sessionLasts = 30 * 24 * hour;

const at = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** A new session's secret, and how long it lasts. */
export interface OpenedSession {
  readonly session: string;
  readonly lastsSeconds: number;
}

/** Makes a link that signs in once, within a day. */
export async function newSignInLink(store: Store, actor: Actor, now: number): Promise<string> {
  const secret = newSecret();
  await store.touch((books) =>
    books.access.insertLink({
      hash: secretHash(secret),
      name: actor.name,
      role: actor.role,
      created_at: at(now),
      expires_at: at(now + linkLasts),
      used_at: null,
      app_user: actor.user ?? null,
    }),
  );
  return secret;
}

/**
 * The admin whom the start link lets in: the first there is, else one who is made now and chooses email and password
 * once signed in. There is no default secret.
 */
export async function firstAdmin(store: Store, now: number): Promise<Actor> {
  const known = await store.read(activeAdmin);
  if (known !== undefined) return known;
  const command = { stream: practiceStream, type: "user.added", actor: "cimpro", key: null, input: null };
  return store.write({ ...command, recordedAt: at(now), dryRun: false }, async (books) => {
    const effectiveOn = dayInZone(now, (await books.practice.find())?.timeZone ?? "UTC");
    // Another process may have been first.
    const other = await activeAdmin(books);
    if (other !== undefined) return { answer: other, data: null, effectiveOn };
    const role = "admin" as const;
    const made = { id: randomUUID(), name: "admin", email: null, role, account: null, state: "active" as const };
    const user = { ...made, createdAt: at(now) };
    await books.users.insert(user);
    return { answer: { name: user.name, role, user: user.id }, data: { user }, effectiveOn };
  });
}

async function activeAdmin(books: Books): Promise<Actor | undefined> {
  const admin = (await books.users.active(null)).find(({ role }) => role === "admin");
  return admin && { name: admin.name, role: "admin", user: admin.id };
}

/** Uses a link up and opens a session; null when the link is unknown, used or too old. */
export async function signIn(store: Store, link: string, now: number, userAgent = ""): Promise<OpenedSession | null> {
  return store.touch(async (books) => {
    const row = await books.access.useLink(secretHash(link), at(now));
    await books.access.deleteExpired(at(now));
    if (row === undefined) return null;
    return openSession(books, { ...row, account: null, user: row.app_user }, now, userAgent);
  });
}

/** Opens a session within a transaction. */
export async function openSession(
  books: Books,
  who: { readonly name: string; readonly role: string; readonly account: string | null; readonly user: string | null },
  now: number,
  userAgent: string,
): Promise<OpenedSession> {
  const session = newSecret();
  await books.access.insertSession({
    hash: secretHash(session),
    name: who.name,
    role: who.role,
    account: who.account,
    created_at: at(now),
    expires_at: at(now + sessionLasts),
    app_user: who.user,
    user_agent: readable(userAgent),
    last_used_at: at(now),
  });
  if (who.user !== null) await books.users.signedIn(who.user, at(now));
  return { session, lastsSeconds: sessionLasts / 1000 };
}

/** What a browser says it is, as text that every engine stores. */
const readable = (userAgent: string): string => userAgent.replace(/[^\x20-\x7e]/g, "").slice(0, 300);

/** How long an answer of the books is taken for granted: a revoked token of another process works this much longer. */
const rememberedMs = 1000;

/** When a session was last used is only kept so exactly: a read need not become a write each time. */
const lastUseKeptMs = 10 * minute;

const remembered = new WeakMap<Store, Map<string, { readonly actor: Actor; readonly until: number }>>();

const forgetting = new WeakMap<Store, Set<() => void>>();

/** Forgets who was let in, after a session ended or a token was revoked in this process. */
export function forgetActors(store: Store): void {
  remembered.delete(store);
  for (const told of forgetting.get(store) ?? []) told();
}

/** Calls back whenever somebody may have been shut out in this process. Gives a way to stop. */
export function onForgotten(store: Store, told: () => void): () => void {
  const all = forgetting.get(store) ?? new Set();
  forgetting.set(store, all.add(told));
  return () => void all.delete(told);
}

/** Who a session cookie or an API token stands for; null when it is unknown, expired or revoked. */
export async function actorOf(
  store: Store,
  { session, token }: { readonly session: string | null; readonly token: string | null },
  now: number,
): Promise<Actor | null> {
  const secret = token ?? session;
  if (secret === null) return null;
  const hash = secretHash(secret);
  const known = remembered.get(store)?.get(hash);
  if (known !== undefined && now < known.until) return known.actor;
  const found = await foundNow(store, hash, token === null, now);
  if (found === null) return null;
  // Nobody waits for it, and it may be missed.
  if (found.stale) store.touch((books) => books.access.touchSession(hash, at(now))).catch(() => {});
  // A new map now and then, so that it does not grow with every token ever seen.
  const others = remembered.get(store);
  const kept = others === undefined || others.size > 1000 ? new Map() : others;
  remembered.set(store, kept.set(hash, { actor: found.actor, until: now + rememberedMs }));
  return found.actor;
}

/** The same as the books say it now, whatever was remembered. */
export async function actorNow(
  store: Store,
  { session, token }: { readonly session: string | null; readonly token: string | null },
  now: number,
): Promise<Actor | null> {
  const secret = token ?? session;
  return secret === null ? null : ((await foundNow(store, secretHash(secret), token === null, now))?.actor ?? null);
}

const foundNow = (store: Store, hash: string, isSession: boolean, now: number): Promise<Found | null> =>
  store.read((books) => (isSession ? actorOfSession(books, hash, now) : actorOfToken(books, hash, at(now))));

interface Found {
  readonly actor: Actor;
  /** Its last use is to be noted. */
  readonly stale: boolean;
}

async function actorOfToken(books: Books, hash: string, now: string): Promise<Found | null> {
  const row = await books.access.tokenByHash(hash);
  if (row === undefined || row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= now)) return null;
  const actor = asActor(row);
  return actor && { actor: row.read_only === 1 ? { ...actor, readOnly: true } : actor, stale: false };
}

/** A session stands for its user as they are now; one without a user for what its link said. */
async function actorOfSession(books: Books, hash: string, now: number): Promise<Found | null> {
  const row = await books.access.sessionByHash(hash);
  if (row === undefined || row.expires_at <= at(now)) return null;
  const stale = row.last_used_at < at(now - lastUseKeptMs);
  if (row.app_user === null) {
    const actor = asActor(row);
    return actor && { actor, stale };
  }
  const user = await books.users.find(row.app_user);
  if (user === undefined || user.state !== "active") return null;
  const actor = asActor(user);
  return actor && { actor: { ...actor, user: user.id }, stale };
}

/** A role of the services team has no account, one of a customer has one. */
function asActor({ name, role, account }: { name: string; role: string; account: string | null }): Actor | null {
  const known = Role.safeParse(role);
  if (!known.success || customers.includes(known.data) !== (account !== null)) return null;
  return { name, role: known.data, ...(account === null ? {} : { account }) };
}
