import { hash } from "node:crypto";

/** The id of a fact that another system names: a UUID of version 8, the same wherever and whenever it is taken over. */
export function factIdOf(...names: readonly string[]): string {
  const digest = hash("sha256", JSON.stringify(names), "hex");
  const variant = "89ab".charAt(Number.parseInt(digest.charAt(15), 16) & 3);
  return `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(12, 15)}-${variant}${digest.slice(16, 19)}-${digest.slice(19, 31)}`;
}
