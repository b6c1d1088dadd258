import { defaultPolicy, settlePremium } from "@cimpro/domain";
import { describe, expect, test } from "vitest";
import { cimpro } from "./cimpro.ts";
import { answered, told, turnedDown } from "./in-process.ts";

// March 2024: the 4th, 11th and 18th are Mondays.
const settle = ["premium", "settle"];
const expedited = [
  ...settle,
  ...["--lead-time", "expedited", "--hours", "8h30", "--started-on", "2024-03-04", "--expedited-by", "2024-03-15"],
];
const rush = [
  ...settle,
  ...["--lead-time", "rush", "--hours", "10", "--started-on", "2024-03-04", "--expedited-by", "2024-03-15"],
];
const rushBy = ["--rush-by", "2024-03-08"];
const delivered = (day: string) => ["--delivered-on", day];

describe("worked by hand", () => {
  test("expedited, delivered on its day: met, 8 h 30 at 50.00 are due", async () => {
    expect(await answered(...expedited, ...delivered("2024-03-15"))).toMatchObject({
      currency: "USD",
      outcome: "met",
      decision: "automatic",
      premiumCharged: 42_500,
      premiumDue: 42_500,
      credit: 0,
      dueDates: { expedited: "2024-03-15" },
      tolledDays: [],
    });
  });

  test("rush: the client took until the 12th, two business days of which were its own", async () => {
    const wait = ["--client-wait", "2024-03-05..2024-03-12"];
    // Stopped are the 8th, 11th and 12th; so the fourth running day is the 13th and the ninth the 20th.
    expect(await answered(...rush, ...rushBy, ...wait, ...delivered("2024-03-15"))).toMatchObject({
      outcome: "downgraded",
      decision: "proposed",
      premiumCharged: 100_000,
      premiumDue: 50_000,
      credit: 50_000,
      dueDates: { rush: "2024-03-13", expedited: "2024-03-20" },
      tolledDays: [{ from: "2024-03-08", to: "2024-03-12", businessDays: 3, whose: "client" }],
    });
  });

  test("a holiday, a stoppage and a product wait move the date; a day of two reasons is stopped once", async () => {
    const args = [
      ...[...settle, "--lead-time", "expedited", "--hours", "1", "--started-on", "2024-05-24"],
      ...["--expedited-by", "2024-05-31", "--holiday", "2024-05-27", "--stopped", "2024-05-28..2024-05-30"],
      ...["--product-wait", "2024-05-29..2024-06-03"],
    ];
    // Four days were promised: the 28th runs, the 29th and 30th and then the 31st and the 3rd do not.
    expect(await answered(...args, ...delivered("2024-06-06"))).toMatchObject({
      outcome: "met",
      dueDates: { expedited: "2024-06-06" },
      tolledDays: [
        { from: "2024-05-29", to: "2024-05-30", businessDays: 2, whose: "stoppage" },
        { from: "2024-05-31", to: "2024-06-03", businessDays: 2, whose: "product" },
      ],
    });
    expect(await answered(...args, ...delivered("2024-06-07"))).toMatchObject({ outcome: "credited", credit: 5000 });
  });

  test.each([
    ["without dates ends the guarantee", ["--change-order", "2024-03-06"], "lapsed", "2024-03-15", 42_500, 0],
    [
      "under exclude keeps its own minutes, a bare number: 90 at 50.00",
      ["--change-order", "2024-03-06:90", "--change-order-effect", "exclude"],
      ...(["credited", "2024-03-15", 7500, 35_000] as const),
    ],
    [
      "with a unit under exclude: 1h30",
      ["--change-order", "2024-03-06:1h30", "--change-order-effect", "exclude"],
      ...(["credited", "2024-03-15", 7500, 35_000] as const),
    ],
    ["with a date replaces it", ["--change-order", "2024-03-06::2024-03-22"], "met", "2024-03-22", 42_500, 0],
    [
      "renews the guarantee that another ended",
      ["--change-order", "2024-03-06", "--change-order", "2024-03-07::2024-03-20"],
      ...(["credited", "2024-03-20", 0, 42_500] as const),
    ],
    ["with empty parts says its day only", ["--change-order", "2024-03-06:::"], "lapsed", "2024-03-15", 42_500, 0],
    ["of no minutes is one", ["--change-order", "2024-03-06:0"], "lapsed", "2024-03-15", 42_500, 0],
  ])("a change order %s", async (_what, options, outcome, due, premiumDue, credit) => {
    expect(await answered(...expedited, ...options, ...delivered("2024-03-21"))).toMatchObject({
      outcome,
      dueDates: { expedited: due },
      premiumDue,
      credit,
    });
  });

  test("a change order of a rush lead time states both dates", async () => {
    const change = ["--change-order", "2024-03-06::2024-03-22:2024-03-20"];
    expect(await answered(...rush, ...rushBy, ...change, ...delivered("2024-03-22"))).toMatchObject({
      outcome: "downgraded",
      dueDates: { rush: "2024-03-20", expedited: "2024-03-22" },
    });
  });
});

