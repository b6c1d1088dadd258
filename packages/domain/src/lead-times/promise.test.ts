import { describe, expect, test } from "vitest";
import { afterChange, changesThatCount, type LeadTimePromise, promisedAtApproval } from "./promise.ts";

const expedited = promisedAtApproval("2024-06-03", { expeditedBy: "2024-06-14" });
const rush = promisedAtApproval("2024-06-03", { expeditedBy: "2024-06-14", rushBy: "2024-06-10" });
const ended: LeadTimePromise = { ...expedited, guaranteed: false };

describe("promisedAtApproval", () => {
  test("LEAD-7: the clock of every stated date begins with the start day", () => {
    expect(rush).toEqual({
      expedited: { by: "2024-06-14", since: "2024-06-03" },
      rush: { by: "2024-06-10", since: "2024-06-03" },
      guaranteed: true,
    });
    expect("rush" in expedited).toBe(false);
  });
});

describe("changesThatCount", () => {
  const on = (day: string, minutes = 0) => ({ on: day, minutes });

  test("LEAD-5: those approved from the start to the delivery day, both included", () => {
    const changes = [on("2024-06-02"), on("2024-06-03"), on("2024-06-14"), on("2024-06-15")];
    expect(changesThatCount(changes, "2024-06-03", "2024-06-14")).toEqual([on("2024-06-03"), on("2024-06-14")]);
  });

  test("LEAD-5: by approval date, on the same day in the order given", () => {
    const changes = [on("2024-06-07", 1), on("2024-06-05", 2), on("2024-06-07", 3), on("2024-06-05", 4)];
    expect(changesThatCount(changes, "2024-06-03", "2024-06-14").map(({ minutes }) => minutes)).toEqual([2, 4, 1, 3]);
  });
});

describe("afterChange", () => {
  test("LEAD-5: under lapse, one without new dates ends the guarantee and leaves the dates", () => {
    expect(afterChange(expedited, { on: "2024-06-05" }, "lapse")).toEqual({ ok: true, value: ended });
    expect(afterChange(ended, { on: "2024-06-06" }, "lapse")).toEqual({ ok: true, value: ended });
  });

  test("LEAD-5: under exclude, one without new dates leaves all as it is", () => {
    expect(afterChange(expedited, { on: "2024-06-05" }, "exclude")).toEqual({ ok: true, value: expedited });
  });

  test.each(["lapse", "exclude"] as const)("LEAD-5: under %s, stated dates replace the old ones", (effect) => {
    const change = { on: "2024-06-05", newExpeditedBy: "2024-06-18", newRushBy: "2024-06-10" };
    expect(afterChange(rush, change, effect)).toEqual({
      ok: true,
      value: {
        expedited: { by: "2024-06-18", since: "2024-06-05" },
        rush: { by: "2024-06-10", since: "2024-06-05" },
        guaranteed: true,
      },
    });
  });

  test("LEAD-5: a later one that states new dates renews the guarantee", () => {
    expect(afterChange(ended, { on: "2024-06-06", newExpeditedBy: "2024-06-14" }, "lapse")).toEqual({
      ok: true,
      value: { expedited: { by: "2024-06-14", since: "2024-06-06" }, guaranteed: true },
    });
  });

  test("LEAD-5: no date may be earlier than the one it replaces", () => {
    expect(afterChange(ended, { on: "2024-06-05", newExpeditedBy: "2024-06-13" }, "lapse")).toEqual({
      ok: false,
      rejection: {
        code: "CHANGE_ORDER_DATE_EARLIER",
        message:
          "The change order of 2024-06-05 states 2024-06-13 as the expedited date, which is earlier than the 2024-06-14 that it would replace.",
        clause: "LEAD-5",
        details: { on: "2024-06-05", date: "expedited", replaces: "2024-06-14", states: "2024-06-13" },
      },
    });
    const shorterRush = { on: "2024-06-05", newExpeditedBy: "2024-06-20", newRushBy: "2024-06-07" };
    expect(afterChange(rush, shorterRush, "exclude")).toMatchObject({
      ok: false,
      rejection: { details: { date: "rush", replaces: "2024-06-10", states: "2024-06-07" } },
    });
  });
});
