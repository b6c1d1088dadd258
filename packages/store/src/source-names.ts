import type { Tx } from "./engines/database.ts";
import type { SourceNameRow } from "./tables.ts";

/** What a name of a source stands for: an account, a deliverable of an account, or a person. */
export type NameKind = SourceNameRow["kind"];

/** A name as a source writes it, and what it was found to mean here. */
export interface SourceName {
  readonly kind: NameKind;
  /** The account whose deliverable it is; empty for accounts and people. */
  readonly account: string;
  readonly name: string;
  readonly means: string;
}

/** The names that sources use, which stay when what they mean is renamed here (IMP-1). */
export const sourceNames = (tx: Tx) => ({
  /** The names of one kind that a source uses: for deliverables those of one account. */
  of: async (source: string, kind: NameKind, account = ""): Promise<ReadonlyMap<string, string>> => {
    const rows = await tx.db
      .selectFrom("source_name")
      .select(["name", "means"])
      .where("source", "=", source)
      .where("kind", "=", kind)
      .where("account", "=", account)
      .execute();
    return new Map(rows.map(({ name, means }) => [name, means]));
  },

  /** All of them, for people to look at. */
  list: async (): Promise<readonly (SourceName & { readonly source: string })[]> =>
    tx.db
      .selectFrom("source_name")
      .selectAll()
      .orderBy("source")
      .orderBy("kind")
      .orderBy("account")
      .orderBy("name")
      .execute(),

  /** Remembers what names mean; the last word counts. */
  put: async (source: string, names: readonly SourceName[]): Promise<void> => {
    for (const name of names)
      await tx.db
        .insertInto("source_name")
        .values({ source, ...name })
        .onConflict((conflict) =>
          conflict.columns(["source", "kind", "account", "name"]).doUpdateSet({ means: name.means }),
        )
        .execute();
  },
});
