import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { customizationProcess, defaultPolicy } from "@cimpro/domain";
import { describe, expect, test } from "vitest";
import { cimpro, folder } from "./cimpro.ts";
import { answered, told, turnedDown } from "./in-process.ts";

const show = ["process", "show"];

test("prints exactly what the library returns, wherever the global options stand", async () => {
  const expected = { code: 0, err: "", out: `${JSON.stringify(customizationProcess(defaultPolicy))}\n` };
  expect(await cimpro([...show, "--json"])).toEqual(expected);
  expect(await cimpro(["--json", ...show])).toEqual(expected);
});

describe("worked by hand", () => {
  test("six phases have gates, the last one leads to support, which has none", async () => {
    const { phases } = (await answered(...show)) as ReturnType<typeof customizationProcess>;
    expect(phases.map(({ number, id, gates }) => [number, id, gates.map(({ leadsTo }) => leadsTo)])).toEqual([
      [1, "discovery", ["technical-planning"]],
      [2, "technical-planning", ["implementation"]],
      [3, "implementation", ["testing"]],
      [4, "testing", [null, "deployment"]],
      [5, "deployment", [null, "stabilization"]],
      [6, "stabilization", ["support"]],
      [null, "support", []],
    ]);
  });
  test("a phase rests on its own rules and those of its gates", async () => {
    const { phases } = (await answered(...show)) as ReturnType<typeof customizationProcess>;
    expect(phases.map(({ clauses }) => clauses.join())).toEqual([
      "DLV-2,PROC-1",
      "PROC-2",
      "PROC-3",
      "PROC-4",
      "PROC-5",
      "PROC-6",
      "PROC-8,PROC-9",
    ]);
  });
  test("going back needs a reason, stabilization 14 days", async () => {
    expect(await answered(...show)).toMatchObject({
      stabilizationDays: 14,
      goingBack: { needs: "reason", clauses: ["PROC-7"] },
    });
  });
});

test("people read phases with gates, what these need of whom, and rules", async () => {
  const text = await told(...show, "--explain");
  expect(text).toContain("Phase 2, technical-planning: Technical planning (PROC-2)\n");
  expect(text).toContain("Technical plan approved (PROC-2), leads to implementation\n");
  expect(text).toContain("from: developer or consultant, not by who gave “Technical plan”\n");
  expect(text).toContain("was told, for a critical workflow; from: program manager or customer\n");
  expect(text).toContain("End of all open issues; counted: no open issue\n");
  expect(text).toContain("from: coordinator, consultant or developer\n");
  expect(text).toContain("Then, support: Long-term support (PROC-8, PROC-9)\n");
  expect(text).toMatch(/PROC-7 +\S/);
});

test("takes nothing more", async () => {
  expect(await turnedDown(...show, "discovery")).toMatchObject({ exit: 2, code: "USAGE" });
});

describe("every calculator goes by the policy that --policy names", () => {
  const policyFile = (changes: object): string => {
    const file = join(folder(), "policy.json");
    writeFileSync(file, JSON.stringify({ ...defaultPolicy, ...changes }));
    return file;
  };
  test("premium settle", async () => {
    const policy = policyFile({ currency: "EUR", premiums: { expedited: 6000, rush: 12_000 } });
    const args = [
      ...["premium", "settle", "--lead-time", "expedited", "--hours", "1", "--started-on", "2024-03-04"],
      ...["--expedited-by", "2024-03-15", "--delivered-on", "2024-03-15"],
    ];
    const expected = { currency: "EUR", premiumCharged: 6000 };
    expect(await answered(...args, "--policy", policy)).toMatchObject(expected);
    expect(await answered("--policy", policy, ...args)).toMatchObject(expected);
  });
  test("package recommend", async () => {
    const [, ...levels] = defaultPolicy.packages.levels;
    const policy = policyFile({ packages: { ...defaultPolicy.packages, levels } });
    expect(await answered("package", "recommend", "--policy", policy)).toMatchObject({
      recommended: { package: "guide", units: 1 },
    });
  });
  test("plan", async () => {
    const goLive = { earliestDays: 10, latestMonths: 1 };
    const policy = policyFile({ implementation: { ...defaultPolicy.implementation, goLive } });
    expect(await answered("plan", "--ordered-on", "2024-01-01", "--policy", policy)).toMatchObject({
      goLive: { earliest: "2024-02-14", latest: "2024-03-04" },
    });
  });
  test("process show", async () => {
    const policy = policyFile({ process: { ...defaultPolicy.process, stabilizationDays: 30 } });
    expect(await answered("--policy", policy, ...show)).toMatchObject({ stabilizationDays: 30 });
  });
  test.each([
    [[...show], "a file that is not there", "none.json", 3],
    [["package", "recommend"], "a file that is not there", "none.json", 3],
  ])("%j: %s", async (args, _what, file, exit) => {
    expect(await turnedDown(...args, "--policy", join(folder(), file))).toMatchObject({ exit, code: "NOT_FOUND" });
  });
});
