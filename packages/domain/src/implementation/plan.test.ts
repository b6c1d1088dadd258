import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { addDays, type Day, daysBetween } from "../values/day.ts";
import { ImplementationPlan, PlanRequest, planImplementation } from "./plan.ts";
import { ConnectPackage, ProjectChange, ProjectKind, type Side } from "./stages.ts";

const terms = defaultPolicy.implementation;

function plan(request: object): ImplementationPlan {
  const answer = planImplementation(PlanRequest.parse({ orderedOn: "2024-01-01", ...request }), terms);
  if (!answer.ok) throw new Error(answer.rejection.message);
  return answer.value;
}

const stepOf = (answer: ImplementationPlan, id: string) => answer.steps.find((step) => step.id === id);
const spans = (answer: ImplementationPlan, which: "target" | "forecast") =>
  answer.steps.map((step) => [step.id, step[which].start, step[which].end]);

describe("the plan of a first project", () => {
  test("IMPL-3, IMPL-4: Select Connect takes five weeks from the order", () => {
    const answer = plan({});
    expect(spans(answer, "target")).toEqual([
      ["S1.1", "2024-01-01", "2024-01-07"],
      ["S1.2", "2024-01-01", "2024-01-07"],
      ["S1.3", "2024-01-08", "2024-01-21"],
      ["S1.4", "2024-01-08", "2024-02-04"],
      ["S1.5", "2024-01-22", "2024-02-04"],
      ["S2.5", "2024-02-05", null],
      ["S3.6", "2024-03-06", null],
    ]);
    expect(spans(answer, "forecast")).toEqual(spans(answer, "target"));
    expect(answer.milestones).toEqual([
      { id: "order-placed", targetOn: "2024-01-01", forecastOn: "2024-01-01" },
      { id: "connected", targetOn: "2024-02-04", forecastOn: "2024-02-04" },
    ]);
  });

  test("IMPL-3, IMPL-4: Starter Connect takes three weeks, and maybe four", () => {
    const answer = plan({ connect: "starter" });
    expect(spans(answer, "target").slice(0, 5)).toEqual([
      ["S1.1", "2024-01-01", "2024-01-07"],
      ["S1.2", "2024-01-01", "2024-01-07"],
      ["S1.3", "2024-01-08", "2024-01-14"],
      ["S1.4", "2024-01-08", "2024-01-21"],
      ["S1.5", "2024-01-15", "2024-01-21"],
    ]);
    expect(answer.milestones[1]).toEqual({
      id: "connected",
      targetOn: "2024-01-21",
      forecastOn: "2024-01-21",
      latestOn: "2024-01-28",
    });
  });

  test("IMPL-5: Go Live is an open range from 30 days to 6 months after Connected", () => {
    expect(plan({}).goLive).toEqual({ earliest: "2024-03-05", latest: "2024-08-04", openEnded: true });
  });

  test("IMPL-5: six months are clamped to the end of the month", () => {
    const answer = plan({ done: { "S1.5": "2024-08-31" } });
    expect(answer.milestones[1]?.forecastOn).toBe("2024-08-31");
    expect(answer.goLive).toEqual({ earliest: "2024-09-30", latest: "2025-02-28", openEnded: true });
  });

  test("IMPL-2: a step has the label of the source, who is responsible and what it needs", () => {
    expect(stepOf(plan({}), "S1.3")).toEqual({
      id: "S1.3",
      label: "Step 3: Support the Platform Deployment",
      stage: 1,
      responsible: ["cimcloud-deployment-team"],
      needs: ["S1.2"],
      target: { start: "2024-01-08", end: "2024-01-21" },
      forecast: { start: "2024-01-08", end: "2024-01-21" },
      slipDays: 0,
      slip: [],
    });
  });
});

