import { describe, expect, test } from "vitest";
import { type HatAnswers, HatAssignment, hatStanding } from "./hats.ts";
import { hatAssignments, onlyWearer, Person, WornHat, withHat, withoutHat } from "./person.ts";

const yes: HatAnswers = {
  getsIt: true,
  wantsIt: true,
  hasCapacity: true,
  assertedBy: "Dana",
  assertedOn: "2024-01-02",
};
const wears = (hat: WornHat["hat"], plan: string | null = null, answers: HatAnswers | null = yes): WornHat => ({
  ...{ hat, plan, answers },
});
const person = (id: string, ...hats: readonly WornHat[]): Person => ({
  ...{ account: "acme", id, name: id.toUpperCase(), email: "", employment: "employee" },
  ...{ hats, active: true, addedOn: "2024-01-01" },
});

describe("a person's hats", () => {
  test("ROLE-2: several are worn at once, in the program and in projects, by employees and contractors", () => {
    const ann = withHat(withHat(person("ann"), wears("program-manager")), wears("lead-project-manager", "upgrade"));
    expect(ann.hats.map(({ hat, plan }) => [hat, plan])).toEqual([
      ["program-manager", null],
      ["lead-project-manager", "upgrade"],
    ]);
    expect(Person.parse({ ...ann, employment: "contractor" }).hats).toHaveLength(2);
  });

  test("ROLE-3: assigned again in the same place, the later answers count", () => {
    const first = withHat(person("ann"), wears("implementer", null, null));
    const again = withHat(first, wears("implementer"));
    expect(again.hats).toEqual([wears("implementer")]);
    expect(withoutHat(again, wears("implementer", "upgrade")).hats).toHaveLength(1);
    expect(withoutHat(again, wears("implementer")).hats).toEqual([]);
  });
});

test("ROLE-1: the program manager is not of one project", () => {
  expect(WornHat.safeParse(wears("program-manager")).success).toBe(true);
  expect(WornHat.safeParse(wears("program-manager", "first")).error?.issues).toMatchObject([{ path: ["hat"] }]);
  expect(WornHat.safeParse(wears("lead-project-manager", "first")).success).toBe(true);
});

describe("who wears what", () => {
  test("ROLE-1: each project has a lead project manager of its own", () => {
    const people = [
      person("ann", wears("lead-project-manager", "first")),
      person("ben", wears("lead-project-manager", "upgrade")),
    ];
    const standing = (project: string | null) =>
      hatStanding("lead-project-manager", hatAssignments(people, project)).wornBy;
    expect([standing("first"), standing("upgrade"), standing(null)]).toEqual([["ANN"], ["BEN"], []]);
    const boss = person("cy", wears("lead-project-manager"));
    const shared = hatStanding("lead-project-manager", hatAssignments([...people, boss], "first"));
    expect(shared).toMatchObject({ filled: false, wornBy: ["ANN", "CY"], reasons: [{ code: "shared" }] });
  });

  test("what is said of a project counts before what is said of the program", () => {
    const ann = person("ann", wears("implementer", "first", { ...yes, hasCapacity: false }), wears("implementer"));
    expect(hatStanding("implementer", hatAssignments([ann], "first")).reasons).toMatchObject([{ code: "no-capacity" }]);
    expect(hatStanding("implementer", hatAssignments([ann], "upgrade")).filled).toBe(true);
  });

  test("two people of one name are two people", () => {
    const people = ["ann", "ann-2"].map((id) => ({ ...person(id, wears("program-manager")), name: "Ann" }));
    const assignments = hatAssignments(people, null);
    expect(assignments.map((each) => each.person)).toEqual(["Ann (ann)", "Ann (ann-2)"]);
    expect(hatStanding("program-manager", assignments).reasons).toMatchObject([{ code: "shared" }]);
  });

  test("a name as long as names may be, shared, is still one that an assignment can have", () => {
    const people = ["ann", "ann-2"].map((id) => ({ ...person(id, wears("implementer")), name: "A".repeat(200) }));
    for (const each of hatAssignments(people, null)) expect(HatAssignment.parse(each).hat).toBe("implementer");
  });

  test("whoever left wears no hat", () => {
    const gone = { ...person("ann", wears("program-manager")), active: false };
    expect(hatAssignments([gone], null)).toEqual([]);
    expect(onlyWearer([gone], "program-manager")).toBeNull();
  });

  test("ROLE-1: the program manager is known while exactly one person wears the hat", () => {
    const ann = person("ann", wears("program-manager", null, null));
    expect(onlyWearer([ann, person("ben")], "program-manager")).toBe(ann);
    expect(onlyWearer([ann, person("ben", wears("program-manager"))], "program-manager")).toBeNull();
    expect(onlyWearer([person("ben", wears("implementer"))], "program-manager")).toBeNull();
  });
});
