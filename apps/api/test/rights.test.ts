import { expect, test } from "vitest";
import { Role } from "../src/access/roles.ts";
import { embeddedFetch, embeddedUrl } from "../src/index.ts";
import { appRouter } from "../src/router.ts";
import type { Meta } from "../src/trpc.ts";
import { embeddedApi } from "./client.ts";
import { openPractice } from "./practice.ts";

const today = "2024-06-03";

/** The router keeps its procedures flat, by their paths. */
const procedureMap = appRouter._def.procedures as unknown as Readonly<
  Record<string, { readonly _def: { readonly type: string; readonly meta?: Meta } }>
>;

test("ROLE-5: the table of rights that a page offers by is what the server allows, for every role and procedure", async () => {
  const practice = await openPractice(undefined, today);
  try {
    await practice.local().account.open.mutate({ name: "Acme" });
    const now = () => Date.parse(`${today}T12:00:00Z`);
    const procedures = Object.entries(procedureMap).filter(
      ([, { _def }]) => _def.type !== "subscription" && _def.meta?.roles !== "anyone",
    );
    expect(procedures.length).toBeGreaterThan(150);
    const [differ, refused] = [[] as string[], [] as string[]];
    for (const role of Role.options) {
      const actor = { name: `Somebody ${role}`, role, ...(isOfCustomer(role) ? { account: "acme" } : {}) };
      const { rights } = await embeddedApi(practice.store, { actor, now }).session.me.query();
      const may = new Set(rights.filter(({ roles }) => roles.includes(role)).flatMap((each) => each.procedures));
      const call = embeddedFetch(practice.store, { actor, now });
      for (const [path, { _def }] of procedures) {
        const allowed = await isAllowed(call, path, _def.type);
        if (!allowed) refused.push(path);
        if (allowed !== may.has(path)) differ.push(`${role} ${path}`);
      }
    }
    expect(differ).toEqual([]);
    // The control: the server does refuse.
    expect(refused.length).toBeGreaterThan(300);
  } finally {
    await practice.close();
  }
});

const isOfCustomer = (role: Role): boolean => ["program-manager", "project-manager", "member"].includes(role);

/** Asked with what no procedure takes: whoever may is told that, everybody else that they may not. */
async function isAllowed(call: ReturnType<typeof embeddedFetch>, path: string, type: string): Promise<boolean> {
  const rubbish = JSON.stringify({ account: "acme", limit: "rubbish", id: 7 });
  const headers = { "content-type": "application/json", "Cimpro-Dry-Run": "1" };
  const answer =
    type === "query"
      ? await call(`${embeddedUrl}/${path}?input=${encodeURIComponent(rubbish)}`, { headers })
      : await call(`${embeddedUrl}/${path}`, { method: "POST", headers, body: rubbish });
  return (await answer.json()).error?.data?.refusal?.code !== "FORBIDDEN";
}