describe("the forecast", () => {
  test("IMPL-4: late prerequisites push the deployment and the onboarding after it, and stay the customer's days", () => {
    const answer = plan({ done: { "S1.2": "2024-01-10" } });
    expect(spans(answer, "forecast")).toEqual([
      ["S1.1", "2024-01-01", "2024-01-07"],
      ["S1.2", "2024-01-01", "2024-01-10"],
      ["S1.3", "2024-01-11", "2024-01-24"],
      ["S1.4", "2024-01-08", "2024-02-04"],
      ["S1.5", "2024-01-25", "2024-02-07"],
      ["S2.5", "2024-02-08", null],
      ["S3.6", "2024-03-09", null],
    ]);
    for (const id of ["S1.2", "S1.3", "S1.5"])
      expect(stepOf(answer, id)).toMatchObject({ slipDays: 3, slip: [{ days: 3, whose: "theirs" }] });
    expect(answer.milestones[1]).toMatchObject({ targetOn: "2024-02-04", forecastOn: "2024-02-07" });
    expect(answer.goLive).toMatchObject({ earliest: "2024-03-08", latest: "2024-08-07" });
  });

  test("IMPL-4: days that the deployment adds are ours", () => {
    const answer = plan({ done: { "S1.2": "2024-01-10", "S1.3": "2024-01-26" } });
    const slip = [
      { days: 3, whose: "theirs" },
      { days: 2, whose: "ours" },
    ];
    expect(stepOf(answer, "S1.3")).toMatchObject({ slipDays: 5, slip });
    expect(stepOf(answer, "S1.5")).toMatchObject({ slipDays: 5, slip, forecast: { start: "2024-01-27" } });
  });

  test("IMPL-4: an early end pulls nothing", () => {
    const answer = plan({ done: { "S1.2": "2024-01-03", "S1.3": "2024-01-15" } });
    expect(stepOf(answer, "S1.2")).toMatchObject({ slipDays: -4, slip: [{ days: -4, whose: "theirs" }] });
    expect(stepOf(answer, "S1.3")).toMatchObject({ slipDays: -6, slip: [{ days: -6, whose: "ours" }] });
    expect(stepOf(answer, "S1.5")).toMatchObject({ slipDays: 0, forecast: { start: "2024-01-22", end: "2024-02-04" } });
    expect(answer.milestones[1]).toMatchObject({ forecastOn: "2024-02-04" });
  });

  test("IMPL-4: an unfinished step ends no earlier than today, and pushes what needs it", () => {
    const answer = plan({ today: "2024-01-12", done: { "S1.1": "2024-01-05" } });
    expect(stepOf(answer, "S1.1")).toMatchObject({ forecast: { end: "2024-01-05" }, slipDays: -2 });
    expect(stepOf(answer, "S1.2")).toMatchObject({ forecast: { end: "2024-01-12" }, slipDays: 5 });
    expect(stepOf(answer, "S1.3")).toMatchObject({ forecast: { start: "2024-01-13", end: "2024-01-26" }, slipDays: 5 });
    expect(stepOf(answer, "S1.4")).toMatchObject({ slipDays: 0 });
  });

  test("IMPL-4: Connected follows when everything was done early", () => {
    const early = {
      "S1.1": "2024-01-02",
      "S1.2": "2024-01-03",
      "S1.3": "2024-01-10",
      "S1.4": "2024-01-12",
      "S1.5": "2024-01-15",
    };
    const answer = plan({ done: early });
    expect(answer.milestones[1]).toMatchObject({ targetOn: "2024-02-04", forecastOn: "2024-01-15" });
    expect(stepOf(answer, "S2.5")).toMatchObject({
      target: { start: "2024-02-05" },
      forecast: { start: "2024-01-16" },
    });
  });

  test("IMPL-4: latestOn is of the plan and does not slip", () => {
    expect(plan({ connect: "starter", done: { "S1.4": "2024-03-01" } }).milestones[1]).toEqual({
      id: "connected",
      targetOn: "2024-01-21",
      forecastOn: "2024-03-01",
      latestOn: "2024-01-28",
    });
  });

  test("IMPL-5: self-service implementation ends only when it is said to be done, and has no slip", () => {
    expect(stepOf(plan({ today: "2026-01-01" }), "S2.5")).toMatchObject({ forecast: { end: null }, slipDays: 0 });
    expect(stepOf(plan({ done: { "S2.5": "2024-04-01" } }), "S2.5")).toMatchObject({
      target: { start: "2024-02-05", end: null },
      forecast: { start: "2024-02-05", end: "2024-04-01" },
      slipDays: 0,
      slip: [],
    });
    expect(stepOf(plan({ done: { "S2.5": "2024-02-01" } }), "S2.5")).toMatchObject({
      forecast: { start: "2024-02-01", end: "2024-02-01" },
    });
  });
});

