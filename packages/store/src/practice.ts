import { defaultPolicy, Policy, type PolicyVersion, upgradePolicy } from "@cimpro/domain";
import { sha256 } from "./digest.ts";
import type { Tx } from "./engines/database.ts";
import type { PolicyVersionRow, PracticeRow } from "./tables.ts";

/** The first day policy version 1 holds from: before any work that cimpro counts. */
export const beginning = "1970-01-01";

/** Who keeps these books. */
export interface Practice {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly timeZone: string;
  readonly currency: string;
  /** The demo practice: made-up accounts, never to be mixed with real ones. */
  readonly demo: boolean;
}

const fromRow = (row: PracticeRow): Practice => ({
  name: row.name,
  address: row.address,
  email: row.email,
  timeZone: row.time_zone,
  currency: row.currency,
  demo: row.demo === 1,
});

export const practice = (tx: Tx) => ({
  find: async (): Promise<Practice | undefined> => {
    const row = await tx.db.selectFrom("practice").selectAll().executeTakeFirst();
    return row === undefined ? undefined : fromRow(row);
  },
  put: async (value: Practice): Promise<void> => {
    const row = {
      id: "practice",
      name: value.name,
      address: value.address,
      email: value.email,
      time_zone: value.timeZone,
      currency: value.currency,
      demo: value.demo ? 1 : 0,
    };
    await tx.db
      .insertInto("practice")
      .values(row)
      .onConflict((conflict) => conflict.column("id").doUpdateSet(row))
      .execute();
  },
});

// A version never changes once it is adopted, so its text is read and parsed once; the fingerprint tells it from others.
const parsed = new Map<string, Policy>();

export const policies = (tx: Tx) => ({
  /** Every version, in order of the day it begins. */
  all: async (): Promise<readonly (PolicyVersion & { readonly adoptedAt: string })[]> => {
    const rows = await tx.db
      .selectFrom("policy_version")
      .select(["version", "from_day", "data_hash", "adopted_at"])
      .orderBy("from_day")
      .execute();
    const versions = [];
    for (const row of rows) {
      const policy = parsed.get(row.data_hash) ?? builtIn(row.data_hash) ?? (await read(tx, row.version));
      parsed.set(row.data_hash, policy);
      versions.push({ version: row.version, from: row.from_day, policy, adoptedAt: row.adopted_at });
    }
    return versions;
  },
  put: (version: PolicyVersion, adoptedAt: string) => tx.insertRows("policy_version", [rowOf(version, adoptedAt)]),
  /** Puts another policy in the place of version 1, for books in which nothing rests on it yet. */
  startWith: async (policy: Policy, adoptedAt: string): Promise<PolicyVersion> => {
    const version = { version: 1, from: beginning, policy };
    await tx.db.deleteFrom("policy_version").where("version", "=", 1).execute();
    await tx.insertRows("policy_version", [rowOf(version, adoptedAt)]);
    return version;
  },
});

/** The fingerprint of a policy as it is stored. */
export const policyHash = (policy: Policy): string => sha256(JSON.stringify(policy));

/** The policy that new books begin with is known to be sound: reading it takes longer than a short command's own work. */
const builtIn = (hash: string): Policy | undefined => (hash === policyHash(defaultPolicy) ? defaultPolicy : undefined);

function rowOf({ version, from, policy }: PolicyVersion, adoptedAt: string): PolicyVersionRow {
  return {
    version,
    from_day: from,
    data: JSON.stringify(policy),
    data_hash: policyHash(policy),
    adopted_at: adoptedAt,
  };
}

async function read(tx: Tx, version: number): Promise<Policy> {
  const { data } = await tx.db
    .selectFrom("policy_version")
    .select("data")
    .where("version", "=", version)
    .executeTakeFirstOrThrow();
  return Policy.parse(upgradePolicy(JSON.parse(data)));
}
