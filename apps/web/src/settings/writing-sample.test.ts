import { expect, test } from "vitest";
import { writingSample } from "./writing-sample.ts";

test.each([
  ["en-US", "Nov 3, 2025 · $12,345.67"],
  ["en-GB", "3 Nov 2025 · $12,345.67"],
  ["de-DE", "3 Nov 2025 · 12.345,67\u00a0$"],
  ["en-IN", "3 Nov 2025 · $12,345.67"],
])("%s writes %s", (locale, text) => expect(writingSample(locale, "2025-11-03", 1234567, "USD")).toBe(text));