test("prints exactly what the library returns, wherever the global options stand", async () => {
  const request = {
    leadTime: "rush" as const,
    minutes: 600,
    startedOn: "2024-03-04",
    expeditedBy: "2024-03-15",
    rushBy: "2024-03-08",
    deliveredOn: "2024-04-10",
    changeOrders: [
      { on: "2024-03-05", minutes: 30, newExpeditedBy: "2024-03-20", newRushBy: "2024-03-18" },
      { on: "2024-03-06" },
    ],
    changeOrderEffect: "exclude" as const,
    clientWaits: [
      { from: "2024-03-05", to: "2024-03-12" },
      { from: "2024-03-13", to: "2024-03-19" },
    ],
    productWaits: [{ from: "2024-03-07", to: "2024-03-08" }],
    stoppages: [{ from: "2024-03-18", to: "2024-03-20" }],
    holidays: ["2024-03-14", "2024-03-21"],
  };
  const own = [
    ...["--change-order", "2024-03-05:30:2024-03-20:2024-03-18", "--change-order", "2024-03-06"],
    ...["--change-order-effect", "exclude", "--client-wait", "2024-03-05..2024-03-12"],
    ...["--client-wait", "2024-03-13..2024-03-19", "--product-wait", "2024-03-07..2024-03-08"],
    ...["--stopped", "2024-03-18..2024-03-20", "--holiday", "2024-03-14", "--holiday", "2024-03-21"],
  ];
  const args = [...rush, ...rushBy, ...delivered("2024-04-10"), ...own];
  const settled = settlePremium(request, defaultPolicy);
  const expected = { code: 0, err: "", out: `${JSON.stringify(settled.ok && settled.value)}\n` };
  expect(settled.ok).toBe(true);
  expect(await cimpro([...args, "--json", "--quiet"])).toEqual(expected);
  expect(await cimpro(["--json", "--quiet", ...args])).toEqual(expected);
});

