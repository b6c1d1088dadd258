import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { PackageRecommendation, recommendPackage } from "./recommend.ts";
import { PackageRequest } from "./wishes.ts";

const table = defaultPolicy.packages;

const settings = "expert-help-settings-product-content";
const devTools = "expert-help-dev-tools-erp-customizations";
const accountManager = "project-success-account-manager";
const representative = "cimcloud-representative";
const architect = "assistant-solver-solution-architect";

function recommend(request: Partial<PackageRequest>): PackageRecommendation {
  const answer = recommendPackage(PackageRequest.parse(request), table);
  if (!answer.ok) throw new Error(answer.rejection.message);
  return answer.value;
}

const offer = (id: string, units: number, hours: number) => ({ package: id, units, capMinutes: hours * 60 });
const reasonsOf = (answer: PackageRecommendation, id: string, units = 1) =>
  answer.offers.find((each) => each.package === id && each.units === units)?.reasons ?? [];
const codesOf = (answer: PackageRecommendation, id: string, units = 1) =>
  reasonsOf(answer, id, units).map((reason) => reason.code);

describe("the recommended package", () => {
  test.each<[string, Partial<PackageRequest>, ReturnType<typeof offer> | null]>([
    ["nothing in particular", {}, offer("advocate", 1, 5)],
    ["nothing in particular on a program", { context: "program" }, offer("advocate", 1, 5)],
    ["5 hours", { minutesPerMonth: 300 }, offer("advocate", 1, 5)],
    ["a minute more than 5 hours", { minutesPerMonth: 301 }, offer("guide", 1, 10)],
    ["10 hours", { minutesPerMonth: 600 }, offer("guide", 1, 10)],
    ["20 hours", { minutesPerMonth: 1200 }, offer("guide", 2, 20)],
    ["a minute more than 20 hours", { minutesPerMonth: 1201 }, offer("consultant", 3, 30)],
    ["60 hours", { minutesPerMonth: 3600 }, offer("consultant", 6, 60)],
    ["a minute more than 60 hours", { minutesPerMonth: 3601 }, null],
    ["work in the workspaces", { portal: "workspaces" }, offer("guide", 1, 10)],
    ["work in Dev Tools", { portal: "dev-tools" }, offer("consultant", 1, 10)],
    ["a representative", { roles: [representative] }, offer("advocate", 1, 5)],
    ["a representative on a program", { roles: [representative], context: "program" }, null],
    ["help with settings", { roles: [settings] }, offer("guide", 1, 10)],
    ["help with settings, on a program", { roles: [settings], context: "program" }, offer("guide", 1, 10)],
    ["help with settings for 25 hours", { roles: [settings], minutesPerMonth: 1500 }, offer("consultant", 3, 30)],
    ["help with settings and an account manager", { roles: [settings, accountManager] }, offer("guide", 1, 10)],
    ["help with settings and an architect", { roles: [settings, architect] }, offer("consultant", 1, 10)],
    ["an architect for 15 hours", { roles: [architect], minutesPerMonth: 900 }, offer("consultant", 2, 20)],
    ["an account manager for 25 hours", { roles: [accountManager], minutesPerMonth: 1500 }, null],
    ["an account manager in Dev Tools", { roles: [accountManager], portal: "dev-tools" }, null],
    ["a representative and an account manager", { roles: [representative, accountManager] }, null],
  ])("PKG-6: for %s is the lowest level, then the fewest units", (_what, request, expected) => {
    const answer = recommend(request);
    expect(answer.recommended).toEqual(expected);
    expect(answer.hint === undefined).toBe(expected !== null);
  });

  test("a role wished for twice is one wish", () => {
    const answer = recommend({ roles: [devTools, devTools] });
    expect(codesOf(answer, "guide")).toEqual(["role-not-fillable"]);
  });

  test("an unknown role is malformed", () => {
    const request = PackageRequest.parse({ roles: [settings, "constructor"] });
    expect(recommendPackage(request, table)).toMatchObject({
      ok: false,
      rejection: { code: "MALFORMED", issues: [{ path: "roles.1" }] },
    });
  });
});

