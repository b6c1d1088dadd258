import { defaultPolicy } from "@cimpro/domain";
import { expect, test } from "vitest";
import { areaName, areasOf } from "./clause-areas.ts";

test("every area of the default policy has a name, and no clause is lost", () => {
  const areas = areasOf(defaultPolicy.clauses);
  expect(areas.flatMap(({ clauses }) => clauses)).toHaveLength(defaultPolicy.clauses.length);
  expect(areas.filter(({ area }) => areaName(area) === area)).toEqual([]);
  expect(areaName("HOUSE")).toBe("HOUSE");
});