describe("a later project", () => {
  test("IMPL-4, IMPL-6: without a step in stage 1 it is connected on the order date", () => {
    const answer = plan({ project: "later", connect: "starter", today: "2024-06-01" });
    expect(answer.milestones).toEqual([
      { id: "order-placed", targetOn: "2024-01-01", forecastOn: "2024-01-01" },
      { id: "connected", targetOn: "2024-01-01", forecastOn: "2024-01-01" },
    ]);
    expect(spans(answer, "target")).toEqual([
      ["S2.5", "2024-01-02", null],
      ["S3.6", "2024-02-01", null],
    ]);
    expect(answer.goLive).toEqual({ earliest: "2024-01-31", latest: "2024-07-01", openEnded: true });
  });

  test("IMPL-6: a step keeps its weeks, and names only needs that the project has", () => {
    const answer = plan({ project: "upgrade", changed: ["implementer-changed"] });
    expect(stepOf(answer, "S1.5")).toMatchObject({
      needs: [],
      target: { start: "2024-01-22", end: "2024-02-04" },
    });
    expect(answer.milestones[1]).toMatchObject({ targetOn: "2024-02-04" });
  });

  test("IMPL-4: Starter without onboarding has no later date to allow for", () => {
    expect(plan({ project: "erp-switch", connect: "starter" }).milestones[1]).toEqual({
      id: "connected",
      targetOn: "2024-01-14",
      forecastOn: "2024-01-14",
    });
  });

  test.each([
    ["later", "S1.1"],
    ["upgrade", "S1.2"],
    ["erp-switch", "S1.5"],
    ["first", "S9.9"],
    ["first", "constructor"],
    ["first", "__proto__"],
  ])("a done step that a project of the kind %s does not have (%s) is malformed", (project, id) => {
    const done = JSON.parse(`{ ${JSON.stringify(id)}: "2024-01-05" }`);
    const request = { ...PlanRequest.parse({ orderedOn: "2024-01-01", project }), done };
    expect(planImplementation(request, terms)).toMatchObject({
      ok: false,
      rejection: { code: "MALFORMED", issues: [{ path: `done.${id}` }] },
    });
  });

  test("every done step that is not there is named", () => {
    const request = PlanRequest.parse({
      orderedOn: "2024-01-01",
      project: "later",
      done: { "S1.1": "2024-01-05", x: "2024-01-05" },
    });
    expect(planImplementation(request, terms)).toMatchObject({
      rejection: {
        issues: [
          { path: "done.S1.1", message: 'this project has no step "S1.1"; it has S2.5, S3.6' },
          { path: "done.x", message: 'this project has no step "x"; it has S2.5, S3.6' },
        ],
      },
    });
  });
});

/** Stage 1 of the rules, retyped: weeks for Select, weeks for Starter, side, need, and when the step is part of a project. */
const rules = {
  "S1.1": { select: [1, 1], starter: [1, 1], side: "theirs", need: null, change: "new-software", kind: "upgrade" },
  "S1.2": { select: [1, 1], starter: [1, 1], side: "theirs", need: null, change: "deployment", kind: "erp-switch" },
  "S1.3": { select: [2, 3], starter: [2, 2], side: "ours", need: "S1.2", change: "deployment", kind: "erp-switch" },
  "S1.4": { select: [2, 5], starter: [2, 3], side: "theirs", need: null, change: "manager-changed", kind: "first" },
  "S1.5": {
    select: [4, 5],
    starter: [3, 3],
    side: "theirs",
    need: "S1.3",
    change: "implementer-changed",
    kind: "first",
  },
} as const;

