import type { Store } from "@cimpro/store";
import type { AnyTRPCRouter } from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { type Actor, customers, Role } from "../src/access/roles.ts";
import { type Procedure, proceduresOf } from "./procedures.ts";

/** Who asks: a role, with the account of a customer; null is not signed in. */
export type Who = Actor | null;

/** Two accounts that are there, of which a customer has the first, and one that is not; each with things of its own. */
export interface Places {
  readonly own: string;
  readonly other: string;
  readonly absent: string;
  /** Ids of things of the other account, by the names that inputs may have for them. */
  readonly things: Readonly<Record<string, string>>;
  /** What nobody else may read. */
  readonly secret: RegExp;
}

interface Answer {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}

/** Asks a procedure of a router as somebody, on the books, keeping nothing. */
async function ask(
  store: Store,
  router: AnyTRPCRouter,
  { path, type }: Procedure,
  who: Who,
  input: unknown,
): Promise<Answer> {
  const query = type === "mutation" ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const controller = new AbortController();
  const answer = await fetchRequestHandler({
    endpoint: "/trpc",
    router,
    req: new Request(`http://embedded/trpc/${path}${query}`, {
      signal: controller.signal,
      ...(type === "mutation"
        ? { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(input) }
        : {}),
    }),
    createContext: () => ({
      ...{ store, actor: who, now: () => Date.parse("2024-01-08T12:00:00Z"), session: null },
      ...{ key: null, today: null, dryRun: true, closing: AbortSignal.timeout(5_000) },
    }),
  });
  if (answer.headers.get("content-type")?.startsWith("text/event-stream")) return firstTold(answer);
  const text = await answer.text();
  const body: { error?: { data?: { refusal?: { code: string } } } } = JSON.parse(text);
  return { status: answer.status, code: body.error?.data?.refusal?.code, text };
}

/** The first that is told of what goes on for ever: a refusal, or that one was let in. */
async function firstTold(answer: Response): Promise<Answer> {
  let text = "";
  for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    const [, error] = /^event: serialized-error\ndata: (.*)$/m.exec(text) ?? [];
    if (error !== undefined) {
      const { data }: { data?: { httpStatus: number; refusal: { code: string } } } = JSON.parse(error);
      return { status: data?.httpStatus ?? 500, code: data?.refusal.code, text: error };
    }
    if (/^data: \[\]$/m.test(text)) break;
  }
  return { status: 200, code: undefined, text: "" };
}

const isCustomer = (role: Role): boolean => customers.includes(role);

/** What is wrong with who may ask what, one sentence each; nothing if all is well (ROLE-5). */
export async function accessFaults(store: Store, router: AnyTRPCRouter, places: Places): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const procedure of proceduresOf(router)) {
    const { path, roles } = procedure;
    if (!isDeclared(procedure)) {
      faults.push(`${path} does not say who may call it`);
      continue;
    }
    const check = async (who: Who, input: unknown) => ask(store, router, procedure, who, input);
    const out = await check(null, { account: places.own });
    if (roles !== "anyone" && (out.status !== 401 || out.code !== "UNAUTHENTICATED"))
      faults.push(`${path} answers whoever is not signed in`);
    if (roles === "anyone" && ["UNAUTHENTICATED", "FORBIDDEN"].includes(out.code ?? ""))
      faults.push(`${path} is for anyone and refuses some`);
    for (const role of Role.options) faults.push(...(await faultsFor(procedure, role, places, check)));
  }
  return faults;
}

const isDeclared = ({ roles, scope }: Procedure): boolean =>
  scope !== undefined &&
  (roles === "anyone" ||
    (roles !== undefined && roles.length > 0 && roles.every((role) => Role.safeParse(role).success)));

async function faultsFor(
  { path, roles, scope }: Procedure,
  role: Role,
  places: Places,
  check: (who: Who, input: unknown) => Promise<Answer>,
): Promise<readonly string[]> {
  const faults: string[] = [];
  const who: Actor = { name: `Test ${role}`, role, ...(isCustomer(role) ? { account: places.own } : {}) };
  const may = roles === "anyone" || (roles ?? []).includes(role);
  const own = await check(who, { account: places.own });
  const other = await check(who, { account: places.other });
  const absent = await check(who, { account: places.absent });
  for (const { status, code } of [own, other, absent]) {
    const refused = status === 403 && code === "FORBIDDEN";
    if (may === refused) faults.push(`${path} ${may ? "refuses" : "answers"} ${role}: ${status} ${code}`);
    if (status === 401 || status >= 500) faults.push(`${path} as ${role}: ${status} ${code}`);
  }
  if (!isCustomer(role) || !may) return faults;

  if (readable(other.text, places.other) !== readable(absent.text, places.absent))
    faults.push(`${path} tells ${role} another account from none`);
  if (roles !== "anyone" && scope === "account") {
    if (other.status !== 404 || other.code !== "NOT_FOUND") faults.push(`${path} answers ${role} for another account`);
    // Who asks stands for their account: naming none is naming it.
    const none = await check(who, {});
    if (none.status !== own.status || none.code !== own.code) faults.push(`${path} asks ${role} for their account`);
    if (places.secret.test(none.text)) faults.push(`${path} gives ${role} secrets away`);
    for (const odd of [null, 7, ["a"], { toString: 1 }, "\ud800", "a\0"]) {
      const refused = await check(who, { account: odd });
      if (![400, 404].includes(refused.status))
        faults.push(`${path} as ${role}, for an odd account: ${refused.status}`);
    }
  }
  // Things of another account, named within one's own, are as if they were not there.
  const named = (things: Readonly<Record<string, string>>) => check(who, { ...things, account: places.own });
  const missing = Object.fromEntries(Object.entries(places.things).map(([key, id]) => [key, like(id)]));
  const [theirs, nobodys] = [await named(places.things), await named(missing)];
  const ids = Object.values(places.things);
  if (
    ids.reduce((text, id) => readable(text, id), theirs.text) !==
    ids.reduce((text, id) => readable(text, like(id)), nobodys.text)
  )
    faults.push(`${path} tells ${role} another account's things from none`);
  for (const { text } of [own, other, theirs])
    if (places.secret.test([places.other, ...ids].reduce(readable, text)))
      faults.push(`${path} gives ${role} secrets away`);
  return faults;
}

/** The same text wherever the id stood that was asked for. */
const readable = (text: string, id: string): string => text.replaceAll(id, "·");

/** An id of the same shape that nothing has. */
const like = (id: string): string =>
  id
    .replace(/[0-9a-y]/g, (sign) =>
      /\d/.test(sign) ? String((Number(sign) + 3) % 10) : String.fromCharCode(sign.charCodeAt(0) + 1),
    )
    .replace(/^([^-]{8}-[^-]{4}-)[^-]([^-]{3}-)[^-]/, "$14$28");
