import { defaultPolicy } from "@cimpro/domain";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { places } from "../test/engines.ts";
import { openDatabase } from "./engines/open.ts";
import { books } from "./migrations/0001-books.ts";
import { openStore } from "./store.ts";
import { verifyBooks } from "./verify.ts";

const now = "2024-01-31T12:00:00.000Z";

/** What the first version wrote: a policy without the parts that came later, work of which only the name was kept. */
const { deliverables: _, requests: __, ...earlier } = defaultPolicy;
const firstBooks = [
  sql`insert into practice values ('practice', 'Pro Services', '', '', 'UTC', 'USD', 0)`,
  sql`insert into policy_version values (1, '0001-01-01', ${JSON.stringify(earlier)}, 'fingerprint', ${now})`,
  sql`insert into account values ('acme', 'Acme', '', '', '2024-01-01', null, null)`,
  sql`insert into account_head (account, seq, hash) values ('acme', 0, '')`,
  sql`insert into deliverable values ('acme', 'site', 'Site')`,
  sql`insert into time_entry (account, id, sequence, deliverable, worker, work_date, minutes, raw_minutes, note,
        billable, settled_elsewhere, open_minutes, recorded_at, recorded_by)
      values ('acme', 'worked', 1, 'site', 'Ann', '2024-01-02', 60, 60, '', 1, 0, 60, ${now}, 'ann')`,
  sql`insert into open_day values ('acme', '2024-01-02', 60)`,
];

describe.each(places)("books of the first version on %s", (_engine, place) => {
  test("are brought up with all they hold, and read as before", async () => {
    const { url, remove } = await place();
    const first = await openDatabase(url, { schema: "create", migrations: [books] });
    await first.write(async ({ db }) => {
      for (const statement of firstBooks) await statement.execute(db);
    });
    await first.close();

    await expect(openStore(url, { schema: "require", now: () => now })).rejects.toMatchObject({ code: "SCHEMA_OLDER" });
    const store = await openStore(url, { schema: "migrate", now: () => now });
    const found = await store.read(async (all) => ({
      deliverable: await all.deliverables.find("acme", "site"),
      entry: await all.entries.find("acme", "worked"),
      policy: (await all.policies.all())[0]?.policy,
    }));
    expect(found.deliverable).toMatchObject({ name: "Site", kind: null, state: "open", drawFromAllowance: false });
    expect(found.entry).toMatchObject({ minutes: 60, openMinutes: 60, package: null });
    expect(found.policy).toEqual(defaultPolicy);
    const { problems } = await verifyBooks(store.database);
    expect(problems.filter(({ check }) => check === "register")).toEqual([]);
    await store.close();
    await remove();
  });
});
