import { describe, expect, test } from "vitest";
import { type Customization, decideReview, openUpdate, updateIdOf } from "./customization.ts";

const live: Customization = {
  ...{ account: "acme", id: "shop", name: "Shop", deliverables: ["shop"], liveSince: "2024-06-03" },
  ...{ state: "live", retiredOn: null, retiredBy: null, note: "" },
};
const asked = { account: "acme", version: "5.12 LTS", on: "2024-09-01", person: "Cora", today: "2024-08-01" };
const decision = { outcome: "compatible", person: "Ana", on: "2024-09-02", note: "", deliverable: null } as const;

describe("version updates", () => {
  test("PROC-9: open one review for each live customization, and none for what is retired", () => {
    const retired = { ...live, id: "old", state: "retired" as const };
    const { update, reviews } = openUpdate(asked, [live, retired, { ...live, id: "sync" }]);
    expect(update).toMatchObject({ id: "5-12-lts", version: "5.12 LTS", state: "open", openedOn: "2024-08-01" });
    expect(reviews.map(({ id, state }) => [id, state])).toEqual([
      ["5-12-lts-shop", "open"],
      ["5-12-lts-sync", "open"],
    ]);
    expect(openUpdate(asked, [retired])).toMatchObject({ update: { state: "reviewed" }, reviews: [] });
    expect(updateIdOf("…")).toBe("update");
  });

  test("PROC-9: a review is decided once", () => {
    const [review] = openUpdate(asked, [live]).reviews;
    if (review === undefined) throw new Error("A live customization gets a review.");
    const needs = decideReview(review, { ...decision, outcome: "needs-work", deliverable: "shop-5-12" });
    if (!needs.ok) throw new Error(needs.rejection.message);
    expect(needs.value).toMatchObject({ state: "needs-work", decidedBy: "Ana", deliverable: "shop-5-12" });
    expect(decideReview(needs.value, { ...decision, outcome: "needs-work" })).toEqual(needs);
    expect(decideReview(needs.value, decision)).toMatchObject({ rejection: { code: "REVIEW_DECIDED" } });
  });
});
