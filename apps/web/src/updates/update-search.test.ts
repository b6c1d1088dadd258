import { expect, test } from "vitest";
import type { VersionUpdate } from "../api/answers.ts";
import { lastDecided, reviewsOf } from "./update-search.ts";

const update = (account: string, version: string, on: string, state: "open" | "compatible"): VersionUpdate => ({
  ...{ account, id: version, version, on, openedBy: "Cora", openedOn: on, state: "open" },
  reviews: [
    {
      ...{ account, id: `${version}-sync`, update: version, customization: "sync", state },
      ...{ decidedBy: null, decidedOn: null, note: "", deliverable: null },
    },
  ],
});
const customizations = [{ account: "acme", id: "sync", name: "ERP sync" }];

test("PROC-9: reviews stand by the day of their update and bear the name of what they are about", () => {
  const reviews = reviewsOf(
    [update("beta", "6", "2024-05-01", "open"), update("acme", "5", "2024-03-01", "compatible")],
    customizations,
  );
  expect(reviews.map(({ update: { account }, name }) => [account, name])).toEqual([
    ["acme", "ERP sync"],
    ["beta", "sync"],
  ]);
});

test("PROC-9: the last word about a customization is that of the latest update that was decided", () => {
  const reviews = reviewsOf(
    [
      update("acme", "5", "2024-03-01", "compatible"),
      update("acme", "6", "2024-05-01", "open"),
      update("beta", "5", "2024-06-01", "compatible"),
    ],
    customizations,
  );
  expect(lastDecided(reviews, { account: "acme", id: "sync" })?.update.version).toBe("5");
  expect(lastDecided(reviews, { account: "acme", id: "other" })).toBeUndefined();
});
