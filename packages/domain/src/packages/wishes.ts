import { z } from "zod";
import { formatDuration, Minutes } from "../values/duration.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import {
  offersOf,
  offerWords,
  type PackageLevel,
  type PackageTable,
  PortalAccess,
  packagesFilling,
  reachesPortal,
  type TableOffer,
} from "./package-table.ts";
import { canFill, contextWords, type LaborRole, PackageContext } from "./roles.ts";

/** What a customer wants of a labor package (PKG-6). What is not said is not wanted. */
export const PackageRequest = z.object({
  roles: z.array(z.string().max(100)).max(100).readonly().default([]),
  portal: PortalAccess.default("none"),
  minutesPerMonth: Minutes.max(60_000_000).default(0),
  context: PackageContext.default("project"),
});
export type PackageRequest = z.infer<typeof PackageRequest>;

/** The first three say why an offer fails, the last two what makes one that fits worse than the recommended. */
export const OfferReasonCode = z.enum([
  "role-not-fillable",
  "portal-access",
  "cap-too-low",
  "lower-level-suffices",
  "fewer-units-suffice",
]);
export type OfferReasonCode = z.infer<typeof OfferReasonCode>;

export const OfferReason = z.object({ code: OfferReasonCode, message: z.string(), clause: z.string() }).readonly();
export type OfferReason = z.infer<typeof OfferReason>;

/** One thing wanted: which offers meet it, and what is said of one that does not. */
export interface Wish {
  /** Completes "No offer gives …". */
  readonly words: string;
  readonly isMetBy: (offer: TableOffer) => boolean;
  readonly reasonAgainst: (offer: TableOffer) => OfferReason;
}

/** A request taken apart, each role a wish of its own and named once. A role that is not in the table is malformed. */
export function wishesOf(request: PackageRequest, table: PackageTable): Result<readonly Wish[]> {
  const issues = request.roles.flatMap((id, at) =>
    table.roles.some((role) => role.id === id) ? [] : [{ path: `roles.${at}`, message: unknownRole(id, table) }],
  );
  if (issues.length > 0) return refused(rejection("MALFORMED", { issues }));
  const roles = table.roles.filter((role) => request.roles.includes(role.id));
  return ok([
    ...roles.map((role) => roleWish(role, request.context, table)),
    portalWish(request.portal),
    hoursWish(request.minutesPerMonth, table),
  ]);
}

const unknownRole = (id: string, table: PackageTable): string =>
  `there is no role "${id}"; the roles are ${table.roles.map((role) => role.id).join(", ")}`;

function roleWish({ id, title }: LaborRole, context: PackageContext, table: PackageTable): Wish {
  const isMetBy = ({ level }: TableOffer) => canFill(level.fills, id, context);
  const others = packagesFilling(table, id, context);
  return {
    words: context === "project" ? `the role "${title}"` : `the role "${title}" on ${contextWords[context]}`,
    isMetBy,
    reasonAgainst: ({ level }) => {
      const elsewhere = level.fills.find((fill) => fill.role === id)?.contexts ?? [];
      const where = elsewhere.map((each) => contextWords[each]).join(" or ");
      return {
        code: "role-not-fillable",
        message:
          where === ""
            ? `The ${level.title} package does not fill the role "${title}"${others.length === 0 ? "" : `; ${whoFills(others)}`}.`
            : `The ${level.title} package fills the role "${title}" only on ${where}, not on ${contextWords[context]}.`,
        clause: where === "" ? clauseOfMissingRole(level, id, table) : "PKG-2",
      };
    },
  };
}

/** PKG-5 where one might expect a role of a lower level to be included, else the table itself. */
const clauseOfMissingRole = (level: PackageLevel, role: string, table: PackageTable): string =>
  table.levels.some((lower) => lower.level < level.level && lower.fills.some((fill) => fill.role === role))
    ? "PKG-5"
    : "PKG-1";

const whoFills = (levels: readonly PackageLevel[]): string =>
  `${joined(
    levels.map(({ title }) => title),
    "or",
  )} does`;

const portalWords: { readonly [Access in PortalAccess]: string } = {
  none: "no work in your Worker Portal",
  workspaces: "work in the workspaces of your Worker Portal",
  "dev-tools": "work in the Dev Tools of your Worker Portal",
};

function portalWish(wanted: PortalAccess): Wish {
  return {
    words: portalWords[wanted],
    isMetBy: ({ level }) => reachesPortal(level.portalAccess, wanted),
    reasonAgainst: ({ level }) => ({
      code: "portal-access",
      message: `You want ${portalWords[wanted]}; the portal access of the ${level.title} package is: ${level.portalWords}.`,
      clause: "PKG-1",
    }),
  };
}

function hoursWish(wanted: Minutes, table: PackageTable): Wish {
  const words = `${formatDuration(wanted)} a month`;
  return {
    words,
    isMetBy: ({ capMinutes }) => capMinutes >= wanted,
    reasonAgainst: (offer) => ({
      code: "cap-too-low",
      message: `You want ${words}; ${offerWords(offer)} is ${formatDuration(wanted - offer.capMinutes)} short.`,
      clause: clauseOfLowCap(offer, wanted, table),
    }),
  };
}

/** PKG-4 where only a higher level has the hours; PKG-6 where none has; else more units of the table would do. */
function clauseOfLowCap({ level }: TableOffer, wanted: Minutes, table: PackageTable): string {
  const enough = offersOf(table).filter(({ capMinutes }) => capMinutes >= wanted);
  if (enough.length === 0) return "PKG-6";
  return enough.some((offer) => offer.package === level.id) ? "PKG-1" : "PKG-4";
}

/** Words as a list: `a, b or c`. */
export function joined(words: readonly string[], last: "and" | "or"): string {
  const end = words.at(-1) ?? "";
  return words.length < 2 ? end : `${words.slice(0, -1).join(", ")} ${last} ${end}`;
}
