import { z } from "zod";
import type { PackageRow } from "../api/answers.ts";

/** What the address says about packages: filters, the open form and what it begins with. */
export const PackageSearch = z.object({
  show: z.enum(["over", "ended"]).optional().catch(undefined),
  account: z.string().optional().catch(undefined),
  ask: z.enum(["subscribe", "upgrade", "end"]).optional().catch(undefined),
  /** A subscription to end or upgrade: its account and id; an order begins with an account, a package and its units. */
  customer: z.string().optional().catch(undefined),
  subscription: z.string().optional().catch(undefined),
  package: z.string().optional().catch(undefined),
  units: z.number().int().optional().catch(undefined),
});
export type PackageSearch = z.infer<typeof PackageSearch>;

export const packageInput = { limit: 200 };

/** The packages of one account, and what of their month is used. */
export interface AccountPackages {
  readonly account: string;
  readonly accountName: string;
  readonly packages: readonly PackageRow[];
  readonly usedMinutes: number;
  readonly capMinutes: number;
}

/** The packages that the filters leave, account by account in the order of names, those over their cap first. */
export function packagesByAccount(
  rows: readonly PackageRow[],
  { show, account }: Pick<PackageSearch, "show" | "account">,
): readonly AccountPackages[] {
  const shown = rows.filter(
    (row) =>
      (account === undefined || row.account === account) &&
      (show === "ended" ? row.month === null : row.month !== null) &&
      (show !== "over" || isOver(row)),
  );
  const accounts = [...new Map(shown.map((row) => [row.account, row.accountName]))];
  return accounts
    .map(([id, accountName]) => {
      const packages = shown.filter((row) => row.account === id);
      return {
        account: id,
        accountName,
        packages: packages.toSorted((a, b) => Number(isOver(b)) - Number(isOver(a))),
        usedMinutes: packages.reduce((total, { month }) => total + (month?.usedMinutes ?? 0), 0),
        capMinutes: packages.reduce((total, { month }) => total + (month?.capMinutes ?? 0), 0),
      };
    })
    .toSorted(
      (a, b) =>
        Number(b.packages.some(isOver)) - Number(a.packages.some(isOver)) ||
        a.accountName.localeCompare(b.accountName, "en"),
    );
}

export const isOver = ({ month }: Pick<PackageRow, "month">): boolean => month !== null && month.over !== null;
