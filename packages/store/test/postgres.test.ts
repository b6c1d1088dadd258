import { Client } from "pg";
import { expect, inject, test } from "vitest";
import { freshDatabase } from "./postgres.ts";

test("the run has a PostgreSQL server, and each test may have a database of its own", async () => {
  const client = new Client({ connectionString: await freshDatabase(inject("postgres")) });
  await client.connect();
  try {
    const { rows } = await client.query(
      "select current_setting('server_version_num')::int as version, 'a' < 'B' as sorted",
    );
    expect(rows[0].version).toBeGreaterThanOrEqual(170000);
    expect(rows[0].sorted).toBe(true);
  } finally {
    await client.end();
  }
});
