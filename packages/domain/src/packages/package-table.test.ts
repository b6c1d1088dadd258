import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { offersOf, offerWords, PackageTable, packagesFilling } from "./package-table.ts";

const table = defaultPolicy.packages;
const [advocate, guide, consultant] = table.levels;
if (advocate === undefined || guide === undefined || consultant === undefined) throw new Error("Three packages.");

describe("the default table", () => {
  test("PKG-1: there are nine offers, lowest level first", () => {
    expect(offersOf(table).map(({ package: id, units, capMinutes }) => [id, units, capMinutes])).toEqual([
      ["advocate", 1, 300],
      ["guide", 1, 600],
      ["guide", 2, 1200],
      ["consultant", 1, 600],
      ["consultant", 2, 1200],
      ["consultant", 3, 1800],
      ["consultant", 4, 2400],
      ["consultant", 5, 3000],
      ["consultant", 6, 3600],
    ]);
  });

  test("PKG-7: no monthly fee is stated", () => {
    expect(table.levels.flatMap(({ sizes }) => sizes.map((size) => size.monthlyFee))).toEqual(Array(9).fill(null));
  });

  test.each([
    ["cimcloud-representative", ["advocate"], []],
    ["expert-help-settings-product-content", ["guide", "consultant"], ["guide", "consultant"]],
    ["project-success-account-manager", ["guide"], ["guide"]],
    ["assistant-solver-solution-architect", ["consultant"], ["consultant"]],
    ["expert-help-dev-tools-erp-customizations", ["consultant"], ["consultant"]],
    ["customizations-coordinator-lead-consultant", ["consultant"], ["consultant"]],
    ["customizations-planner", ["consultant"], ["consultant"]],
  ])("PKG-1, PKG-2, PKG-5: %s is filled by %j on a project and by %j on a program", (role, project, program) => {
    expect(packagesFilling(table, role, "project").map(({ id }) => id)).toEqual(project);
    expect(packagesFilling(table, role, "program").map(({ id }) => id)).toEqual(program);
  });

  test("has seven roles, the one printed twice counted once", () => {
    expect(table.roles).toHaveLength(7);
  });

  test("an offer reads as a package with its units and cap", () => {
    expect(offersOf(table).slice(0, 3).map(offerWords)).toEqual([
      "Advocate (5 h a month)",
      "Guide with 1 unit (10 h a month)",
      "Guide with 2 units (20 h a month)",
    ]);
  });
});

describe("PackageTable", () => {
  test.each([
    ["levels out of order", { ...table, levels: [guide, advocate] }],
    ["a level twice", { ...table, levels: [advocate, { ...guide, level: 1 }] }],
    ["a package twice", { ...table, levels: [advocate, { ...guide, id: "advocate" }] }],
    ["a role twice", { ...table, roles: [...table.roles, ...table.roles.slice(0, 1)] }],
    ["a role that is not listed", { ...table, roles: table.roles.slice(1) }],
    ["no package", { ...table, levels: [] }],
    ["a package without a size", { ...table, levels: [{ ...advocate, sizes: [] }] }],
    ["caps that fall", { ...table, levels: [{ ...guide, sizes: guide.sizes.toReversed() }] }],
    ["a setting it does not know", { ...table, prices: [] }],
  ])("refuses %s", (_what, faulty) => {
    expect(PackageTable.safeParse(table).success).toBe(true);
    expect(PackageTable.safeParse(faulty).success).toBe(false);
  });
});