describe("malformed", () => {
  const day = delivered("2024-03-15");
  test.each([
    ["no rush date for rush", [...rush, ...day], "--rush-by"],
    ["a rush date for expedited", [...expedited, ...rushBy, ...day], "--rush-by"],
    ["rush after expedited", [...rush, "--rush-by", "2024-03-18", ...day], "--rush-by"],
    ["a delivery before the start", [...expedited, ...delivered("2024-03-01")], "--delivered-on"],
    ["an expedited date before the start", [...expedited, "--expedited-by", "2024-03-01", ...day], "--expedited-by"],
    ["a rush date before the start", [...rush, "--rush-by", "2024-03-01", ...day], "--rush-by"],
    ["a client wait backwards", [...expedited, ...day, "--client-wait", "2024-03-08..2024-03-07"], "--client-wait"],
    ["a product wait backwards", [...expedited, ...day, "--product-wait", "2024-03-08..2024-03-07"], "--product-wait"],
    ["a stoppage backwards", [...expedited, ...day, "--stopped", "2024-03-08..2024-03-07"], "--stopped"],
    ["half a span", [...expedited, ...day, "--stopped", "2024-03-08"], "--stopped"],
    ["a span of three", [...expedited, ...day, "--stopped", "2024-03-08..2024-03-09..2024-03-10"], "--stopped"],
    ["an open span", [...expedited, ...day, "--client-wait", "2024-03-08.."], "--client-wait"],
    ["zero hours", [...expedited, ...day, "--hours", "0"], "--hours"],
    ["hours that are none", [...expedited, ...day, "--hours", "ten"], "--hours"],
    ["standard lead time", [...expedited, ...day, "--lead-time", "standard"], "--lead-time"],
    ["one date of rush", [...rush, ...rushBy, ...day, "--change-order", "2024-03-06::2024-03-22"], "--change-order"],
    ["the other", [...rush, ...rushBy, ...day, "--change-order", "2024-03-06:::2024-03-22"], "--change-order"],
    [
      "a rush date in one of expedited",
      [...expedited, ...day, "--change-order", "2024-03-06:::2024-03-22"],
      "--change-order",
    ],
    ["a change order without a day", [...expedited, ...day, "--change-order", ":30"], "--change-order"],
    ["one of five parts", [...expedited, ...day, "--change-order", "2024-03-06::::x"], "--change-order"],
    ["half minutes", [...expedited, ...day, "--change-order", "2024-03-06:1.5"], "--change-order"],
    ["an unknown effect", [...expedited, ...day, "--change-order-effect", "end"], "--change-order-effect"],
    ["no holiday", [...expedited, ...day, "--holiday", "2024-02-30"], "--holiday"],
    ["a day nobody counts to", [...expedited, ...delivered("9999-12-31")], "--delivered-on"],
  ])("%s", async (_what, args, path) => {
    expect(await turnedDown(...args)).toMatchObject({ exit: 2, code: "MALFORMED", issues: [{ path }] });
  });

  test("every fault is told, and which of several is meant", async () => {
    const waits = ["--client-wait", "2024-03-05..2024-03-06", "--client-wait", "2024-03-08..2024-03-07"];
    expect(await turnedDown(...rush, ...day, ...waits, "--stopped", "2024-03-08..2024-03-07")).toMatchObject({
      exit: 2,
      issues: [
        { path: "--client-wait", message: "number 2: must not be before from" },
        { path: "--stopped", message: "must not be before from" },
        { path: "--rush-by" },
      ],
    });
  });

  test.each([
    [[...expedited], "--delivered-on"],
    [[...settle, "--lead-time", "rush"], "--hours"],
    [[...expedited, ...day, "--as-of", "2024-03-01"], "--as-of"],
  ])("%j is no complete command line", async (args, part) => {
    expect(await turnedDown(...args)).toMatchObject({ exit: 2, code: "USAGE", message: expect.stringContaining(part) });
  });
});

test("a change order with an earlier date is refused", async () => {
  const { code, out } = await cimpro([
    ...[...expedited, ...delivered("2024-03-15")],
    ...["--change-order", "2024-03-06::2024-03-14"],
  ]);
  expect(JSON.parse(out)).toMatchObject({
    error: { code: "CHANGE_ORDER_DATE_EARLIER", clause: "LEAD-5", details: { replaces: "2024-03-15" } },
  });
  expect(code).toBe(1);
});

describe("for people", () => {
  test("tells the outcome, the dates, the stopped days and the money", async () => {
    const text = await told(
      ...[...rush, ...rushBy, ...delivered("2024-03-15"), "--client-wait", "2024-03-05..2024-03-12", "--explain"],
    );
    expect(text).toContain("Rush was missed, expedited was met: the premium may be downgraded to expedited.\n");
    expect(text).toContain("A coordinator confirms or declines this");
    expect(text).toMatch(/Rush due +2024-03-13, instead of 2024-03-08\n/);
    expect(text).toMatch(/2024-03-08 +2024-03-12 +3 +the client\n/);
    expect(text).toMatch(/\$1,000\.00 +\$500\.00 +\$500\.00\n/);
    expect(text).toMatch(/LEAD-4 +Rush missed: a decision/);
  });
  test.each([
    ["2024-03-15", "The lead time was met: the premium is due."],
    ["2024-03-18", "Expedited was missed: the premium is credited."],
  ])("delivered on %s", async (day, sentence) => {
    expect(await told(...expedited, ...delivered(day))).toContain(sentence);
  });
});
