import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, describe, expect, test } from "vitest";
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

interface Refusal {
  readonly code: string;
}

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
  const post = async (path: string, input: unknown, key: string = randomUUID()): Promise<string> => {
    const headers = { cookie, "content-type": "application/json", "idempotency-key": key };
    const body = JSON.stringify(input);
    const said = await fetch(`${new URL(link).origin}/trpc/${path}`, { method: "POST", headers, body });
    const { error } = (await said.json()) as { readonly error?: { readonly data: { readonly refusal: Refusal } } };
    return error?.data.refusal.code ?? "done";
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
      expect(status).toBe("done");
      unanswered.splice(unanswered.indexOf(said), 1);
      answered.push(said);
      if (answered.length === enough) server.child.kill("SIGKILL");
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  expect(await server.ended()).toBe(null);
}

/** All time that the books have, by id. */
async function keptIn(url: string): Promise<readonly string[]> {
  const practice = await openPractice({ url, remove: async () => {} });
  const api = practice.local();
  const kept: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await api.time.list.query({ limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    kept.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  await expectGoodBooks(api);
  await practice.close();
  return kept;
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
    expect(await server.post("account.open", { name: "Acme" })).toBe("done");
    for (const answers of [1, 40, 97]) {
      await killUnderLoad(server, answers, heard);
      server = await serve(place.url);
    }
    for (const said of heard.unanswered) expect(await server.log(said)).toBe("done");
    server.server.child.kill("SIGTERM");
    expect(await server.server.ended()).toBe(0);

    const kept = await keptIn(place.url);
    const all = [...heard.answered, ...heard.unanswered];
    expect(heard.answered.length).toBeGreaterThanOrEqual(138);
    expect(heard.unanswered.length).toBeGreaterThan(0);
    expect(notOnce(all, kept)).toEqual([]);
    expect(kept).toHaveLength(all.length);

    // The control: one that was answered and not kept, and one that was kept twice, are found.
    const [lost = "", twice = ""] = heard.answered.map(({ id }) => id);
    expect(notOnce(all, [...kept.filter((id) => id !== lost), twice]).toSorted()).toEqual([lost, twice].toSorted());
  });
});

const small = "4m";
const disk = smallDisk();

/** A disk of a few megabytes, for whoever may mount one; else why not. */
function smallDisk(): { readonly folder: string } | { readonly reason: string } {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return { reason: "only root on Linux mounts a disk" };
  const folder = mkdtempSync(join(tmpdir(), "cimpro-disk-"));
  const { status, stderr } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${small}`, "none", folder]);
  if (status === 0) return { folder };
  rmSync(folder, { recursive: true, force: true });
  return { reason: `this machine mounts no disk: ${stderr}` };
}

afterAll(() => {
  if ("reason" in disk) return;
  spawnSync("umount", [disk.folder]);
  rmSync(disk.folder, { recursive: true, force: true });
});

const skipped = "reason" in disk ? ` (SKIPPED: ${disk.reason})` : "";

test.skipIf(skipped !== "")(`a disk that is full is told, loses nothing, and is gone on with${skipped}`, async () => {
  if ("reason" in disk) return;
  const url = join(disk.folder, "books.db");
  const { server, post, log } = await serve(url);
  expect(await post("account.open", { name: "Acme" })).toBe("done");
  // Some room is taken by something else, so that little time fills it.
  const { bavail, bsize } = statfsSync(disk.folder);
  writeFileSync(join(disk.folder, "something-else"), Buffer.alloc(bavail * bsize - 400_000));
  const answered: Said[] = [];
  const say = async (): Promise<string> => {
    const said = { id: randomUUID(), key: randomUUID() };
    const status = await log(said);
    if (status === "done") answered.push(said);
    return status;
  };
  let status = "done";
  while (status === "done") status = await say();
  expect(status).toBe("DATABASE_FULL");
  rmSync(join(disk.folder, "something-else"));
  expect(await say()).toBe("done");
  server.child.kill("SIGTERM");
  expect(await server.ended()).toBe(0);
  expect(notOnce(answered, await keptIn(url))).toEqual([]);
});
