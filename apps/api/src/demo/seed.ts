import { randomUUID } from "node:crypto";
import { dayInZone, rejection } from "@cimpro/domain";
import { type Books, type Command, orNotFound, practiceStream, Refused, type Store } from "@cimpro/store";
import { addDemoPeople } from "./people.ts";
import { playYear } from "./year.ts";

const actor = "cimpro";
const begun = "demo.begun";
const seeded = "demo.seeded";

/**
 * Seeds the demo practice into new books that were made for it; true when this call did. A seeding that was cut off is
 * finished, one that another process is at is done together. Other books are refused: demo and real data never mix.
 */
export async function seedDemo(store: Store, now: number): Promise<boolean> {
  if (await store.read((books) => isMarked(books, seeded))) return false;
  const today = await begin(store, now);
  // They come with the first accounts, so that the year writes to them.
  await playYear(store, today, now, (day) => addDemoPeople(store, (type) => markCommand(type, now), day));
  return complete(store, today, now);
}

const isMarked = async (books: Books, mark: string): Promise<boolean> =>
  (await books.journal.byKey(practiceStream, actor, mark)) !== undefined;

const markCommand = (type: string, now: number): Command => ({
  stream: practiceStream,
  type,
  actor,
  key: type,
  input: null,
  recordedAt: new Date(now).toISOString(),
  dryRun: false,
});

/** Decides on which day the made-up year ends: the first that begins decides for all who follow. */
async function begin(store: Store, now: number): Promise<string> {
  return store.write(markCommand(begun, now), async (books) => {
    const { demo, timeZone } = orNotFound(await books.practice.find(), "practice", "practice");
    const accounts = await books.accounts.count();
    if (!demo || accounts > 0) throw new Refused(rejection("DEMO_NEEDS_NEW_BOOKS", { accounts }));
    const today = dayInZone(now, timeZone);
    return { answer: today, data: { today }, effectiveOn: today };
  });
}

/** Whoever is first to mark the end has seeded; the others are told that they have not. */
async function complete(store: Store, today: string, now: number): Promise<boolean> {
  const by = randomUUID();
  const first = await store.write(markCommand(seeded, now), async () => ({
    answer: by,
    data: { today },
    effectiveOn: today,
  }));
  return first === by;
}
