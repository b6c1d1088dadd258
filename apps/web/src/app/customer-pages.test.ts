import { describe, expect, test } from "vitest";
import { customerPageOf, isForCustomer } from "./customer-pages.ts";

describe("ROLE-5: a customer's people open", () => {
  test.each(["/", "/requests", "/work/", "/invoices/INV-000001", "/accounts/acme/deliverables/sync"])("%s", (path) => {
    expect(isForCustomer(path, "acme")).toBe(true);
  });
  test.each(["/billing", "/accounts", "/accounts/globex", "/accounts/acme-2", "/journal", "/workers", "/queue"])(
    "but not %s",
    (path) => {
      expect(isForCustomer(path, "acme")).toBe(false);
    },
  );
});

test("what the team finds under a tab has a page of the customer's", () => {
  expect(["overview", "time", "statement", "people", undefined].map(customerPageOf)).toEqual([
    "/",
    "/hours",
    "/invoices",
    "/team",
    "/",
  ]);
});
