import { openStore, seedDemo } from "@cimpro/api";
import { rejection } from "@cimpro/domain";
import { refusedBy, usage } from "../failure/failure.ts";
import type { Settings } from "../program/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { placeOf, shownPlace } from "./place.ts";

/** Seeds the demo practice into new books, and only into such. */
export async function seedDemoBooks(
  settings: Settings,
  terminal: Terminal,
): Promise<{ readonly database: string; readonly seeded: true; readonly accounts: number }> {
  if (settings.dryRun) throw usage('"cimpro demo seed" cannot be rehearsed: it makes books of its own.');
  const place = placeOf(settings, terminal);
  const now = () => new Date(terminal.now()).toISOString();
  const store = await openStore(place, { schema: "create", demo: true, now });
  try {
    const before = await store.read(async (books) => ({
      accounts: await books.accounts.count(),
      demo: (await books.practice.find())?.demo === true,
    }));
    if (before.accounts > 0 || !before.demo)
      throw refusedBy(rejection("DEMO_NEEDS_NEW_BOOKS", { accounts: before.accounts }));
    await seedDemo(store, terminal.now());
    return {
      database: shownPlace(place),
      seeded: true,
      accounts: await store.read((books) => books.accounts.count()),
    };
  } finally {
    await store.close();
  }
}