/** The plan of stage 1 walked day by day with JavaScript's calendar; each late day is a mark of the side it belongs to. */
function simulated({ orderedOn, connect, project, changed, done, today }: PlanRequest) {
  const dayAt = (from: Day, days: number): Day => {
    const date = new Date(`${from}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
  };
  const found = new Map<string, { target: [Day, Day]; forecast: [Day, Day]; marks: Side[]; earlyDays: number }>();
  for (const [id, rule] of Object.entries(rules)) {
    if (project !== "first" && project !== rule.kind && !changed.includes(rule.change)) continue;
    const [from, to] = rule[connect];
    const target: [Day, Day] = [dayAt(orderedOn, 7 * (from - 1)), dayAt(orderedOn, 7 * to - 1)];
    const inherited = found.get(rule.need ?? "")?.marks ?? [];
    const stop = done[id];
    const marks: Side[] = [];
    let end = target[1];
    let earlyDays = 0;
    const goesOn = () =>
      stop === undefined ? marks.length < inherited.length || (today !== undefined && end < today) : end < stop;
    while (goesOn()) {
      marks.push(inherited[marks.length] ?? rule.side);
      end = dayAt(end, 1);
    }
    while (stop !== undefined && end > stop) {
      end = dayAt(end, -1);
      earlyDays += 1;
    }
    const start = dayAt(target[0], inherited.length);
    found.set(id, { target, forecast: [start < end ? start : end, end], marks, earlyDays });
  }
  return found;
}

function inRuns(marks: readonly Side[]): { days: number; whose: Side }[] {
  const runs: { days: number; whose: Side }[] = [];
  for (const whose of marks) {
    const last = runs.at(-1);
    if (last?.whose === whose) last.days += 1;
    else runs.push({ days: 1, whose });
  }
  return runs;
}

const days = fc.integer({ min: -20, max: 90 }).map((number) => addDays("2024-01-15", number));
const stepIds = ["S1.1", "S1.2", "S1.3", "S1.4", "S1.5"] as const;
const requests = fc
  .record({
    orderedOn: fc.integer({ min: 0, max: 40 }).map((number) => addDays("2024-01-01", number)),
    connect: fc.constantFrom(...ConnectPackage.options),
    project: fc.oneof(fc.constant("first" as const), fc.constantFrom(...ProjectKind.options)),
    changed: fc.subarray(ProjectChange.options),
    done: fc.dictionary(fc.constantFrom(...stepIds), days, { maxKeys: 5 }),
    today: fc.option(days, { nil: undefined }),
  })
  .map((request): PlanRequest => {
    const there = simulated({ ...request, done: {} });
    return { ...request, done: Object.fromEntries(Object.entries(request.done).filter(([id]) => there.has(id))) };
  });

describe("for every project", () => {
  test("IMPL-3, IMPL-4, IMPL-6: stage 1 is what a walk day by day finds", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const answer = plan(request);
        const expected = [...simulated(request)].map(([id, { target, forecast, marks, earlyDays }]) => ({
          id,
          target: { start: target[0], end: target[1] },
          forecast: { start: forecast[0], end: forecast[1] },
          slipDays: marks.length - earlyDays,
          slip: earlyDays > 0 ? [{ days: -earlyDays, whose: rules[id as keyof typeof rules].side }] : inRuns(marks),
        }));
        const stage1 = answer.steps.filter((step) => step.stage === 1);
        expect(
          stage1.map(({ id, target, forecast, slipDays, slip }) => ({ id, target, forecast, slipDays, slip })),
        ).toEqual(expected);
        const last = (ends: readonly Day[]) => ends.reduce((a, b) => (a > b ? a : b), ends[0] ?? request.orderedOn);
        expect(answer.milestones).toMatchObject([
          { id: "order-placed", targetOn: request.orderedOn, forecastOn: request.orderedOn },
          {
            id: "connected",
            targetOn: last(expected.map((step) => step.target.end)),
            forecastOn: last(expected.map((step) => step.forecast.end)),
          },
        ]);
      }),
      { numRuns: 1000 },
    );
  });

  test("IMPL-4: forecast end − target end is the slip, and its parts add up to it", () => {
    fc.assert(
      fc.property(requests, (request) => {
        for (const { target, forecast, slipDays, slip } of plan(request).steps) {
          expect(slip.reduce((sum, part) => sum + part.days, 0)).toBe(slipDays);
          if (target.end === null || forecast.end === null) expect(slipDays).toBe(0);
          else expect(daysBetween(target.end, forecast.end)).toBe(slipDays);
          expect(forecast.end === null || forecast.start <= forecast.end).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("IMPL-4: what was done early pulls nothing: the others stand as if it had been done on time", () => {
    fc.assert(
      fc.property(requests, fc.constantFrom(...stepIds), fc.integer({ min: 0, max: 30 }), (request, id, by) => {
        const end = stepOf(plan(request), id)?.target.end;
        if (!end) return;
        const others = (on: Day) =>
          plan({ ...request, done: { ...request.done, [id]: on } }).steps.filter(
            (step) => step.stage === 1 && step.id !== id,
          );
        expect(others(addDays(end, -by))).toEqual(others(end));
      }),
      { numRuns: 300 },
    );
  });

  test("IMPL-4: targets know nothing of what happened", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const quiet = plan({ ...request, done: {}, today: undefined });
        expect(spans(plan(request), "target")).toEqual(spans(quiet, "target"));
        expect(spans(quiet, "forecast")).toEqual(spans(quiet, "target"));
      }),
    );
  });

  test("IMPL-5: Go Live is counted from the forecast of Connected, and stages 2 and 3 begin after their milestones", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const answer = plan(request);
        const [, connected] = answer.milestones;
        if (connected === undefined) throw new Error("There is always Connected.");
        expect(daysBetween(connected.forecastOn, answer.goLive.earliest)).toBe(30);
        expect(daysBetween(connected.forecastOn, answer.goLive.latest)).toBeGreaterThanOrEqual(181);
        expect(daysBetween(connected.forecastOn, answer.goLive.latest)).toBeLessThanOrEqual(184);
        expect(stepOf(answer, "S2.5")?.forecast.start).toBe(addDays(connected.forecastOn, 1));
        expect(stepOf(answer, "S2.5")?.target.start).toBe(addDays(connected.targetOn, 1));
        expect(stepOf(answer, "S3.6")?.forecast.start).toBe(addDays(answer.goLive.earliest, 1));
      }),
    );
  });

  test("the answer is plain JSON that fits its own schema", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const answer = plan(request);
        expect(ImplementationPlan.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
      }),
    );
  });
});

describe("PlanRequest", () => {
  test("is of a first project with Select Connect unless it says otherwise", () => {
    expect(PlanRequest.parse({ orderedOn: "2024-01-01" })).toEqual({
      orderedOn: "2024-01-01",
      connect: "select",
      project: "first",
      changed: [],
      done: {},
    });
  });

  test.each([
    [{}],
    [{ orderedOn: "2024-02-30" }],
    [{ orderedOn: "9999-12-31" }],
    [{ orderedOn: "2024-01-01", connect: "premium" }],
    [{ orderedOn: "2024-01-01", project: "second" }],
    [{ orderedOn: "2024-01-01", changed: ["weather"] }],
    [{ orderedOn: "2024-01-01", done: { "S1.1": "soon" } }],
    [{ orderedOn: "2024-01-01", today: "now" }],
  ])("%j is malformed", (request) => {
    expect(PlanRequest.safeParse(request).success).toBe(false);
  });

  test("the furthest days that can be planned still give a plan", () => {
    for (const orderedOn of ["0001-01-01", "9900-12-31"])
      expect(plan({ orderedOn, today: "9900-12-31", done: { "S1.1": "0001-01-01" } }).steps).toHaveLength(7);
  });
});