describe("the reasons of the others", () => {
  test("PKG-6: a fitting offer of a higher level, and one with more units, say so", () => {
    const answer = recommend({ roles: [settings] });
    expect(answer.offers.map(({ fits, reasons }) => [fits, ...reasons.map((reason) => reason.code)])).toEqual([
      [false, "role-not-fillable"],
      [true],
      [true, "fewer-units-suffice"],
      ...Array(6).fill([true, "lower-level-suffices"]),
    ]);
    expect(reasonsOf(answer, "guide", 2)).toEqual([
      {
        code: "fewer-units-suffice",
        message: "Guide with 1 unit (10 h a month) meets every wish with fewer units.",
        clause: "PKG-6",
      },
    ]);
    expect(reasonsOf(answer, "consultant")).toEqual([
      {
        code: "lower-level-suffices",
        message: "Guide with 1 unit (10 h a month) meets every wish at a lower skill level.",
        clause: "PKG-6",
      },
    ]);
  });

  test("PKG-6: an offer says every wish it misses", () => {
    const answer = recommend({ roles: [devTools, architect], portal: "dev-tools", minutesPerMonth: 720 });
    expect(codesOf(answer, "advocate")).toEqual([
      "role-not-fillable",
      "role-not-fillable",
      "portal-access",
      "cap-too-low",
    ]);
    expect(codesOf(answer, "guide", 2)).toEqual(["role-not-fillable", "role-not-fillable", "portal-access"]);
    expect(codesOf(answer, "consultant")).toEqual(["cap-too-low"]);
    expect(codesOf(answer, "consultant", 2)).toEqual([]);
  });

  test("PKG-1: a role that no lower level fills is simply not in the package", () => {
    expect(reasonsOf(recommend({ roles: [architect] }), "guide")).toEqual([
      {
        code: "role-not-fillable",
        message:
          'The Guide package does not fill the role "Assistant Solver (CIMcloud / Ecom): Solution Architect"; Consultant does.',
        clause: "PKG-1",
      },
    ]);
  });

  test("PKG-5: a higher level does not inherit a role", () => {
    expect(reasonsOf(recommend({ roles: [accountManager] }), "consultant")).toEqual([
      {
        code: "role-not-fillable",
        message:
          'The Consultant package does not fill the role "Project Success / Advocate (Account Manager)"; Guide does.',
        clause: "PKG-5",
      },
    ]);
  });

  test("PKG-2: on a program the Advocate's role is one it cannot fill", () => {
    expect(reasonsOf(recommend({ roles: [representative], context: "program" }), "advocate")).toEqual([
      {
        code: "role-not-fillable",
        message:
          'The Advocate package fills the role "CIMcloud Representative (Support & Success Services)" only on a self-service project, not on an active program.',
        clause: "PKG-2",
      },
    ]);
  });

  test("PKG-1: portal access is told in the package's own words", () => {
    expect(reasonsOf(recommend({ portal: "dev-tools" }), "guide")).toEqual([
      {
        code: "portal-access",
        message:
          "You want work in the Dev Tools of your Worker Portal; the portal access of the Guide package is: the CRM, Product, Content and Settings workspaces, but not Dev Tools.",
        clause: "PKG-1",
      },
    ]);
  });

  test("PKG-4: a cap too low says how much is missing, and cites the clause that leads on", () => {
    const answer = recommend({ minutesPerMonth: 930 });
    expect(reasonsOf(answer, "advocate")).toEqual([
      {
        code: "cap-too-low",
        message: "You want 15 h 30 a month; Advocate (5 h a month) is 10 h 30 short.",
        clause: "PKG-4",
      },
    ]);
    expect(reasonsOf(answer, "guide")).toMatchObject([{ code: "cap-too-low", clause: "PKG-1" }]);
    expect(reasonsOf(recommend({ minutesPerMonth: 4200 }), "consultant", 6)).toMatchObject([
      { code: "cap-too-low", clause: "PKG-6" },
    ]);
  });
});

