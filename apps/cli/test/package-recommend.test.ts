import { defaultPolicy, PackageRequest, recommendPackage } from "@cimpro/domain";
import { describe, expect, test } from "vitest";
import { cimpro } from "./cimpro.ts";
import { answered, told, turnedDown } from "./in-process.ts";

const recommend = ["package", "recommend"];
const settings = "expert-help-settings-product-content";
const offer = (id: string, units: number, hours: number) => ({ package: id, units, capMinutes: hours * 60 });

interface Answer {
  readonly recommended: unknown;
  readonly offers: readonly { readonly fits: boolean; readonly reasons: readonly { readonly code: string }[] }[];
  readonly hint?: string;
}
const codes = (answer: unknown) =>
  (answer as Answer).offers.map(({ reasons }) => reasons.map(({ code }) => code).join("+"));

describe("worked by hand", () => {
  test("help with settings for 15 hours is a Guide with two units", async () => {
    const answer = await answered(...recommend, "--role", settings, "--hours-per-month", "15");
    expect(answer).toMatchObject({ recommended: offer("guide", 2, 20) });
    expect(codes(answer)).toEqual([
      "role-not-fillable+cap-too-low",
      "cap-too-low",
      "",
      "cap-too-low",
      ...Array(5).fill("lower-level-suffices"),
    ]);
  });
  test("work in Dev Tools is a Consultant with one unit", async () => {
    const answer = await answered(...recommend, "--portal", "dev-tools");
    expect(answer).toMatchObject({ recommended: offer("consultant", 1, 10) });
    expect(codes(answer)).toEqual([...Array(3).fill("portal-access"), "", ...Array(5).fill("fewer-units-suffice")]);
  });
  test("nothing in particular is an Advocate", async () => {
    expect(await answered(...recommend)).toMatchObject({ recommended: offer("advocate", 1, 5) });
    expect(await answered(...recommend, "--hours-per-month", "0")).toEqual(await answered(...recommend));
  });
  test("that nothing fits is an answer with a hint", async () => {
    const roles = ["--role", "cimcloud-representative", "--role", "project-success-account-manager"];
    const answer = await answered(...recommend, ...roles);
    expect(answer).toMatchObject({ recommended: null, hint: expect.stringContaining("No offer combines") });
    expect((answer as Answer).offers.map(({ fits }) => fits)).toEqual(Array(9).fill(false));
    expect(await answered(...recommend, "--hours-per-month", "60h 1m")).toMatchObject({
      recommended: null,
      hint: expect.stringContaining("consider an allowance"),
    });
    expect(await answered(...recommend, ...roles.slice(0, 2), "--context", "program")).toMatchObject({
      recommended: null,
    });
  });
});

test("prints exactly what the library returns, wherever the global options stand", async () => {
  const own = [
    ...["--role", settings, "--role", "project-success-account-manager", "--portal", "workspaces"],
    ...["--hours-per-month", "7.5", "--context", "program"],
  ];
  const request = PackageRequest.parse({
    roles: [settings, "project-success-account-manager"],
    portal: "workspaces",
    minutesPerMonth: 450,
    context: "program",
  });
  const answer = recommendPackage(request, defaultPolicy.packages);
  const expected = { code: 0, err: "", out: `${JSON.stringify(answer.ok && answer.value)}\n` };
  expect(await cimpro([...recommend, ...own, "--json"])).toEqual(expected);
  expect(await cimpro(["--json", ...recommend, ...own])).toEqual(expected);
});

describe("malformed", () => {
  test.each([
    [["--role", "chief"], "--role", 'there is no role "chief"'],
    [["--role", settings, "--role", "constructor"], "--role", "number 2: there is no role"],
    [["--role", ""], "--role", "there is no role"],
    [["--portal", "all"], "--portal", "Allowed choices are none, workspaces, dev-tools"],
    [["--context", "support"], "--context", "Allowed choices are project, program"],
    [["--hours-per-month", "-5"], "--hours-per-month", "is not a duration"],
    [["--hours-per-month", "many"], "--hours-per-month", "is not a duration"],
  ])("%j", async (args, path, message) => {
    expect(await turnedDown(...recommend, ...args)).toMatchObject({
      exit: 2,
      code: "MALFORMED",
      issues: [{ path, message: expect.stringContaining(message) }],
    });
  });
});

describe("for people", () => {
  test("tells the recommended first, then the other eight with what speaks against them", async () => {
    const lines = (await told(...recommend, "--role", settings, "--hours-per-month", "15")).split("\n");
    expect(lines[0]).toBe("Recommended: Guide, 2 units, 20 h a month.");
    const others = lines.filter((text) => /^(Advocate|Guide|Consultant),/.test(text));
    expect(others).toHaveLength(8);
    expect(others.every((text) => /\(PKG-\d\)$/.test(text))).toBe(true);
  });
  test("tells that nothing fits, with the hint and all nine", async () => {
    const text = await told(...recommend, "--hours-per-month", "61", "--explain");
    expect(text).toMatch(/^No package fits\.\nNo offer gives 61 h a month\./);
    expect(text.match(/^(Advocate|Guide|Consultant),/gm)).toHaveLength(9);
    expect(text).toMatch(/PKG-6 +How a package is recommended/);
  });
});
