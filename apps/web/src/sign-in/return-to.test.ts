import { expect, test } from "vitest";
import { comingBackTo, returnTo } from "./return-to.ts";

test.each(["/billing", "/accounts/acme?tab=time#top", "/approve/sow/portal/sow-1"])("one comes back to %s", (path) => {
  expect(returnTo(path)).toBe(path);
});

test.each([
  undefined,
  "",
  "billing",
  "https://elsewhere.example/billing",
  "//elsewhere.example",
  "/\\elsewhere.example",
  "/\t/elsewhere.example",
  "javascript:alert(1)",
  "/sign-in?to=/sign-in",
])("%j leads to the first page", (wanted) => {
  expect(returnTo(wanted)).toBe("/");
});

test("the first page needs no mention", () => {
  expect(comingBackTo("/")).toEqual({});
  expect(comingBackTo("/billing?account=acme")).toEqual({ to: "/billing?account=acme" });
});