describe("the hint", () => {
  test("PKG-6: over 60 hours points to an allowance or a SOW", () => {
    expect(recommend({ minutesPerMonth: 4200 }).hint).toBe(
      "No offer gives 70 h a month. For more than 60 h a month, consider an allowance (ongoing work) or a SOW (a discrete deliverable). " +
        "Nearest: Consultant with 6 units (60 h a month), without 70 h a month.",
    );
  });

  test("PKG-6: names a conflict and the nearest offers", () => {
    expect(recommend({ roles: [representative], minutesPerMonth: 600 }).hint).toBe(
      'No offer combines the role "CIMcloud Representative (Support & Success Services)" with 10 h a month. ' +
        'Nearest: Guide with 1 unit (10 h a month), without the role "CIMcloud Representative (Support & Success Services)"; ' +
        "Advocate (5 h a month), without 10 h a month.",
    );
  });

  test("PKG-6: an offer that misses more wishes than another is not near", () => {
    const { hint } = recommend({ roles: [settings], portal: "dev-tools", minutesPerMonth: 3660 });
    expect(hint).toMatch(/Nearest: Consultant with 6 units \(60 h a month\), without 61 h a month\.$/);
  });

  test("PKG-2, PKG-6: a role that nothing fills on a program stands alone", () => {
    expect(recommend({ roles: [representative], context: "program" }).hint).toBe(
      'No offer gives the role "CIMcloud Representative (Support & Success Services)" on an active program. ' +
        'Nearest: Advocate (5 h a month), without the role "CIMcloud Representative (Support & Success Services)" on an active program.',
    );
  });

  test("PKG-6: a wish that conflicts with several is said once", () => {
    expect(recommend({ roles: [representative, accountManager], portal: "dev-tools" }).hint).toMatch(
      /^No offer combines the role "CIMcloud Rep[^"]*" with the role "Project Success[^"]*" or work in the Dev Tools of your Worker Portal\. No offer combines the role "Project Success[^"]*" with work in the Dev Tools of your Worker Portal\. Nearest: /,
    );
  });

  test("PKG-6: under a table where only three wishes together conflict, all three are named", () => {
    const sizes = [{ units: 1, capMinutes: 600, monthlyFee: null }];
    const fill = (...roles: string[]) => roles.map((role) => ({ role, contexts: ["project" as const] }));
    const common = { portalAccess: "none" as const, portalWords: "none", sizes };
    const odd = {
      roles: ["a", "b", "c"].map((id) => ({ id, title: id.toUpperCase() })),
      levels: [
        { ...common, id: "one", title: "One", level: 1, fills: fill("a", "b") },
        { ...common, id: "two", title: "Two", level: 2, fills: fill("b", "c") },
        { ...common, id: "three", title: "Three", level: 3, fills: fill("a", "c") },
      ],
    };
    const answer = recommendPackage(PackageRequest.parse({ roles: ["a", "b", "c"] }), odd);
    expect(answer).toMatchObject({
      value: {
        hint: 'No offer combines the role "A", the role "B" and the role "C". Nearest: One (10 h a month), without the role "C"; Two (10 h a month), without the role "A"; Three (10 h a month), without the role "B".',
      },
    });
  });
});

/** The table of the rules, retyped for the tests: package, level, units, hours, roles, portal access as a number. */
const consultantRoles = [
  architect,
  settings,
  devTools,
  "customizations-coordinator-lead-consultant",
  "customizations-planner",
];
const nine = [
  ["advocate", 1, 1, 5, [representative], 0],
  ["guide", 2, 1, 10, [settings, accountManager], 1],
  ["guide", 2, 2, 20, [settings, accountManager], 1],
  ["consultant", 3, 1, 10, consultantRoles, 2],
  ["consultant", 3, 2, 20, consultantRoles, 2],
  ["consultant", 3, 3, 30, consultantRoles, 2],
  ["consultant", 3, 4, 40, consultantRoles, 2],
  ["consultant", 3, 5, 50, consultantRoles, 2],
  ["consultant", 3, 6, 60, consultantRoles, 2],
] as const;
const accessOrder = ["none", "workspaces", "dev-tools"];

/** Which of the nine fit, worked out the long way. */
function fitting(request: PackageRequest): readonly (readonly [string, number, number])[] {
  const found: [string, number, number][] = [];
  for (const [id, level, units, hours, roles, access] of nine) {
    let fits = hours * 60 >= request.minutesPerMonth && access >= accessOrder.indexOf(request.portal);
    for (const role of request.roles)
      if (!roles.some((each) => each === role) || (id === "advocate" && request.context === "program")) fits = false;
    if (fits) found.push([id, level, units]);
  }
  return found;
}

