import { describe, expect, test } from "vitest";
import { newDesk } from "./cimpro.ts";

const on = (day: string) => ["--today", day] as const;
const acme = ["--account", "acme"] as const;
const openAcme = ["account", "open", "--name", "Acme", "--opened-on", "2024-01-01"] as const;

describe("the customer's people", () => {
  test("ROLE-1, ROLE-2, ROLE-3, ROLE-4: are added, wear hats, and leave gaps", async () => {
    const { ask, refused, run } = newDesk();
    await ask(...openAcme);
    await ask("person", "add", ...acme, "--name", "Ann Lee", "--contractor");
    expect(await refused("person", "add", ...acme, "--name", "Ann Lee")).toMatchObject({
      ...{ exit: 4, code: "PERSON_EXISTS" },
    });
    const assign = ["person", "assign", "ann-lee", "program-manager", ...acme] as const;
    expect(await ask(...assign)).toMatchObject({ standing: { reasons: [{ code: "not-answered" }] } });
    expect(await ask(...assign, "--asserted-by", "Dana")).toMatchObject({
      standing: { reasons: [{ code: "does-not-get-it" }, { code: "does-not-want-it" }, { code: "no-capacity" }] },
    });
    const yes = ["--gets-it", "--wants-it", "--has-capacity"];
    expect(await ask(...assign, ...yes)).toMatchObject({ standing: { filled: true, wornBy: ["Ann Lee"] } });
    expect(await refused("person", "assign", "ann-lee", "boss", ...acme)).toMatchObject({ exit: 2, code: "MALFORMED" });

    const gaps = await ask<{ hats: { hat: string }[] }>("person", "gaps", ...acme, "--project", "later");
    expect(gaps.hats.map(({ hat }) => hat)).toEqual(["lead-project-manager", "lead-implementer", "implementer"]);
    const { out } = await run("person", "gaps", ...acme, "--stage", "1", "--no-json");
    expect(out).toMatch(/Lead Project Manager +stage 1 \(inferred\) +S1\.1, S1\.4 +Nobody is Lead Project Manager\. /);
    expect(out).toMatch(/Customizations Project\(s\) Planner +Consultant\n/);
    await ask("person", "unassign", "ann-lee", "program-manager", ...acme);
    expect(await ask("person", "edit", "ann-lee", ...acme, "--left")).toMatchObject({ active: false, hats: [] });
    expect((await run("person", "list", ...acme, "--no-json")).out).toMatch(/ann-lee +Ann Lee +left/);
    expect(await ask("verify")).toMatchObject({ ok: true });
  });
});

describe("labor packages", () => {
  test("PKG-2, PKG-7: are ordered, used over their cap, and end; nothing is billed", async () => {
    const { ask, refused, run } = newDesk();
    await ask(...openAcme);
    const order = ["package", "subscribe", ...acme, "--package", "advocate", "--ordered-on", "2024-01-31"];
    expect(await ask(...order, "--context", "program")).toMatchObject({
      subscription: { id: "advocate", capMinutes: 300, monthlyFee: null },
      warnings: [{ clause: "PKG-2" }],
    });
    const log = ["time", "log", "6h", ...acme, "--package", "advocate", "--on", "2024-02-05", "--worker", "Ann"];
    const { out: told } = await run(...log, "--no-json");
    expect(told).toMatch(/State +package advocate\n/);
    expect(told).toContain("1 h over the cap of 5 h, recorded and not billed; Guide with 1 unit");
    const { items } = await ask<{ items: { id: string }[] }>("time", "list", "--package", "advocate");
    const entry = items[0]?.id ?? "";
    expect(await ask("package", "usage", ...acme, "--as-of", "2024-02-28")).toMatchObject({
      items: [{ months: [{ usedMinutes: 360, remainingMinutes: 0, over: { minutes: 60 } }] }],
    });
    const { out } = await run("package", "usage", ...acme, "--as-of", "2024-02-28", "--no-json");
    expect(out).toMatch(/2024-01-31 to 2024-02-28 +5 h +6 h +0 \w+ +1 h\n/);
    expect(await ask("time", "amend", entry, ...acme, "--no-package")).toMatchObject({
      entry: { package: null, billable: true, openMinutes: 360 },
    });
    expect(await ask("time", "amend", entry, ...acme, "--package", "advocate")).toMatchObject({
      entry: { package: "advocate", billable: false, openMinutes: 0 },
    });
    expect(await ask("invoice", "run", "--through", "2024-02-25", ...on("2024-02-26"))).toMatchObject({ invoices: [] });
    await ask("package", "end", "advocate", ...acme, "--last-on", "2024-02-20", "--yes");
    expect((await run("package", "list", ...acme, "--no-json")).out).toMatch(
      /advocate, 1 unit .* 2024-01-31 to 2024-02-20/,
    );
    expect(
      await refused("time", "log", "1h", ...acme, "--package", "advocate", "--on", "2024-02-21", "--worker", "Ann"),
    ).toMatchObject({ exit: 1, code: "PACKAGE_NOT_RUNNING", clause: "PKG-7" });
    await ask("package", "subscribe", ...acme, "--package", "guide", "--ordered-on", "2024-02-21");
    const upgrade = [
      "package",
      "upgrade",
      "guide",
      ...acme,
      "--package",
      "guide",
      "--units",
      "2",
      "--from",
      "2024-03-01",
    ];
    expect((await run(...upgrade, "--no-json")).out).toMatch(
      /^guide \(guide, 1 unit\) ends with 2024-02-29\.\nSubscription +guide-2\n/,
    );
    expect(await ask("verify")).toMatchObject({ ok: true, minutes: { nonBillable: 360, invoiced: 0 } });
  });
});

