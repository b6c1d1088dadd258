import { z } from "zod";
import { formatDuration, Minutes } from "../values/duration.ts";
import { Slug } from "../values/id.ts";
import { Cents } from "../values/money.ts";
import { Name, text } from "../values/text.ts";
import { canFill, LaborRole, type PackageContext, RoleFill } from "./roles.ts";

/** How far a package's expert goes into the customer's portal, from nothing to everything (PKG-1). */
export const PortalAccess = z.enum(["none", "workspaces", "dev-tools"]);
export type PortalAccess = z.infer<typeof PortalAccess>;

/** One size in which a package is sold. */
const PackageSize = z
  .strictObject({
    units: z.int().min(1).max(1000),
    capMinutes: Minutes.min(1, "must be more than zero"),
    /** Not published; null unless it was agreed (PKG-7). */
    monthlyFee: Cents.nonnegative().nullable(),
  })
  .readonly();

/** One package and its skill level. */
export const PackageLevel = z
  .strictObject({
    id: Slug,
    title: Name,
    level: z.int().min(1).max(100),
    portalAccess: PortalAccess,
    /** What the access is, in words for customers. */
    portalWords: text(300).min(1, "must not be empty"),
    fills: z.array(RoleFill).readonly(),
    sizes: z
      .array(PackageSize)
      .min(1, "a package needs at least one size")
      .refine((sizes) => rises(sizes.map((size) => size.units)) && rises(sizes.map((size) => size.capMinutes)), {
        error: "units and caps must rise from size to size",
      })
      .readonly(),
  })
  .readonly();
export type PackageLevel = z.infer<typeof PackageLevel>;

/** The labor packages that are sold, lowest skill level first, and the roles they can fill (PKG-1). */
export const PackageTable = z
  .strictObject({
    roles: z.array(LaborRole).readonly(),
    levels: z.array(PackageLevel).min(1, "needs at least one package").readonly(),
  })
  .refine(({ levels }) => rises(levels.map(({ level }) => level)), {
    error: "levels must rise from package to package",
    path: ["levels"],
  })
  .refine(({ levels }) => new Set(levels.map(({ id }) => id)).size === levels.length, {
    error: "a package may occur once",
    path: ["levels"],
  })
  .refine(({ roles }) => new Set(roles.map(({ id }) => id)).size === roles.length, {
    error: "a role may occur once",
    path: ["roles"],
  })
  .refine(({ roles, levels }) => levels.every(({ fills }) => fills.every((fill) => isRole(roles, fill.role))), {
    error: "a package may only fill roles that are listed",
    path: ["levels"],
  })
  .readonly();
export type PackageTable = z.infer<typeof PackageTable>;

/** A package in one size: what can be bought. */
export const PackageOffer = z.object({ package: Slug, units: z.int().min(1), capMinutes: Minutes }).readonly();
export type PackageOffer = z.infer<typeof PackageOffer>;

/** An offer with the package it belongs to. */
export interface TableOffer extends PackageOffer {
  readonly level: PackageLevel;
}

/** Everything that can be bought: lowest skill level first, then fewest units (PKG-6). */
export const offersOf = (table: PackageTable): readonly TableOffer[] =>
  table.levels.flatMap((level) =>
    level.sizes.map(({ units, capMinutes }) => ({ package: level.id, units, capMinutes, level })),
  );

/** The offer as answers show it. */
export const plainOffer = ({ package: id, units, capMinutes }: PackageOffer): PackageOffer => ({
  package: id,
  units,
  capMinutes,
});

/** The offer as customers read it: `Advocate (5 h a month)`, `Guide with 2 units (20 h a month)`. */
export function offerWords({ level, units, capMinutes }: TableOffer): string {
  const size = level.sizes.length === 1 ? "" : ` with ${units} ${units === 1 ? "unit" : "units"}`;
  return `${level.title}${size} (${formatDuration(capMinutes)} a month)`;
}

/** The packages that can fill a role in a context, lowest level first (PKG-2, PKG-5). */
export const packagesFilling = (table: PackageTable, role: string, context: PackageContext): readonly PackageLevel[] =>
  table.levels.filter(({ fills }) => canFill(fills, role, context));

export const reachesPortal = (access: PortalAccess, wanted: PortalAccess): boolean =>
  PortalAccess.options.indexOf(access) >= PortalAccess.options.indexOf(wanted);

const isRole = (roles: readonly LaborRole[], id: string): boolean => roles.some((role) => role.id === id);

const rises = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || (numbers[at - 1] ?? number) < number);
