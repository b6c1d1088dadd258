import { accessSync, constants, existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { openStore, type Store } from "@cimpro/api";
import { isFile, placeOf, shownPlace } from "../../client/place.ts";
import type { Settings } from "../../program/settings.ts";
import type { Terminal } from "../../terminal/terminal.ts";
import { attempt } from "./attempt.ts";
import type { Check } from "./examine.ts";

/** The database: whether it can be reached and written, what its engine is set to, and whether its journal holds. */
export async function checkBooks(settings: Settings, terminal: Terminal): Promise<readonly Check[]> {
  const place = placeOf(settings, terminal);
  const folder = isFile(place) ? [writable(dirname(resolve(place)))] : [];
  const opened: { store?: Store } = {};
  const reach = await attempt("database", async () => {
    opened.store = await openStore(place, { schema: "require", now: () => new Date(terminal.now()).toISOString() });
    return `${shownPlace(place)}, its schema is this version's`;
  });
  const { store } = opened;
  if (store === undefined) return [...folder, reach];
  try {
    return [
      ...folder,
      reach,
      ...(store.engine === "sqlite" ? await sqliteChecks(store) : []),
      ...(await insides(store)),
    ];
  } finally {
    await store.close();
  }
}

function writable(folder: string): Check {
  const nearest = nearestFolder(folder);
  try {
    accessSync(nearest, constants.W_OK);
    return { check: "data folder", ok: true, found: folder };
  } catch {
    return { check: "data folder", ok: false, found: folder, advice: `${nearest} cannot be written: check its owner.` };
  }
}

/** Folders that are not there yet are made when needed. */
const nearestFolder = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearestFolder(dirname(folder));

/** Read back on the store's own connection: these are what survives a power cut. */
const sqliteChecks = async (store: Store): Promise<readonly Check[]> => [
  await attempt("sqlite", () =>
    store.database.read(async ({ db }) => {
      const { version } = await db
        .selectNoFrom(({ fn }) => fn<string>("sqlite_version", []).as("version"))
        .executeTakeFirstOrThrow();
      return version;
    }),
  ),
  await attempt("durability", () =>
    store.database.read(async ({ db }) => {
      const pragmas = db.withTables<{
        pragma_synchronous: { synchronous: number };
        pragma_journal_mode: { journal_mode: string };
      }>();
      const { synchronous } = await pragmas.selectFrom("pragma_synchronous").selectAll().executeTakeFirstOrThrow();
      const { journal_mode } = await pragmas.selectFrom("pragma_journal_mode").selectAll().executeTakeFirstOrThrow();
      if (synchronous < 2) throw new Error(`synchronous is ${synchronous}`);
      return `journal ${journal_mode}, synchronous ${synchronous === 2 ? "full" : "extra"}`;
    }),
  ),
];

const insides = async (store: Store): Promise<readonly Check[]> => [
  await attempt("time zone", async () => {
    const practice = await store.read((books) => books.practice.find());
    return `${practice?.timeZone ?? "UTC"}, of the practice`;
  }),
  await journal(store),
];

async function journal(store: Store): Promise<Check> {
  const { rows, problems } = await store.read((books) => books.journal.verify());
  if (problems.length === 0) return { check: "journal", ok: true, found: `${rows} rows, the chain holds` };
  const advice = 'Run "cimpro journal verify" to see which, and restore the last sound backup.';
  return { check: "journal", ok: false, found: `${problems.length} faults`, advice };
}
