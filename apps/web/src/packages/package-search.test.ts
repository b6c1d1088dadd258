import { expect, test } from "vitest";
import type { PackageRow } from "../api/answers.ts";
import { packagesByAccount } from "./package-search.ts";

function row(account: string, usedMinutes: number | null): PackageRow {
  const over = usedMinutes !== null && usedMinutes > 600;
  return {
    ...{ account, accountName: account.toUpperCase(), id: "guide", package: "guide", units: 1, context: "project" },
    ...{ orderedOn: "2024-01-31", lastOn: null, monthlyFee: null, note: "", capMinutes: 600, monthsOver: 0 },
    outsideMinutes: 0,
    month:
      usedMinutes === null
        ? null
        : {
            ...{ start: "2024-02-29", end: "2024-03-31", capMinutes: 600, usedMinutes },
            remainingMinutes: over ? 0 : 600 - usedMinutes,
            over: over ? { minutes: usedMinutes - 600, upgrade: null, message: "over", clause: "PKG-7" } : null,
          },
  };
}
const rows = [row("acme", 60), row("beta", 690), row("acme", 660), row("core", null), row("delta", 0)];

test("PKG-7: an account's figures are the sum of its packages, and who is over the cap stands first", () => {
  expect(packagesByAccount(rows, {})).toMatchObject([
    { account: "acme", usedMinutes: 720, capMinutes: 1200, packages: [{ month: { usedMinutes: 660 } }, {}] },
    { account: "beta", usedMinutes: 690 },
    { account: "delta", usedMinutes: 0, capMinutes: 600 },
  ]);
});

test("PKG-7: filters show those over their cap, those that ended, or one account", () => {
  const accounts = (search: Parameters<typeof packagesByAccount>[1]) =>
    packagesByAccount(rows, search).map(({ account }) => account);
  expect(accounts({ show: "over" })).toEqual(["acme", "beta"]);
  expect(accounts({ show: "ended" })).toEqual(["core"]);
  expect(accounts({ account: "beta" })).toEqual(["beta"]);
});
