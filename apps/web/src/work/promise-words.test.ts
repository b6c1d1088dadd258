import { expect, test } from "vitest";
import { promiseWords } from "./promise-words.ts";

const running = { state: "running", daysLeft: 5, atRisk: false, guaranteed: true } as const;

test.each([
  [running, "good", "5 business days left"],
  [{ ...running, daysLeft: 1, atRisk: true }, "soon", "1 business day left"],
  [{ ...running, daysLeft: 0, atRisk: true }, "soon", "Due today"],
  [{ ...running, daysLeft: -2, atRisk: true }, "late", "Past its date"],
  [{ ...running, state: "waiting-on-client" }, "soon", "Waits for you"],
  [{ ...running, state: "stopped" }, "late", "Clock stopped"],
  [{ ...running, guaranteed: false }, "quiet", "Guarantee lapsed"],
  [{ ...running, state: "delivered", daysLeft: null }, "good", "Delivered"],
] as const)("LEAD-6: a promise says how it stands (%#)", (clock, tone, word) => {
  expect(promiseWords(clock)).toEqual({ tone, word });
});
