import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { sql } from "kysely";
import { Client } from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { type Place, places } from "../../test/engines.ts";
import { allNotes, insertNotes, note, on, openNotes } from "../../test/notes.ts";
import type { Database } from "./database.ts";

const [, place] = places.find(([engine]) => engine === "postgres") ?? [];
let at: Place;
let database: Database;
beforeEach(async () => {
  if (!place) throw new Error("no PostgreSQL");
  at = await place();
  database = await openNotes(at.url);
});
afterEach(async () => {
  await database.close();
  await at.remove();
});
const as = (change: (url: URL) => void): string => {
  const url = new URL(at.url);
  change(url);
  return url.href;
};
async function asServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

test.each([
  [
    "DATABASE_MISSING",
    (url: URL) => {
      url.pathname = "nowhere";
    },
  ],
  [
    "DATABASE_UNREACHABLE",
    (url: URL) => {
      url.password = "wrong";
    },
  ],
  [
    "DATABASE_UNREACHABLE",
    (url: URL) => {
      url.port = "1";
    },
  ],
  [
    "DATABASE_UNREACHABLE",
    (url: URL) => {
      url.hostname = "nobody.invalid";
    },
  ],
  [
    "DATABASE_UNREACHABLE",
    (url: URL) => {
      url.searchParams.set("sslmode", "verify-full");
    },
  ],
])("%s is said where the address leads nowhere", async (code, change) => {
  await expect(openNotes(as(change))).rejects.toMatchObject({ name: "StoreProblem", code });
});

test("a database that holds other tables is refused", async () => {
  const other = await place?.();
  if (!other) throw new Error("no PostgreSQL");
  await asServer(other.url, (client) => client.query("create table recipe (id integer)"));
  await expect(openNotes(other.url)).rejects.toMatchObject({ code: "NOT_CIMPRO" });
  await other.remove();
});

test("a database that cannot hold every text is refused", async () => {
  const name = new URL(at.url).pathname.slice(1);
  const latin = `${name}_latin`;
  await asServer(inject("postgres"), (client) =>
    client.query(`create database ${latin} encoding 'LATIN1' locale_provider libc locale 'C' template template0`),
  );
  const url = as((to) => {
    to.pathname = latin;
  });
  await expect(openNotes(url)).rejects.toMatchObject({ code: "NOT_A_DATABASE" });
});

test("connections that the server ends are replaced", async () => {
  await allNotes(database);
  const ended = async () =>
    asServer(at.url, (client) =>
      client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'cimpro' and datname = current_database()",
      ),
    );
  const cut = database.write(async (tx) => {
    await insertNotes(tx, [note("lost")]);
    await ended();
    await insertNotes(tx, [note("lost too")]);
  });
  await expect(cut).rejects.toMatchObject({ code: "DATABASE_UNREACHABLE" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await allNotes(database)).toEqual([]);
  expect(await database.write((tx) => insertNotes(tx, [note("kept")]))).toBe(1);
});

test("a commit without an answer is in doubt, and the connection is given up", async () => {
  const server = new URL(at.url);
  const cut = { armed: false };
  const sockets: Socket[] = [];
  // Passes everything on, until it sees a commit that it was told to cut.
  const proxy = createServer((socket) => {
    const upstream = connect(Number(server.port), server.hostname);
    sockets.push(socket, upstream);
    upstream.pipe(socket);
    socket.on("data", (data) => {
      upstream.write(data);
      if (cut.armed && data.includes("commit\0")) socket.destroy();
    });
    socket.on("error", () => {});
    upstream.on("error", () => {});
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const { port } = proxy.address() as AddressInfo;
  const distant = await openNotes(
    as((url) => {
      url.port = `${port}`;
    }),
  );

  cut.armed = true;
  await expect(distant.write((tx) => insertNotes(tx, [note("maybe")]))).rejects.toMatchObject({
    name: "CommitUnknown",
  });
  cut.armed = false;
  expect(await distant.write((tx) => insertNotes(tx, [note("surely")]))).toBe(1);
  // Here the server had got it; just as well it might not.
  expect((await allNotes(database)).map(({ id }) => id)).toEqual(["maybe", "surely"]);
  await distant.close();
  for (const socket of sockets) socket.destroy();
  proxy.close();
});

test("writes are read committed, reads are of one moment and read only", async () => {
  const show = async (door: Database["read"]) =>
    door(async (tx) => {
      const { rows } = await sql<Record<string, string>>`select current_setting('transaction_isolation') as isolation,
        current_setting('transaction_read_only') as read_only, current_setting('lock_timeout') as lock_timeout`.execute(
        tx.db,
      );
      return rows[0];
    });
  expect(await show(database.write)).toEqual({ isolation: "read committed", read_only: "off", lock_timeout: "30s" });
  expect(await show(database.read)).toMatchObject({ isolation: "repeatable read", read_only: "on" });
});

test("more transactions than connections take turns, and close waits for them", async () => {
  const turns = Array.from({ length: 40 }, (_, turn) =>
    database.write(async (tx) => {
      await sql`select pg_sleep(0.01)`.execute(tx.db);
      return insertNotes(tx, [note(`${turn}`)]);
    }),
  );
  await database.close();
  expect(await Promise.all(turns)).toEqual(turns.map(() => 1));
  database = await openNotes(at.url, "require");
  expect(await allNotes(database)).toHaveLength(40);
});

test("a statement too many for the prepared ones is run all the same", async () => {
  await database.read(async (tx) => {
    for (let columns = 1; columns < 400; columns += 1) {
      const ids = Array.from({ length: columns }, (_, id) => `${id}`);
      await on(tx).selectFrom("note").select("id").where("id", "in", ids).execute();
    }
  });
});
