import { defaultPolicy, PlanRequest, planImplementation } from "@cimpro/domain";
import { describe, expect, test } from "vitest";
import { cimpro } from "./cimpro.ts";
import { answered, told, turnedDown } from "./in-process.ts";

const plan = ["plan", "--ordered-on", "2024-01-01"];

const stepsOf = async (...args: readonly string[]) =>
  ((await answered(...plan, ...args)) as { steps: readonly { readonly id: string }[] }).steps.map(({ id }) => id);

describe("worked by hand", () => {
  test("Select Connect takes five weeks; Go Live is 30 days to 6 months later", async () => {
    expect(await answered(...plan)).toMatchObject({
      milestones: [
        { id: "order-placed", targetOn: "2024-01-01", forecastOn: "2024-01-01" },
        { id: "connected", targetOn: "2024-02-04", forecastOn: "2024-02-04" },
      ],
      steps: [
        { id: "S1.1", target: { start: "2024-01-01", end: "2024-01-07" } },
        { id: "S1.2", target: { start: "2024-01-01", end: "2024-01-07" } },
        { id: "S1.3", target: { start: "2024-01-08", end: "2024-01-21" }, needs: ["S1.2"] },
        { id: "S1.4", target: { start: "2024-01-08", end: "2024-02-04" } },
        { id: "S1.5", target: { start: "2024-01-22", end: "2024-02-04" }, needs: ["S1.3"] },
        { id: "S2.5", target: { start: "2024-02-05", end: null } },
        { id: "S3.6", target: { start: "2024-03-06", end: null } },
      ],
      goLive: { earliest: "2024-03-05", latest: "2024-08-04", openEnded: true },
    });
  });

  test("Starter Connect takes three weeks, and maybe four", async () => {
    expect(await answered(...plan, "--connect", "starter")).toMatchObject({
      milestones: [{}, { id: "connected", targetOn: "2024-01-21", latestOn: "2024-01-28" }],
    });
  });

  test("an ERP switch: their five days push ours, and four more are our own", async () => {
    const late = ["--project", "erp-switch", "--done", "S1.2=2024-01-12", "--today", "2024-01-30"];
    expect(await answered(...plan, ...late)).toMatchObject({
      milestones: [{}, { id: "connected", targetOn: "2024-01-21", forecastOn: "2024-01-30" }],
      steps: [
        { id: "S1.2", forecast: { end: "2024-01-12" }, slipDays: 5, slip: [{ days: 5, whose: "theirs" }] },
        {
          id: "S1.3",
          forecast: { start: "2024-01-13", end: "2024-01-30" },
          slipDays: 9,
          slip: [
            { days: 5, whose: "theirs" },
            { days: 4, whose: "ours" },
          ],
        },
        { id: "S2.5", forecast: { start: "2024-01-31", end: null }, slipDays: 0 },
        { id: "S3.6", forecast: { start: "2024-03-01", end: null } },
      ],
      goLive: { earliest: "2024-02-29", latest: "2024-07-30" },
    });
  });

  test("today counts only if it is stated", async () => {
    expect(await answered(...plan)).toEqual(await answered(...plan, "--today", "2024-01-01"));
    expect(await answered(...plan)).not.toEqual(await answered(...plan, "--today", "2024-01-09"));
  });

  test.each([
    [
      ["--project", "upgrade"],
      ["S1.1", "S2.5", "S3.6"],
    ],
    [
      ["--project", "later"],
      ["S2.5", "S3.6"],
    ],
    [
      ["--project", "later", "--new-software"],
      ["S1.1", "S2.5", "S3.6"],
    ],
    [
      ["--project", "later", "--deployment"],
      ["S1.2", "S1.3", "S2.5", "S3.6"],
    ],
    [
      ["--project", "later", "--manager-changed"],
      ["S1.4", "S2.5", "S3.6"],
    ],
    [
      ["--project", "later", "--implementer-changed"],
      ["S1.5", "S2.5", "S3.6"],
    ],
    [
      ["--project", "upgrade", "--manager-changed", "--implementer-changed"],
      ["S1.1", "S1.4", "S1.5", "S2.5", "S3.6"],
    ],
  ])("%j has its own steps", async (args, ids) => {
    expect(await stepsOf(...args)).toEqual(ids);
  });
});

