import { expect, test } from "vitest";
import { rejection } from "./rejection.ts";
import { ok, refused } from "./result.ts";

test("an answer is a value", () => {
  expect(ok(5)).toEqual({ ok: true, value: 5 });
});

test("a refusal is a value too", () => {
  const why = rejection("ACCOUNT_EXISTS", { account: "acme" });
  expect(refused(why)).toEqual({ ok: false, rejection: why });
});
