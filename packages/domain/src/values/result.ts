import type { Rejection } from "./rejection.ts";

/** An answer, or why there is none. Expected refusals are values; only defects throw. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly rejection: Rejection };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (rejection: Rejection): { readonly ok: false; readonly rejection: Rejection } => ({
  ok: false,
  rejection,
});
