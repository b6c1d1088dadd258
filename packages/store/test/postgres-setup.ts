import type { TestProject } from "vitest/node";
import { type Postgres, startPostgres } from "./postgres.ts";

/** Held by the process, because each project loads this module anew and all share one server. */
const shared: { cimproPostgres?: { readonly server: Promise<Postgres>; users: number } } = globalThis as object;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.cimproPostgres ??= { server: startPostgres(), users: 0 };
  const held = shared.cimproPostgres;
  held.users += 1;
  project.provide("postgres", (await held.server).url("postgres"));
  return async () => {
    held.users -= 1;
    if (held.users > 0) return;
    delete shared.cimproPostgres;
    await (await held.server).stop();
  };
}