const allRoles = table.roles.map((role) => role.id);
const requests: fc.Arbitrary<PackageRequest> = fc.record({
  roles: fc.oneof(fc.constant([]), fc.subarray(allRoles, { maxLength: 3 }), fc.array(fc.constantFrom(...allRoles))),
  portal: fc.constantFrom("none", "workspaces", "dev-tools"),
  minutesPerMonth: fc.oneof(
    fc.constantFrom(0, 300, 301, 600, 601, 1200, 1201, 3600, 3601),
    fc.integer({ min: 0, max: 5000 }),
  ),
  context: fc.constantFrom("project", "program"),
});

describe("for every request", () => {
  test("PKG-6: the answer is that of filtering all nine offers naively", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const answer = recommend(request);
        const fits = fitting(request);
        expect(answer.offers.filter((each) => each.fits).map((each) => [each.package, each.units])).toEqual(
          fits.map(([id, , units]) => [id, units]),
        );
        let best: readonly [string, number, number] | null = null;
        for (const each of fits)
          if (best === null || each[1] < best[1] || (each[1] === best[1] && each[2] < best[2])) best = each;
        expect(answer.recommended && [answer.recommended.package, answer.recommended.units]).toEqual(
          best && [best[0], best[2]],
        );
      }),
      { numRuns: 500 },
    );
  });

  test("PKG-6: every offer is there once, and all but the recommended say why", () => {
    const levels = { advocate: 1, guide: 2, consultant: 3 } as Record<string, number>;
    fc.assert(
      fc.property(requests, (request) => {
        const { recommended, offers } = recommend(request);
        expect(offers.map((each) => `${each.package} ${each.units}`)).toEqual(
          nine.map(([id, , units]) => `${id} ${units}`),
        );
        for (const each of offers) {
          const codes = each.reasons.map((reason) => reason.code);
          const isBest = recommended?.package === each.package && recommended.units === each.units;
          expect(codes.length === 0).toBe(isBest);
          if (isBest) expect(each.fits).toBe(true);
          else if (each.fits)
            expect(codes).toEqual([
              (levels[each.package] ?? 0) > (levels[recommended?.package ?? ""] ?? 0)
                ? "lower-level-suffices"
                : "fewer-units-suffice",
            ]);
          else {
            expect(codes).not.toContain("lower-level-suffices");
            expect(codes).not.toContain("fewer-units-suffice");
            expect(codes.includes("cap-too-low")).toBe(each.capMinutes < request.minutesPerMonth);
          }
          for (const { message, clause } of each.reasons) {
            expect(message).toMatch(/^[A-Z].*\.$/);
            expect(clause).toMatch(/^PKG-[1-7]$/);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("PKG-6: one more wish never lowers the recommended level", () => {
    const rank = ({ recommended }: PackageRecommendation) =>
      recommended === null ? 99 : ["advocate", "guide", "consultant"].indexOf(recommended.package);
    fc.assert(
      fc.property(requests, requests, (request, more) => {
        const both = {
          ...request,
          roles: [...request.roles, ...more.roles],
          portal: accessOrder.indexOf(more.portal) > accessOrder.indexOf(request.portal) ? more.portal : request.portal,
          minutesPerMonth: Math.max(request.minutesPerMonth, more.minutesPerMonth),
        };
        expect(rank(recommend(both))).toBeGreaterThanOrEqual(rank(recommend(request)));
        expect(rank(recommend({ ...request, context: "program" }))).toBeGreaterThanOrEqual(
          rank(recommend({ ...request, context: "project" })),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("PKG-6: without a fit there is a hint that names a conflict and an offer, else none", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const { recommended, hint } = recommend(request);
        if (recommended !== null) expect(hint).toBeUndefined();
        else {
          expect(hint).toMatch(/^No offer (gives|combines) .*\. Nearest: .*\.$/);
          expect(hint?.includes("an allowance")).toBe(request.minutesPerMonth > 3600);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("the answer is plain JSON that fits its own schema", () => {
    fc.assert(
      fc.property(requests, (request) => {
        const answer = recommend(request);
        expect(PackageRecommendation.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
      }),
    );
  });
});

describe("PackageRequest", () => {
  test("wants nothing that it does not say", () => {
    expect(PackageRequest.parse({})).toEqual({ roles: [], portal: "none", minutesPerMonth: 0, context: "project" });
  });

  test.each([
    { portal: "all" },
    { minutesPerMonth: -1 },
    { minutesPerMonth: 1.5 },
    { context: "team" },
    { roles: "a" },
  ])("%j is malformed", (request) => {
    expect(PackageRequest.safeParse(request).success).toBe(false);
  });
});
