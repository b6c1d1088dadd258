import { z } from "zod";

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

/** The place a cursor stands for; a cursor that is none of ours starts from the top. */
export function placeOf<S extends z.ZodType>(cursor: string | undefined, shape: S): z.infer<S> | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    return parsed.success ? parsed.data : undefined;
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
