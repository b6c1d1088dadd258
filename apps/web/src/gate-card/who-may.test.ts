import { expect, test } from "vitest";
import { givers, mayState } from "./who-may.ts";

test("ROLE-5: each role states what is theirs", () => {
  expect(mayState("developer", ["developer"])).toBe("own");
  expect(mayState("member", ["program-manager"])).toBeNull();
  expect(mayState("program-manager", ["program-manager"])).toBe("own");
  expect(mayState("finance", ["developer", "coordinator"])).toBeNull();
});
test("ROLE-5: a coordinator puts on record what others state", () => {
  expect(mayState("coordinator", ["program-manager"])).toBe("record");
  expect(mayState("consultant", ["program-manager"])).toBeNull();
});
test("one's own word is offered first", () =>
  expect(givers("coordinator", ["developer", "coordinator"])).toEqual(["coordinator", "developer"]));
