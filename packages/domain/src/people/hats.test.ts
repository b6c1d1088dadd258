import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  customerHats,
  fillsHat,
  type HatAnswers,
  HatAssignment,
  HatId,
  HatStanding,
  hatOf,
  hatStanding,
} from "./hats.ts";

const yes: HatAnswers = {
  getsIt: true,
  wantsIt: true,
  hasCapacity: true,
  assertedBy: "Dana Reyes",
  assertedOn: "2024-01-02",
};
const wears = (hat: HatId, person: string, answers: HatAnswers | null = yes): HatAssignment => ({
  hat,
  person,
  answers,
});
const codesOf = (hat: HatId, assignments: readonly HatAssignment[]) =>
  hatStanding(hat, assignments).reasons.map((reason) => reason.code);

describe("the customer's hats", () => {
  test("ROLE-1: every hat is there once", () => {
    expect(customerHats.map((hat) => hat.id)).toEqual(HatId.options);
    for (const hat of customerHats) expect(hatOf(hat.id)).toBe(hat);
  });

  test("ROLE-1: a program has one program manager with the budget, a project one lead project manager", () => {
    expect(customerHats.filter((hat) => hat.exactlyOnePer !== null)).toMatchObject([
      { id: "program-manager", exactlyOnePer: "program", budgetAuthority: true },
      { id: "lead-project-manager", exactlyOnePer: "project", budgetAuthority: false },
    ]);
    expect(customerHats.filter((hat) => hat.budgetAuthority).map((hat) => hat.id)).toEqual(["program-manager"]);
  });

  test("ROLE-1: five hats are critical for stage 1, which is inferred", () => {
    const critical = customerHats.filter((hat) => hat.critical !== null);
    expect(critical.map((hat) => hat.id)).toEqual([
      "program-manager",
      "lead-project-manager",
      "lead-implementer",
      "it-network-admin-expert",
      "erp-business-data-expert",
    ]);
    for (const hat of critical) expect(hat.critical).toEqual({ stage: 1, inferred: true });
  });
});

describe("fillsHat", () => {
  test.each([
    [true, true, true, true],
    [false, true, true, false],
    [true, false, true, false],
    [true, true, false, false],
    [false, false, false, false],
  ])("ROLE-3: gets it %s, wants it %s, has capacity %s → %s", (getsIt, wantsIt, hasCapacity, filled) => {
    expect(fillsHat({ ...yes, getsIt, wantsIt, hasCapacity })).toBe(filled);
  });

  test("ROLE-3: nobody fills a hat before the questions were answered", () => {
    expect(fillsHat(null)).toBe(false);
  });
});

describe("hatStanding", () => {
  test("ROLE-3: one person with three yes fills a hat", () => {
    expect(hatStanding("program-manager", [wears("program-manager", "Ann")])).toEqual({
      hat: "program-manager",
      filled: true,
      wornBy: ["Ann"],
      reasons: [],
    });
  });

  test("ROLE-1: a hat nobody wears is unfilled", () => {
    expect(hatStanding("implementer", [wears("lead-implementer", "Ann")])).toEqual({
      hat: "implementer",
      filled: false,
      wornBy: [],
      reasons: [{ code: "nobody", message: "Nobody is Implementer.", clause: "ROLE-1" }],
    });
  });

  test.each(["program-manager", "lead-project-manager"] as const)(
    "ROLE-1: a shared %s is unfilled, even where each answers yes",
    (hat) => {
      expect(codesOf(hat, [wears(hat, "Ann"), wears(hat, "Ben")])).toEqual(["shared"]);
      expect(codesOf(hat, [wears(hat, "Ann"), wears(hat, "Ben", null)])).toEqual(["shared"]);
    },
  );

  test("ROLE-1: two assignments of the same person are not shared; the later one counts", () => {
    const tired = { ...yes, hasCapacity: false };
    expect(
      codesOf("program-manager", [wears("program-manager", "Ann", tired), wears("program-manager", "Ann")]),
    ).toEqual([]);
    expect(
      codesOf("program-manager", [wears("program-manager", "Ann"), wears("program-manager", "Ann", tired)]),
    ).toEqual(["no-capacity"]);
  });

  test("ROLE-1, ROLE-3: of many implementers one who answers yes is enough", () => {
    const tired = { ...yes, hasCapacity: false };
    expect(codesOf("implementer", [wears("implementer", "Ann", tired), wears("implementer", "Ben")])).toEqual([]);
  });

  test("ROLE-2: a person may wear several hats", () => {
    const worn = [wears("program-manager", "Ann"), wears("lead-project-manager", "Ann")];
    expect(codesOf("program-manager", worn)).toEqual([]);
    expect(codesOf("lead-project-manager", worn)).toEqual([]);
  });

  test("ROLE-3: every missing answer is named, with the person", () => {
    const no = { ...yes, getsIt: false, wantsIt: false, hasCapacity: false };
    const { reasons } = hatStanding("implementer", [
      wears("implementer", "Ann", no),
      wears("implementer", "Ben", null),
    ]);
    expect(reasons).toEqual([
      { code: "does-not-get-it", message: "Ann does not yet get what it takes to be Implementer.", clause: "ROLE-3" },
      { code: "does-not-want-it", message: "Ann does not want to be Implementer.", clause: "ROLE-3" },
      { code: "no-capacity", message: "Ann has no capacity to be Implementer.", clause: "ROLE-3" },
      {
        code: "not-answered",
        message: "Nobody has said yet whether Ben gets, wants and has the capacity for Implementer.",
        clause: "ROLE-3",
      },
    ]);
  });

  test("is filled exactly when it has no reasons, and fits its schema", () => {
    const answers = fc.option(
      fc
        .record({ getsIt: fc.boolean(), wantsIt: fc.boolean(), hasCapacity: fc.boolean() })
        .map((said) => ({ ...yes, ...said })),
    );
    const assignments = fc.array(
      fc.record({ hat: fc.constantFrom(...HatId.options), person: fc.constantFrom("Ann", "Ben", "Cy"), answers }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...HatId.options), assignments, (hat, worn) => {
        const standing = hatStanding(hat, worn);
        const last = new Map(worn.filter((each) => each.hat === hat).map((each) => [each.person, each.answers]));
        const able = [...last.values()].filter((said) => said?.getsIt && said.wantsIt && said.hasCapacity);
        const one = hat === "program-manager" || hat === "lead-project-manager";
        expect(standing.filled).toBe(one ? last.size === 1 && able.length === 1 : able.length > 0);
        expect(standing.filled).toBe(standing.reasons.length === 0);
        expect(HatStanding.parse(standing)).toEqual(standing);
        for (const each of worn) expect(HatAssignment.parse(each)).toEqual(each);
      }),
    );
  });
});
