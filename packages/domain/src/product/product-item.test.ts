import { describe, expect, test } from "vitest";
import {
  decideItem,
  evolveItem,
  isEnded,
  mayBecome,
  type ProductItem,
  type ProductItemState,
  reportItem,
} from "./product-item.ts";

const reported = reportItem(
  {
    ...{ account: "acme", id: "6f1c9d1e-8f4e-4d0a-9c57-2b1f0c9b7a11", title: "Cart API", kind: "building-block" },
    ...{ description: "", deliverable: "sync", blocks: true, reportedOn: "2024-03-05" },
  },
  "Ann",
);
const news = (state: ProductItemState, on = "2024-03-06", scheduledFor: string | null = null) => ({
  ...{ state, on, scheduledFor },
  ...{ by: "Ann", note: "" },
});
/** The item after this news, one after the other; or the code of the first refusal. */
const after = (...all: readonly ReturnType<typeof news>[]): ProductItem | string => {
  let item = reported;
  for (const each of all) {
    const decided = decideItem(item, each);
    if (!decided.ok) return decided.rejection.code;
    item = decided.value.reduce(evolveItem, item);
  }
  return item;
};

describe("a product item", () => {
  test("PROD-2: is requested, confirmed, scheduled for a day and deployed", () => {
    const item = after(
      news("confirmed"),
      news("scheduled", "2024-03-07", "2024-03-20"),
      news("deployed", "2024-03-21"),
    );
    expect(item).toMatchObject({ state: "deployed", scheduledFor: "2024-03-20", endedOn: "2024-03-21" });
    expect(item).toMatchObject({ steps: [{ state: "requested" }, {}, { scheduledFor: "2024-03-20" }, {}] });
  });

  test("PROD-1: may be rejected, and then blocks nothing any more", () => {
    const item = after(news("rejected"));
    expect(item).toMatchObject({ state: "rejected", endedOn: "2024-03-06" });
    expect(isEnded({ state: "rejected" })).toBe(true);
    expect(isEnded({ state: "scheduled" })).toBe(false);
    expect(mayBecome({ state: "requested" })).toEqual(["confirmed", "rejected"]);
  });

  test("PROD-2: may be scheduled anew; the same news twice is no news", () => {
    const twice = [news("confirmed"), news("scheduled", "2024-03-07", "2024-03-20")];
    expect(after(...twice, news("scheduled", "2024-03-08", "2024-03-27"))).toMatchObject({
      scheduledFor: "2024-03-27",
    });
    expect(after(...twice, news("scheduled", "2024-03-08", "2024-03-20"))).toEqual(after(...twice));
    expect(after(news("confirmed"), news("confirmed", "2024-03-09"))).toEqual(after(news("confirmed")));
  });

  test.each<[string, readonly ReturnType<typeof news>[], string]>([
    ["skip the confirmation", [news("scheduled", "2024-03-06", "2024-03-20")], "PRODUCT_ITEM_STEP"],
    ["skip the schedule", [news("confirmed"), news("deployed")], "PRODUCT_ITEM_STEP"],
    ["come back once it is rejected", [news("rejected"), news("confirmed")], "PRODUCT_ITEM_STEP"],
    ["move before its last news", [news("confirmed", "2024-03-04")], "PRODUCT_ITEM_BACKDATED"],
  ])("PROD-2: cannot %s", (_what, all, expected) => {
    expect(after(...all)).toBe(expected);
  });
});