describe("plans on the books", () => {
  test("IMPL-2, IMPL-4, IMPL-6: are saved, done step by step and ticked off; they answer as the calculator does", async () => {
    const { ask, refused, run } = newDesk();
    await ask(...openAcme);
    const project = ["--ordered-on", "2024-01-01", "--project", "erp-switch"];
    await ask("plan", "save", ...acme, ...project, ...on("2024-01-02"));
    await ask("plan", "done", "S1.2", ...acme, "--on", "2024-01-12", ...on("2024-01-30"));
    const { plan, checklists, ...shown } = await ask("plan", "show", ...acme, ...on("2024-01-30"));
    const done = [...project, "--done", "S1.2=2024-01-12", ...on("2024-01-30")];
    expect(shown).toEqual(await ask("plan", ...done));
    expect(shown).toEqual(await ask("plan", "forecast", ...done));
    expect(plan).toMatchObject({ id: "erp-switch", name: "ERP switch", done: { "S1.2": "2024-01-12" } });
    expect(checklists).toMatchObject([{ step: "S1.2", items: [{ checkedOn: null }, { checkedOn: null }] }]);

    const item = ["plan", "check", "S1.2", "erp-sync-pre-install-checklist", ...acme] as const;
    const { out } = await run(...item, "--on", "2024-01-05", ...on("2024-01-30"), "--no-json");
    expect(out).toMatch(/S1\.3 .* 9 days late: 5 theirs, 4 ours\n/);
    expect(out).toMatch(/erp-sync-pre-install-checklist +ERP Sync Pre-Install Checklist .* 2024-01-05 by /);
    expect(await ask(...item, "--undo")).toMatchObject({ plan: { checked: [] } });
    expect(await refused("plan", "check", "S1.2", "coffee", ...acme)).toMatchObject({ exit: 2, code: "MALFORMED" });
    expect(await refused("plan", "done", "S1.1", ...acme)).toMatchObject({ exit: 2, issues: [{ path: "step" }] });
    expect(await refused("plan", "save", ...acme, ...project)).toMatchObject({ exit: 4, code: "PLAN_EXISTS" });
    const change = ["plan", "save", ...acme, "--id", "erp-switch"] as const;
    expect(await ask(...change, "--manager-changed")).toMatchObject({ plan: { changed: ["manager-changed"] } });
    expect(await ask(...change, "--nothing-changed")).toMatchObject({ plan: { changed: [] } });
    expect((await run("plan", "list", ...acme, "--no-json")).out).toMatch(
      /erp-switch +ERP switch +erp-switch +2024-01-01/,
    );
    expect(await ask("verify")).toMatchObject({ ok: true });
  });
});
