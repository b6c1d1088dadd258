import { expect, test } from "vitest";
import { inOrder, itemInput } from "./item-search.ts";

const item = (state: "requested" | "scheduled" | "deployed", blocks: boolean, reportedOn: string) => ({
  state,
  blocks,
  reportedOn,
});

test("PROD-2: what nobody has answered comes first, and of it what blocks work, then the longest reported", () => {
  const [answered, waiting, blocking, blockingLonger, done] = [
    item("scheduled", true, "2024-01-02"),
    item("requested", false, "2024-01-01"),
    item("requested", true, "2024-01-08"),
    item("requested", true, "2024-01-05"),
    item("deployed", false, "2023-12-01"),
  ];
  expect(inOrder([done, answered, waiting, blocking, blockingLonger])).toEqual([
    blockingLonger,
    blocking,
    waiting,
    answered,
    done,
  ]);
});

test("PROD-2: what the product team has done with is asked for only when wanted", () => {
  expect(itemInput({}).states).toEqual(["requested", "confirmed", "scheduled"]);
  expect(itemInput({ show: "ended" }).states).toEqual(["deployed", "rejected"]);
  expect(itemInput({ show: "all" })).toEqual({ limit: 200 });
});
