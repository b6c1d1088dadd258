import type { Books, Store } from "@cimpro/store";
import { type Actor, Role } from "./roles.ts";
import { newSecret, secretHash } from "./secret.ts";

const hour = 3_600_000;
const linkLasts = 24 * hour;
const sessionLasts = 30 * 24 * hour;

const at = (milliseconds: number): string => new Date(milliseconds).toISOString();

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
    }),
  );
  return secret;
}

/** Uses a link up and opens a session; null when the link is unknown, used or too old. */
export async function signIn(
  store: Store,
  link: string,
  now: number,
): Promise<{ readonly session: string; readonly lastsSeconds: number } | null> {
  const session = newSecret();
  const used = await store.touch(async (books) => {
    const row = await books.access.useLink(secretHash(link), at(now));
    await books.access.deleteExpired(at(now));
    if (row !== undefined)
      await books.access.insertSession({
        hash: secretHash(session),
        name: row.name,
        role: row.role,
        account: null,
        created_at: at(now),
        expires_at: at(now + sessionLasts),
      });
    return row !== undefined;
  });
  return used ? { session, lastsSeconds: sessionLasts / 1000 } : null;
}

/** How long an answer of the books is taken for granted: a revoked token of another process works this much longer. */
const rememberedMs = 1000;

const remembered = new WeakMap<Store, Map<string, { readonly actor: Actor; readonly until: number }>>();

/** Forgets who was let in, after a session ended or a token was revoked in this process. */
export const forgetActors = (store: Store): void => void remembered.delete(store);

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
  const actor = await store.read((books) =>
    token === null ? actorOfSession(books, hash, at(now)) : actorOfToken(books, hash, at(now)),
  );
  if (actor === null) return null;
  // A new map now and then, so that it does not grow with every token ever seen.
  const others = remembered.get(store);
  const kept = others === undefined || others.size > 1000 ? new Map() : others;
  remembered.set(store, kept.set(hash, { actor, until: now + rememberedMs }));
  return actor;
}

async function actorOfToken(books: Books, hash: string, now: string): Promise<Actor | null> {
  const row = await books.access.tokenByHash(hash);
  if (row === undefined || row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= now)) return null;
  return asActor(row.name, row.role);
}

async function actorOfSession(books: Books, hash: string, now: string): Promise<Actor | null> {
  const row = await books.access.sessionByHash(hash);
  return row === undefined || row.expires_at <= now ? null : asActor(row.name, row.role);
}

function asActor(name: string, role: string): Actor | null {
  const known = Role.safeParse(role);
  return known.success ? { name, role: known.data } : null;
}
