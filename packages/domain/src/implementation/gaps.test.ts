import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HatAssignment, HatId } from "../people/hats.ts";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { Gaps, GapsRequest, gapsOf } from "./gaps.ts";
import { ProjectChange, ProjectKind } from "./stages.ts";

const answers = { getsIt: true, wantsIt: true, hasCapacity: true, assertedBy: "Dana Reyes", assertedOn: "2024-01-02" };
const wears = (hat: HatId, person = "Ann"): HatAssignment => ({ hat, person, answers });

function gaps(request: object, assignments: readonly HatAssignment[] = [], packages: readonly string[] = []): Gaps {
  const answer = gapsOf(GapsRequest.parse(request), { assignments, packages }, defaultPolicy);
  if (!answer.ok) throw new Error(answer.rejection.message);
  return answer.value;
}
const blocked = (answer: Gaps) => answer.hats.map(({ hat, blocks }) => [hat, blocks]);

describe("unfilled hats", () => {
  test("ROLE-4: a first project without a team lists every hat it needs and what each blocks", () => {
    expect(blocked(gaps({}))).toEqual([
      ["program-manager", ["S1.1", "S1.4"]],
      ["lead-project-manager", ["S1.1", "S1.4"]],
      ["lead-implementer", ["S1.1", "S1.5", "S2.5", "S3.6"]],
      ["it-network-admin-expert", ["S1.1", "S1.2", "S1.3", "S1.5"]],
      ["erp-business-data-expert", ["S1.1", "S1.2", "S1.3", "S1.5"]],
      ["implementer", ["S1.5", "S2.5", "S3.6"]],
    ]);
  });

  test("ROLE-4: of one stage, the hats of its steps and those a program or project has exactly one of", () => {
    const hatsOf = (request: object) => gaps(request).hats.map(({ hat }) => hat);
    expect(hatsOf({ stage: 1 })).toHaveLength(6);
    expect(hatsOf({ stage: 2 })).toEqual([
      "program-manager",
      "lead-project-manager",
      "lead-implementer",
      "implementer",
    ]);
    expect(hatsOf({ stage: 1, project: "later" })).toEqual(["program-manager", "lead-project-manager"]);
    expect(hatsOf({ stage: 1, project: "erp-switch" })).toEqual([
      "program-manager",
      "lead-project-manager",
      "it-network-admin-expert",
      "erp-business-data-expert",
    ]);
  });

  test("ROLE-1, ROLE-4: a gap says why the hat is unfilled, and that its weight is inferred", () => {
    const shared = [wears("lead-project-manager", "Ann"), wears("lead-project-manager", "Ben")];
    expect(
      gaps({ project: "later", changed: ["manager-changed"] }, [...shared, wears("program-manager")]).hats[0],
    ).toEqual({
      hat: "lead-project-manager",
      title: "Lead Project Manager",
      critical: { stage: 1, inferred: true },
      reasons: [
        {
          code: "shared",
          message: "Ann and Ben share the hat; a project has exactly one Lead Project Manager.",
          clause: "ROLE-1",
        },
      ],
      blocks: ["S1.4"],
    });
  });

  test("ROLE-2, ROLE-4: one person who fills every hat leaves no gap", () => {
    expect(
      gaps(
        {},
        HatId.options.map((hat) => wears(hat)),
      ).hats,
    ).toEqual([]);
  });

  test("ROLE-4: a hat that is filled is never a gap, and filling one never opens another", () => {
    const hats = fc.subarray(HatId.options);
    const requests = fc.record({
      project: fc.constantFrom(...ProjectKind.options),
      changed: fc.subarray(ProjectChange.options),
      stage: fc.constantFrom(1, 2, 3, undefined),
    });
    fc.assert(
      fc.property(requests, hats, hats, (request, some, more) => {
        const open = (filled: readonly HatId[]) =>
          gaps(
            request,
            filled.map((hat) => wears(hat)),
          ).hats.map(({ hat }) => hat);
        expect(open(some).filter((hat) => some.includes(hat))).toEqual([]);
        expect(open([...some, ...more])).toEqual(open(some).filter((hat) => !more.includes(hat)));
      }),
    );
  });
});

describe("roles on CIMcloud's side", () => {
  const titled = (...ids: ("advocate" | "guide" | "consultant")[]) =>
    ids.map((id) => ({ package: id, title: { advocate: "Advocate", guide: "Guide", consultant: "Consultant" }[id] }));

  test("ROLE-4, PKG-1: every open role names the packages that could fill it", () => {
    expect(gaps({}).roles.map(({ role, packages }) => [role, packages])).toEqual([
      ["cimcloud-representative", titled("advocate")],
      ["expert-help-settings-product-content", titled("guide", "consultant")],
      ["project-success-account-manager", titled("guide")],
      ["assistant-solver-solution-architect", titled("consultant")],
      ["expert-help-dev-tools-erp-customizations", titled("consultant")],
      ["customizations-coordinator-lead-consultant", titled("consultant")],
      ["customizations-planner", titled("consultant")],
    ]);
  });

  test("ROLE-4: a subscribed package fills its roles", () => {
    expect(gaps({}, [], ["advocate", "consultant"]).roles.map(({ role }) => role)).toEqual([
      "project-success-account-manager",
    ]);
  });

  test("PKG-2: on a program the representative's role stays open, and no package could fill it", () => {
    expect(gaps({ context: "program" }, [], ["advocate", "guide", "consultant"]).roles).toEqual([
      {
        role: "cimcloud-representative",
        title: "CIMcloud Representative (Support & Success Services)",
        packages: [],
      },
    ]);
  });
});

test("a stage that does not exist is malformed", () => {
  expect(gapsOf(GapsRequest.parse({ stage: 4 }), { assignments: [], packages: [] }, defaultPolicy)).toMatchObject({
    ok: false,
    rejection: {
      code: "MALFORMED",
      issues: [{ path: "stage", message: "there is no stage 4; the stages are 1, 2, 3" }],
    },
  });
});

test("the answer is plain JSON that fits its own schema", () => {
  const answer = gaps({ stage: 1 }, [wears("program-manager")], ["guide"]);
  expect(Gaps.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
});
