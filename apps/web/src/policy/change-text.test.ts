import { defaultPolicy, diffPolicies } from "@cimpro/domain";
import { expect, test } from "vitest";
import { changeText } from "./change-text.ts";

test("what differs between two versions reads as money, parts and words", () => {
  const rate = { validFrom: "2025-01-01", ratePerHour: 24_400 };
  const after = {
    ...defaultPolicy,
    rateCard: [...defaultPolicy.rateCard, rate],
    premiums: { expedited: 5000, rush: 12_000 },
    holidays: ["2025-12-25", "2025-12-26"],
    billing: { ...defaultPolicy.billing, periodDays: 7 },
  };
  const said = diffPolicies(defaultPolicy, after).map(({ path, before, after: now }) =>
    [path, changeText(path, before, "USD"), changeText(path, now, "USD")].join(" | "),
  );
  expect(said).toEqual([
    "rateCard.2025-01-01 | – | validFrom: 2025-01-01, ratePerHour: $244.00",
    "premiums.rush | $100.00 | $120.00",
    "billing.periodDays | 14 | 7",
    "holidays | none | 2025-12-25; 2025-12-26",
  ]);
});
