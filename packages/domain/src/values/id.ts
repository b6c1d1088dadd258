import { z } from "zod";

/** A short name for scripts: lower-case letters, digits and hyphens. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, "an id has up to 64 lower-case letters, digits and hyphens, such as acme-tools");
export type Slug = z.infer<typeof Slug>;

/** The id of a time entry or another recorded fact: a UUID chosen by who states it, so that saying it twice is harmless. */
export const FactId = z.uuid("must be a UUID").toLowerCase();
export type FactId = z.infer<typeof FactId>;

/** The slug a name suggests: `Acme Tools, Inc.` → `acme-tools-inc`. Falls back to `account` when nothing is left. */
export function slugOf(name: string, fallback = "account"): Slug {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return plain === "" ? fallback : plain;
}
