import { rejection } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import { z } from "zod";
import { checkReadable } from "./readable-input.ts";

/** The input of every list: where the last page ended, and how many more. */
export const page = { cursor: z.string().max(400).optional(), limit: z.int().min(1).max(500).default(100) };

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Give it back for the next page; null at the end. */
  readonly nextCursor: string | null;
}

/** Cuts what was read one too many of: the surplus row only tells that there is more. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  place: (row: R) => readonly (string | number)[],
  view: (row: R) => T,
): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    items: items.map(view),
    nextCursor: more ? Buffer.from(JSON.stringify(place(last))).toString("base64url") : null,
  };
}

/** The place a cursor stands for; undefined from the top. One that no page of this list ended with is refused. */
export function placeOf<S extends z.ZodType>(cursor: string | undefined, shape: S): z.infer<S> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = shape.safeParse(saidBy(cursor));
  if (parsed.success) return parsed.data;
  throw foreignCursor();
}

/** What a cursor of another list is refused with. */
export function foreignCursor(): Refused {
  const message =
    "is none of this list; give back the nextCursor of its last page, or leave it out to begin at the top";
  return new Refused(rejection("MALFORMED", { issues: [{ path: "cursor", message }] }));
}

function saidBy(cursor: string): unknown {
  try {
    const said: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    checkReadable(said);
    return said;
  } catch {
    return undefined;
  }
}

const filed = z.tuple([z.string(), z.string(), z.string(), z.string()]);

/** The place in a list over all accounts, which goes by state, day, account and id; undefined from the top. */
export function filedPlaceOf(cursor: string | undefined) {
  const at = placeOf(cursor, filed);
  return at && { state: at[0], on: at[1], account: at[2], id: at[3] };
}

/** A page of what was read whole, such as the records of one account; its place is a count. */
export function pageWithin<T>(
  items: readonly T[],
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Page<T> {
  const from = placeOf(cursor, z.tuple([z.int().min(0)]))?.[0] ?? 0;
  const rows = items.slice(from, from + limit + 1);
  return pageOf(
    rows,
    limit,
    () => [from + limit],
    (item) => item,
  );
}
