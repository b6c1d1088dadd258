import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deskOn, folder } from "./cimpro.ts";

const work = ["--account", "acme", "--deliverable", "price-breaks"];
const named = ["price-breaks", "--account", "acme"];

describe("the customization process on the command line", () => {
  test("PROC-1 to PROC-9: from the first phase to the review of an update", async () => {
    const { ask, refused, run } = deskOn(["--db", join(folder(), "books.db"), "--today", "2025-03-03"]);
    const told = async (...args: readonly string[]) => (await run(...args, "--no-json")).out;
    const record = (condition: string, ...rest: readonly string[]) =>
      ask("phase", "record", condition, ...work, "--what", "as agreed", ...rest);
    const by = (person: string) => ["--person", person];

    await ask("account", "open", "--name", "Acme");
    await ask("deliverable", "add", "--account", "acme", "--name", "Price breaks");
    expect(await refused("phase", "advance", ...work)).toMatchObject({
      exit: 1,
      code: "PHASE_INCOMPLETE",
      clause: "PROC-1",
      details: { missing: [{ condition: "sow-approved", by: ["program-manager"] }] },
    });
    expect(await refused("phase", "record", "sow-approved", ...work, "--what", "x", ...by("Pam Field"))).toMatchObject({
      exit: 1,
      code: "EVIDENCE_NEEDS_SOW",
    });
    expect(await refused("phase", "show", "--account", "acme", "--deliverable", "nothing")).toMatchObject({ exit: 3 });
    await ask("deliverable", "estimate", ...named, "--phase", "implementation=10h");
    await ask("sow", "issue", ...work, "--scope", "Price breaks by branch");
    await ask("sow", "approve", ...work, "--by", "Pam Field");
    expect(await told("phase", "show", ...work)).toContain("2025-03-03 Pam Field (program manager");
    expect(await ask("phase", "advance", ...work, "--dry-run")).toMatchObject({ phase: "technical-planning" });
    expect(await ask("phase", "show", ...work)).toMatchObject({ phase: "discovery", advanceRefused: null });

    await ask("phase", "advance", ...work);
    await record("plan-written", ...by("Dan"));
    expect(
      await refused("phase", "record", "plan-approved", ...work, "--what", "ok", "--by", "developer", ...by("Dan")),
    ).toMatchObject({ exit: 1, code: "OWN_WORK", clause: "PROC-2" });
    await record("plan-approved", "--by", "developer", ...by("Eve"));
    await ask("phase", "advance", ...work);
    await ask("phase", "back", ...work, "--reason", "A gap in the plan");
    await record("plan-written", ...by("Dan"));
    await record("plan-approved", "--by", "developer", ...by("Eve"));
    await ask("phase", "advance", ...work);
    await record("deployed-to-staging", ...by("Dan"));
    await record("code-reviewed", "--by", "developer", ...by("Eve"));
    await ask("phase", "advance", ...work);
    await record("internally-tested", "--by", "consultant", ...by("Ana"));
    await record("uat-link-sent");
    const item = await ask<{ id: string }>("punch-list", "add", ...work, "--what", "Rounding");
    expect(item).toMatchObject({ id: "price-breaks-punch-1", state: "open" });
    await record("customer-approved", ...by("Pam Field"));
    expect(await told("phase", "show", ...work)).toContain("1 open");
    await ask("punch-list", "done", item.id, "--account", "acme", "--note", "Rounded once");
    expect(await ask("punch-list", "list", "--account", "acme")).toMatchObject({ items: [{ state: "done" }] });
    await ask("phase", "advance", ...work);
    await record("deployment-scheduled", "--deployment-on", "2025-03-10");
    for (const condition of ["published", "verified", "customer-told"]) await record(condition);
    expect(await ask("phase", "advance", ...work, "--stabilization-days", "7")).toMatchObject({
      stabilization: { days: 7, endsOn: "2025-03-10" },
    });
    expect(await ask("phase", "plan-stabilization", ...work, "--days", "0")).toMatchObject({
      stabilization: { endsOn: "2025-03-03" },
    });
    const issue = await ask<{ id: string }>("issue", "report", ...work, "--what", "Slow");
    expect(await told("phase", "board")).toContain("2 missing");
    await ask("issue", "resolve", issue.id, "--account", "acme", "--withdrawn", "--note", "Their network");
    expect(await told("issue", "list", "--account", "acme")).toContain("withdrawn 2025-03-03");
    await record("stabilization-ended");
    expect(await ask("phase", "advance", ...work)).toMatchObject({ phase: "support" });

    const dossier = await ask<{ seal: string }>("phase", "dossier", ...work);
    const printed = await told("phase", "dossier", ...work, "--seal", dossier.seal);
    expect(printed).toContain(dossier.seal);
    expect(printed).toContain("The copy says what the books say.");
    expect(printed).toContain("A gap in the plan");
    expect((await run("phase", "dossier", ...work, "--seal", "0".repeat(64))).code).toBe(1);

    expect(await ask("customization", "list")).toMatchObject({ items: [{ id: "price-breaks", state: "live" }] });
    expect(await ask("update", "open", "--version", "5.12")).toMatchObject({
      updates: [{ id: "5-12", reviews: [{ customization: "price-breaks" }] }],
    });
    expect(await ask("update", "review", "price-breaks", "--account", "acme", "--outcome", "needs-work")).toMatchObject(
      { work: { id: "price-breaks-5-12" }, update: { state: "reviewed" } },
    );
    expect(await ask("update", "list")).toMatchObject({ items: [{ id: "5-12", state: "reviewed" }] });
    expect(await told("update", "show", "5-12", "--account", "acme")).toContain("price-breaks-5-12");
    expect(await ask("verify")).toMatchObject({ ok: true });
  });
});
