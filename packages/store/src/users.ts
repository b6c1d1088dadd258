import type { AppUserRow } from "./access-tables.ts";
import type { Tx } from "./engines/database.ts";

/** Who has a sign-in: what is told of them, without their secrets. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: string;
  readonly account: string | null;
  readonly state: AppUserRow["state"];
  readonly createdAt: string;
  readonly lastSignInAt: string | null;
  readonly hasPassword: boolean;
  readonly hasSecondStep: boolean;
}

export interface UserFilter {
  readonly account?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

const fromRow = (row: AppUserRow): User => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role,
  account: row.account,
  state: row.state,
  createdAt: row.created_at,
  lastSignInAt: row.last_sign_in_at,
  hasPassword: row.password_hash !== null,
  hasSecondStep: row.totp_enabled === 1,
});

export const users = (tx: Tx) => {
  const rowOf = (id: string) => tx.db.selectFrom("app_user").selectAll().where("id", "=", id).executeTakeFirst();
  const set = (id: string, values: Partial<Omit<AppUserRow, "id">>) =>
    tx.db.updateTable("app_user").set(values).where("id", "=", id).execute();
  return {
    find: async (id: string): Promise<User | undefined> => {
      const row = await rowOf(id);
      return row === undefined ? undefined : fromRow(row);
    },

    /** With its secrets, for signing in. */
    secretsOf: rowOf,

    /** Whoever signs in with an address, with their secrets; those who are only invited cannot. */
    byEmail: (email: string) =>
      tx.db
        .selectFrom("app_user")
        .selectAll()
        .where("email", "=", email)
        .where("state", "<>", "invited")
        .executeTakeFirst(),

    /** The one with this address in an account, or in the services team. */
    invitedAs: async (email: string, account: string | null): Promise<User | undefined> => {
      const row = await tx.db
        .selectFrom("app_user")
        .selectAll()
        .where("email", "=", email)
        .where("account", account === null ? "is" : "=", account)
        .executeTakeFirst();
      return row === undefined ? undefined : fromRow(row);
    },

    list: async ({ account, limit, after }: UserFilter): Promise<readonly User[]> => {
      let query = tx.db.selectFrom("app_user").selectAll().orderBy("id").limit(limit);
      if (account !== undefined) query = query.where("account", "=", account);
      if (after !== undefined) query = query.where("id", ">", after);
      return (await query.execute()).map(fromRow);
    },

    /** The active users of an account, or of the services team where it is null, in the order they were made. */
    active: async (account: string | null): Promise<readonly User[]> => {
      const rows = await tx.db
        .selectFrom("app_user")
        .selectAll()
        .where("account", account === null ? "is" : "=", account)
        .where("state", "=", "active")
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      return rows.map(fromRow);
    },

    insert: (user: Pick<User, "id" | "name" | "email" | "role" | "account" | "state" | "createdAt">) =>
      tx.insertRows("app_user", [
        {
          id: user.id,
          name: user.name,
          email: user.email,
          role: user.role,
          account: user.account,
          state: user.state,
          password_hash: null,
          totp_secret: null,
          totp_enabled: 0,
          totp_step: 0,
          created_at: user.createdAt,
          last_sign_in_at: null,
        },
      ]),

    update: (user: Pick<User, "id" | "name" | "email" | "role" | "state">) =>
      set(user.id, { name: user.name, email: user.email, role: user.role, state: user.state }),

    signedIn: (id: string, at: string) => set(id, { last_sign_in_at: at }),
    setPassword: (id: string, hash: string) => set(id, { password_hash: hash }),
    /** A secret that is not confirmed yet is kept beside the second step that is off. */
    setSecondStep: (id: string, secret: string | null, enabled: boolean) =>
      set(id, { totp_secret: secret, totp_enabled: enabled ? 1 : 0 }),
    /** Marks a time step as used; false when it, or a later one, was used before. */
    useStep: async (id: string, step: number): Promise<boolean> => {
      const { numUpdatedRows } = await tx.db
        .updateTable("app_user")
        .set({ totp_step: step })
        .where("id", "=", id)
        .where("totp_step", "<", step)
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },

    /** Puts new recovery codes in the place of all others. */
    putRecoveryCodes: async (id: string, hashes: readonly string[]): Promise<void> => {
      await tx.db.deleteFrom("recovery_code").where("app_user", "=", id).execute();
      await tx.insertRows(
        "recovery_code",
        hashes.map((hash) => ({ app_user: id, hash, used_at: null })),
      );
    },
    /** Uses a code up; false when it is unknown or was used. */
    useRecoveryCode: async (id: string, hash: string, at: string): Promise<boolean> => {
      const { numUpdatedRows } = await tx.db
        .updateTable("recovery_code")
        .set({ used_at: at })
        .where("app_user", "=", id)
        .where("hash", "=", hash)
        .where("used_at", "is", null)
        .executeTakeFirst();
      return Number(numUpdatedRows) === 1;
    },
    recoveryCodesLeft: async (id: string): Promise<number> => {
      const { left } = await tx.db
        .selectFrom("recovery_code")
        .select(({ fn }) => fn.countAll<number>().as("left"))
        .where("app_user", "=", id)
        .where("used_at", "is", null)
        .executeTakeFirstOrThrow();
      return Number(left);
    },
  };
};
