import { describe, expect, test } from "vitest";
import { lumpGrant, monthGrant } from "../../test/samples.ts";
import { openPool } from "./pool.ts";

const nothing = new Map<string, number>();

describe("openPool", () => {
  test("ALW-6: what earlier runs froze is gone from a grant", () => {
    const pool = openPool([lumpGrant("lump", { minutes: 60 })], new Map([["lump", 50]]), 0);
    expect(pool.take("2024-01-10", 30)).toEqual([{ grant: "lump", minutes: 10 }]);
    expect(pool.take("2024-01-10", 30)).toEqual([]);
    expect(pool.uses()).toMatchObject([{ usedMinutes: 60 }]);
  });

  test("ALW-7: more than granted is shown as used, never clamped, and covers nothing more", () => {
    const pool = openPool([lumpGrant("lump", { minutes: 60 })], new Map([["lump", 90]]), 0);
    expect(pool.take("2024-01-10", 30)).toEqual([]);
    expect(pool.uses()).toMatchObject([{ usedMinutes: 90 }]);
  });

  test("ALW-7: overage of one month takes nothing from the next by rolling over", () => {
    const months = [monthGrant("monthly", "2024-01"), monthGrant("monthly", "2024-02")];
    const pool = openPool(months, new Map([["monthly/2024-01", 90]]), 600);
    expect(pool.take("2024-02-10", 100)).toEqual([{ grant: "monthly/2024-02", minutes: 60 }]);
    expect(pool.uses()).toMatchObject([{ rolledOverMinutes: 0 }, { usedMinutes: 60 }]);
  });

  test("ALW-3: a grant whose payment was taken back keeps what it covered and covers no more", () => {
    const pool = openPool([lumpGrant("lump", { state: "unpaid" })], new Map([["lump", 20]]), 0);
    expect(pool.take("2024-01-10", 30)).toEqual([]);
    expect(pool.uses()).toMatchObject([{ grant: { id: "lump" }, usedMinutes: 20 }]);
  });

  test("ALW-3: a grant that was never paid is not listed", () => {
    expect(openPool([lumpGrant("lump", { state: "unpaid" })], nothing, 0).uses()).toEqual([]);
  });

  test("ALW-3: a month that was never paid rolls nothing over", () => {
    const months = ["2024-01", "2024-02"].map((month) => monthGrant("monthly", month, { state: "unpaid" }));
    const pool = openPool(months, nothing, 600);
    expect(pool.take("2024-02-10", 30)).toEqual([]);
    expect(pool.uses()).toEqual([]);
  });

  test("ALW-4: months end only when their day comes", () => {
    const months = [monthGrant("monthly", "2024-01"), monthGrant("monthly", "2024-02")];
    const pool = openPool(months, nothing, 600);
    pool.advance("2024-01-31");
    expect(pool.uses()).toHaveLength(2);
    pool.advance("2024-02-01");
    expect(pool.uses().map(({ grant }) => grant.id)).toEqual([
      "monthly/2024-01",
      "monthly/2024-02+",
      "monthly/2024-02",
    ]);
  });

  test("ALW-5: work that comes out of order is a defect of the caller", () => {
    const pool = openPool([], nothing, 0);
    pool.take("2024-01-10", 30);
    expect(() => pool.take("2024-01-09", 30)).toThrow(RangeError);
  });
});