test("prints exactly what the library returns, wherever the global options stand", async () => {
  const own = [
    ...["--connect", "starter", "--project", "upgrade", "--deployment", "--implementer-changed"],
    ...["--done", "S1.1=2024-01-05", "--done", "S1.2=2024-01-10"],
  ];
  const request = PlanRequest.parse({
    orderedOn: "2024-01-01",
    connect: "starter",
    project: "upgrade",
    changed: ["deployment", "implementer-changed"],
    done: { "S1.1": "2024-01-05", "S1.2": "2024-01-10" },
    today: "2024-01-20",
  });
  const answer = planImplementation(request, defaultPolicy.implementation);
  const expected = { code: 0, err: "", out: `${JSON.stringify(answer.ok && answer.value)}\n` };
  expect(await cimpro([...plan, ...own, "--today", "2024-01-20", "--json"])).toEqual(expected);
  expect(await cimpro(["--json", "--today", "2024-01-20", ...plan, ...own])).toEqual(expected);
});

describe("malformed", () => {
  const first = ["--done", "S1.1=2024-01-05"];
  test.each([
    ["a step that there is not", ["--done", "S9.9=2024-01-05"], "--done", 'no step "S9.9"'],
    ["a step of other projects", ["--project", "later", ...first], "--done", "it has S2.5, S3.6"],
    ["the same step twice", [...first, ...first], "--done", "S1.1 is stated twice"],
    ["the same step on two days", [...first, "--done", "S1.1=2024-01-06"], "--done", "S1.1 is stated twice"],
    ["a step without a day", ["--done", "S1.1"], "--done", "such as S1.2=2024-01-12"],
    ["two days", ["--done", "S1.1=2024-01-05=2024-01-06"], "--done", "such as S1.2=2024-01-12"],
    ["no day", ["--done", "S1.1=soon"], "--done", "not a date of the calendar"],
    ["no step", ["--done", "=2024-01-05"], "--done", "a step id has"],
    ["a name that objects have", ["--done", "constructor=2024-01-05"], "--done", 'no step "constructor"'],
    ["another", ["--done", "__proto__=2024-01-05"], "--done", "a step id has"],
    ["another package", ["--connect", "gold"], "--connect", "Allowed choices are select, starter"],
    ["another kind", ["--project", "second"], "--project", "Allowed choices are first, upgrade, erp-switch, later"],
    ["no date of order", ["--ordered-on", "2024-02-30"], "--ordered-on", "not a date of the calendar"],
    ["an order nobody lives to see", ["--ordered-on", "9999-12-31"], "--ordered-on", "must not be after"],
    ["no today", ["--today", "2024-02-30"], "--today", "not a date of the calendar"],
    ["a today nobody lives to see", ["--today", "9999-12-31"], "--today", "must not be after"],
  ])("%s", async (_what, args, path, message) => {
    expect(await turnedDown(...plan, ...args)).toMatchObject({
      exit: 2,
      code: "MALFORMED",
      issues: [{ path, message: expect.stringContaining(message) }],
    });
  });
  test("a plan needs the day of the order", async () => {
    expect(await turnedDown("plan")).toMatchObject({ exit: 2, code: "USAGE" });
  });
});

test("people read steps with target, forecast and slip, then milestones and Go Live", async () => {
  const text = await told(
    ...[...plan, "--project", "erp-switch", "--connect", "starter", "--done", "S1.2=2024-01-05"],
    ...["--today", "2024-01-30", "--explain"],
  );
  expect(text).toMatch(/S1\.2 .* 2024-01-01 to 2024-01-05 +2 days early: 2 theirs\n/);
  expect(text).toMatch(/S1\.3 .* 2024-01-08 to 2024-01-14 +2024-01-08 to 2024-01-30 +16 days late: 16 ours\n/);
  expect(text).toMatch(/Connected +2024-01-14 +2024-01-30\n/);
  expect(text).toMatch(/Go Live +2024-02-29 to 2024-07-30, or later; never a promise\n/);
  expect(text).toMatch(/IMPL-5 +Go Live is a range/);
  expect(await told(...plan)).toMatch(/S1\.1 .* as planned\n/);
});
