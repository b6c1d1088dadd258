import { expect, test } from "vitest";
import { shownRequests } from "./queue-search.ts";
import { askedBy, rowAfterLeaving, rowBeside, selectedRow } from "./triage-keys.ts";

const press = (key: string, held: object = {}) =>
  askedBy({ key, altKey: false, ctrlKey: false, metaKey: false, ...held });
const rows = [{ id: "a" }, { id: "b" }, { id: "c" }];

test.each([
  ["ArrowDown", 1],
  ["ArrowUp", -1],
  ["s", "small"],
  ["L", "large"],
  ["f", "follow-up"],
  ["a", "accept"],
  ["d", "decline"],
  ["x", null],
  ["toString", null],
])("REQ-4: %s asks for %s", (key, asked) => expect(press(key)).toBe(asked));

test("a shortcut of the browser stays one", () => expect(press("a", { ctrlKey: true })).toBeNull());

test("the first row is looked at until another is asked for", () => {
  expect(selectedRow(rows, undefined)?.id).toBe("a");
  expect(selectedRow(rows, "b")?.id).toBe("b");
  expect(selectedRow(rows, "gone")).toBeUndefined();
});

test("arrows stop at the ends and begin at the top", () => {
  expect(rowBeside(rows, "a", 1)?.id).toBe("b");
  expect(rowBeside(rows, "a", -1)?.id).toBe("a");
  expect(rowBeside(rows, "c", 1)?.id).toBe("c");
  expect(rowBeside(rows, "gone", 1)?.id).toBe("a");
  expect(rowBeside([], undefined, 1)).toBeUndefined();
});

test("after a decision one goes on with the next, and from the last with the one before", () => {
  expect(rowAfterLeaving(rows, "a")?.id).toBe("b");
  expect(rowAfterLeaving(rows, "c")?.id).toBe("b");
  expect(rowAfterLeaving(rows.slice(0, 1), "a")).toBeUndefined();
});

test("filters leave the requests they name, in their order", () => {
  const request = (account: string, size: "small" | null, followedUpOn: string | null) => ({
    account,
    size,
    followedUpOn,
  });
  const all = [request("acme", "small", null), request("beta", null, null), request("acme", null, "2024-06-04")];
  expect(shownRequests(all, {})).toEqual(all);
  expect(shownRequests(all, { show: "waiting" })).toEqual(all.slice(0, 2));
  expect(shownRequests(all, { show: "followed-up" })).toEqual(all.slice(2));
  expect(shownRequests(all, { account: "acme", size: "none" })).toEqual(all.slice(2));
});
