import type { AnyTRPCRouter } from "@trpc/server";
import fc from "fast-check";
import { z } from "zod";
import { type Route, routesOf } from "../src/rest/route.ts";
import { inputsOf, oddDays } from "./fuzz-input.ts";

/** A door that a procedure can be asked through. */
export type Door = "trpc" | "rest";

export type Headers = Readonly<Record<string, string>>;

/** A router, how it is asked, and who may ask. */
export interface Target {
  readonly ask: Ask;
  /** Headers that let somebody in; the first asks most. */
  readonly callers: readonly [Headers, ...Headers[]];
  readonly router: AnyTRPCRouter;
  /** The account that most is asked of: what it has belongs together. */
  readonly account: string;
}

export type Ask = (
  route: Route,
  door: Door,
  headers: Headers,
  input: unknown,
) => Promise<{ readonly status: number; readonly text: string }>;

export interface Bounds {
  /** How many inputs each procedure gets. */
  readonly runs: number;
  readonly seed: number;
}

/** What was found, and how far the asking came. */
export interface Findings {
  /** One sentence for each answer that blames us. */
  readonly faults: readonly string[];
  /** How many inputs each procedure carried out. */
  readonly done: ReadonlyMap<string, number>;
}

/**
 * Asks every procedure, through both doors, for what its own schema describes and for some that it does not. Answers
 * are read for the ids of what was made, which later inputs name: so chains grow deep.
 */
export async function fuzz(target: Target, { runs, seed }: Bounds): Promise<Findings> {
  const known = new Map<string, Set<string>>([["account", new Set([target.account])]]);
  const [faults, done] = [[] as string[], new Map<string, number>()];
  // What is there of the account is looked at first, so that inputs name it.
  for (const route of routesOf(target.router).filter(({ method }) => method === "GET")) {
    const { status, text } = await target.ask(route, "rest", target.callers[0], { account: target.account });
    if (status === 200) harvest(known, route.procedure, text);
  }
  // Twice, so that what comes first in the router finds what later ones made.
  for (const round of [0, 1])
    for (const [at, route] of routesOf(target.router).entries()) {
      const schema = schemaOf(target.router, route.procedure);
      const inputs: fc.Arbitrary<unknown> = schema === null ? fc.constant(undefined) : inputsOf(schema, known);
      const settings = fc.oneof(
        { weight: 20, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: fc.constantFrom(...oddDays).map((day) => ({ "cimpro-today": day })) },
        {
          weight: 2,
          arbitrary: fc.constantFrom("k", "", "\u00ff", "k".repeat(300)).map((key) => ({ "idempotency-key": key })),
        },
        { weight: 4, arbitrary: fc.constant({ "cimpro-dry-run": "1" }) },
      );
      const asked = fc.sample(fc.tuple(inputs, settings), { numRuns: runs, seed: seed + round * 1000 + at });
      for (const [run, [input, headers]] of asked.entries()) {
        const door = run % 2 === 0 ? "trpc" : "rest";
        // Most of it is the first caller's, who may most; the others find what only they can reach.
        const caller = target.callers[run % 4 === 3 ? 1 + (run % (target.callers.length - 1 || 1)) : 0] ?? {};
        const asking = { ...caller, ...headers, ...(isDry(route, input, headers) ? { "cimpro-dry-run": "1" } : {}) };
        const { status, text } = await target.ask(route, door, asking, input);
        if (status >= 500)
          faults.push(`${route.procedure} by ${door}: ${status} for ${shown(input)} ${shown(headers)}`);
        if (status === 200) {
          done.set(route.procedure, (done.get(route.procedure) ?? 0) + 1);
          harvest(known, route.procedure, text);
        }
      }
    }
  return { faults: [...new Set(faults)], done };
}

/**
 * What is worked out and not kept: what began in the year 1, because it has ten thousand months to invoice in each run
 * after it, and signing out, after which nothing more would be answered.
 */
const isDry = ({ method, procedure }: Route, ...said: readonly unknown[]): boolean =>
  method === "POST" && (procedure === "session.signOut" || /"(000\d|19[67]\d|999\d)-/.test(JSON.stringify(said)));

interface Built {
  readonly _def: { readonly inputs: readonly unknown[] };
}

function schemaOf(router: AnyTRPCRouter, procedure: string): z.ZodType | null {
  const all: readonly (readonly [string, Built])[] = Object.entries(router._def.procedures);
  const [first] = all.find(([path]) => path === procedure)?.[1]._def.inputs ?? [];
  return first instanceof z.ZodType ? first : null;
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
};

/** Asks a server over HTTP, as programs do. */
export const overHttp =
  (address: string): Ask =>
  async ({ path, procedure, method }, door, headers, input) => {
    const said = JSON.stringify(input);
    const url =
      door === "trpc"
        ? `/trpc/${procedure}${method === "GET" && said !== undefined ? `?input=${encodeURIComponent(said)}` : ""}`
        : `/api${path}${method === "GET" ? queryOf(input) : ""}`;
    const body =
      method === "POST"
        ? { body: said ?? "", headers: { ...headers, "content-type": "application/json" } }
        : { headers };
    const answer = await fetch(`${address}${url}`, { method, ...body });
    return { status: answer.status, text: await answer.text() };
  };

/** Fields as parameters, each as a program would write it: text as it is, all else as JSON. */
function queryOf(input: unknown): string {
  if (typeof input !== "object" || input === null) return "";
  const pairs = Object.entries(input).flatMap(([key, value]) => {
    const said = Array.isArray(value) ? value : [value];
    return said.map((each) => [key, typeof each === "string" ? each : (JSON.stringify(each) ?? "")]);
  });
  return `?${new URLSearchParams(pairs)}`;
}

/** What inputs call a text that an answer has under a key. */
function namesFor(key: string, of: string, noun: string): readonly string[] {
  if (key === "nextCursor") return ["cursor"];
  return key === "id" || key === "number" ? [key, of, of.replace(/s$/, ""), noun] : [key];
}

/** Most things of one kind that are remembered. */
const enough = 12;

/** Remembers what an answer names: `{entry:{id}}` is an entry, and so is the `id` that `entry.show` answers. */
function harvest(known: Map<string, Set<string>>, procedure: string, text: string): void {
  const [noun = ""] = procedure.split(".");
  const remember = (name: string, value: string): void => {
    if (name === "account") return;
    const values = known.get(name) ?? new Set();
    if (values.size < enough && value.length < 100) known.set(name, values.add(value));
  };
  const look = (value: unknown, name: string): void => {
    if (Array.isArray(value)) for (const each of value.slice(0, 20)) look(each, name);
    else if (typeof value === "object" && value !== null)
      for (const [key, each] of Object.entries(value)) {
        if (typeof each !== "string") look(each, key);
        else for (const as of namesFor(key, name, noun)) remember(as, each);
      }
  };
  const answer: unknown = JSON.parse(text);
  look(answer, noun);
}
