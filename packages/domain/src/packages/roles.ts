import { z } from "zod";
import { Slug } from "../values/id.ts";
import { Name } from "../values/text.ts";

/** A role on CIMcloud's side that a labor package can fill (PKG-1). */
export const LaborRole = z.strictObject({ id: Slug, title: Name }).readonly();
export type LaborRole = z.infer<typeof LaborRole>;

/** What a package is bought for: a self-service project or an active program (PKG-2). */
export const PackageContext = z.enum(["project", "program"]);
export type PackageContext = z.infer<typeof PackageContext>;

/** A role that a package fills, and where (PKG-2). */
export const RoleFill = z
  .strictObject({ role: Slug, contexts: z.array(PackageContext).min(1, "needs at least one context").readonly() })
  .readonly();
export type RoleFill = z.infer<typeof RoleFill>;

/** The context as customers read it. */
export const contextWords: { readonly [Context in PackageContext]: string } = {
  project: "a self-service project",
  program: "an active program",
};

/** Whether the listed roles include one in a context; a higher level inherits nothing (PKG-5). */
export const canFill = (fills: readonly RoleFill[], role: string, context: PackageContext): boolean =>
  fills.some((fill) => fill.role === role && fill.contexts.includes(context));
