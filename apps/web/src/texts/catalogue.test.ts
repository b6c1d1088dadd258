import { join } from "node:path";
import { getCatalogs } from "@lingui/cli/api";
import { getConfig } from "@lingui/conf";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { expect, test } from "vitest";

const config = getConfig({ cwd: join(import.meta.dirname, "..", "..") });

/** The texts as they stand in the source, and as they stand in the catalogue; each by its id. */
async function texts() {
  const [catalogue] = await getCatalogs(config);
  const [said = {}, kept = {}] = [await catalogue?.collect(), await catalogue?.read("en")];
  const ofSource = Object.entries(said).map(([id, { message }]) => [id, message]);
  return { source: Object.fromEntries(ofSource) as Record<string, string>, kept: Object.keys(kept) };
}

test("the catalogue holds what the source says: `pnpm texts` gathers it", async () => {
  const { source, kept } = await texts();
  expect(Object.keys(source).length).toBeGreaterThan(1000);
  expect(kept.toSorted()).toEqual(Object.keys(source).toSorted());
});

test("every text can be read, with its plurals and its places for names", async () => {
  const { source } = await texts();
  for (const text of Object.values(source)) expect(() => compileMessageOrThrow(text), text).not.toThrow();
  expect(() => compileMessageOrThrow("{count, plural, one {# day}")).toThrow();
});
