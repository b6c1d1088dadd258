import { settingHeaders } from "@cimpro/api";
import { expect, test } from "vitest";
import type { Settings } from "../program/settings.ts";
import { headerNames, settingHeadersOf } from "./setting-headers.ts";

const settings = (said: Partial<Settings> = {}) => ({ dryRun: false, ...said }) as Settings;

test("the names are the server's", () => {
  expect(headerNames).toEqual(settingHeaders);
});

test("a write has a key, its own or a new one each time; a read has none", () => {
  expect(settingHeadersOf(settings({ idempotencyKey: "k" }), "write")).toEqual({ "idempotency-key": "k" });
  const made = [1, 2].map(() => settingHeadersOf(settings(), "write")["idempotency-key"]);
  expect(new Set(made).size).toBe(2);
  expect(settingHeadersOf(settings({ idempotencyKey: "k" }), "read")).toEqual({});
});

test("the day and the rehearsal go along", () => {
  expect(settingHeadersOf(settings({ today: "2025-03-01", dryRun: true }), "read")).toEqual({
    "cimpro-today": "2025-03-01",
    "cimpro-dry-run": "1",
  });
});
