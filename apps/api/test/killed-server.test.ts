import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { type Place, places } from "./places.ts";
import { expectGoodBooks, openPractice } from "./practice.ts";
import { type Program, running } from "./processes.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const started: Program[] = [];
const used: Place[] = [];
afterEach(async () => {
  for (const each of started.splice(0)) await each.kill();
  for (const each of used.splice(0)) await each.remove();
});

/** Time that somebody logs: with the same id and key again when nobody answered. */
interface Said {
  readonly id: string;
  readonly key: string;
}

/** What became of it, as far as whoever said it knows. */
interface Heard {
  readonly answered: Said[];
  readonly unanswered: Said[];
}

const clients = 6;

/** Starts a server on the books, and says how time is logged there. */
async function serve(url: string) {
  const server = running([main], { PORT: "0", CIMPRO_LOG: "silent", CIMPRO_DB: url });
  started.push(server);
  const link = (await server.line()).replace("cimpro ready ", "");
  const answer = await fetch(link, { redirect: "manual" });
  const cookie = (answer.headers.get("set-cookie") ?? "").split(";", 1)[0] ?? "";
  const post = async (path: string, input: unknown, key: string = randomUUID()): Promise<number> => {
    const headers = { cookie, "content-type": "application/json", "idempotency-key": key };
    const body = JSON.stringify(input);
    const said = await fetch(`${new URL(link).origin}/trpc/${path}`, { method: "POST", headers, body });
    await said.text();
    return said.status;
  };
  const log = ({ id, key }: Said) => post("time.log", { account: "acme", minutes: 1, id }, key);
  return { server, post, log };
}

type Server = Awaited<ReturnType<typeof serve>>;

/** Many log time as fast as they are answered, until the server is killed after so many answers. */
async function killUnderLoad({ server, log }: Server, answers: number, { answered, unanswered }: Heard): Promise<void> {
  const enough = answered.length + answers;
  const client = async () => {
    for (;;) {
      const said = { id: randomUUID(), key: randomUUID() };
      unanswered.push(said);
      const status = await log(said).catch(() => "gone" as const);
      if (status === "gone") return;
      expect(status).toBe(200);
      unanswered.splice(unanswered.indexOf(said), 1);
      answered.push(said);
      if (answered.length === enough) server.child.kill("SIGKILL");
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  expect(await server.ended()).toBe(null);
}

/** What was said and is not kept, or more than once. */
const notOnce = (said: readonly Said[], kept: readonly string[]): readonly string[] =>
  said.map(({ id }) => id).filter((id) => kept.filter((each) => each === id).length !== 1);

describe.each(places)("a server killed under load on %s", (_engine, newPlace) => {
  test("has kept all that it answered, and takes what it did not answer once, when that is said again", async () => {
    const place = await newPlace();
    used.push(place);
    const heard: Heard = { answered: [], unanswered: [] };
    let server = await serve(place.url);
    expect(await server.post("account.open", { name: "Acme" })).toBe(200);
    for (const answers of [1, 40, 97]) {
      await killUnderLoad(server, answers, heard);
      server = await serve(place.url);
    }
    for (const said of heard.unanswered) expect(await server.log(said)).toBe(200);
    server.server.child.kill("SIGTERM");
    expect(await server.server.ended()).toBe(0);

    const practice = await openPractice({ url: place.url, remove: async () => {} });
    const api = practice.local();
    const kept: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await api.time.list.query({ limit: 100, ...(cursor === undefined ? {} : { cursor }) });
      kept.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    const all = [...heard.answered, ...heard.unanswered];
    expect(heard.answered.length).toBeGreaterThanOrEqual(138);
    expect(heard.unanswered.length).toBeGreaterThan(0);
    expect(notOnce(all, kept)).toEqual([]);
    expect(kept).toHaveLength(all.length);
    await expectGoodBooks(api);
    await practice.close();

    // The control: one that was answered and not kept, and one that was kept twice, are found.
    const [lost = "", twice = ""] = heard.answered.map(({ id }) => id);
    expect(notOnce(all, [...kept.filter((id) => id !== lost), twice]).toSorted()).toEqual([lost, twice].toSorted());
  });
});
