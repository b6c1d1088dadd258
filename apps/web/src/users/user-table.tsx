import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import { useAccountName } from "../api/accounts.ts";
import type { User } from "../api/answers.ts";
import { useSession } from "../api/session.ts";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import type { ListQuery } from "../data-table/list-query.ts";
import { formatInstant } from "../figures/day-text.ts";
import { roleName } from "./role-words.ts";
import { UserMenu } from "./user-menu.tsx";
import { UserState } from "./user-state.tsx";

/** Who signs in: what they are, whether they came, and when they were here last. */
export function UserTable({
  label,
  users,
  of,
  sort,
  empty,
  mayManage,
  more,
}: {
  readonly label: string;
  readonly users: readonly User[];
  /** With a column that says of which account. */
  readonly of?: "accounts";
  readonly sort: string | undefined;
  readonly empty: ReactNode;
  readonly mayManage: (user: User) => boolean;
  readonly more?: ListQuery;
}) {
  const { practice, user: own } = useSession();
  const nameOf = useAccountName();
  const seesSignIns = users.some(({ hasPassword }) => hasPassword !== null);
  const columns: readonly (Column<User> | null)[] = [
    {
      id: "name",
      label: t`Name`,
      show: ({ id, name }) => (id === own?.id ? t`${name} (you)` : name),
      value: ({ name }) => name,
    },
    { id: "email", label: t`Email`, show: ({ email }) => email ?? t`none yet`, value: ({ email }) => email ?? "" },
    { id: "role", label: t`Role`, show: ({ role }) => roleName(role), value: ({ role }) => roleName(role) },
    of === undefined
      ? null
      : {
          id: "account",
          label: t`Account`,
          show: ({ account }) => nameOf(account ?? ""),
          value: ({ account }) => nameOf(account ?? ""),
        },
    seesSignIns
      ? {
          id: "last",
          label: t`Last sign-in`,
          show: ({ lastSignInAt }) =>
            lastSignInAt === null ? (
              t`never`
            ) : (
              <time dateTime={lastSignInAt}>{formatInstant(lastSignInAt, practice.timeZone)}</time>
            ),
          value: ({ lastSignInAt }) => lastSignInAt ?? "",
        }
      : null,
    seesSignIns
      ? {
          id: "second-step",
          label: t`Second step`,
          wide: true,
          show: ({ hasSecondStep }) => (hasSecondStep === true ? t`on` : t`off`),
          value: ({ hasSecondStep }) => (hasSecondStep === true ? "on" : "off"),
        }
      : null,
    {
      id: "state",
      label: t`State`,
      beside: true,
      show: ({ state }) => <UserState state={state} />,
      value: ({ state }) => state,
    },
    users.some(mayManage)
      ? { id: "manage", label: "", show: (user) => (mayManage(user) ? <UserMenu user={user} /> : null) }
      : null,
  ];
  return (
    <DataTable<User>
      label={label}
      rows={users}
      rowKey={({ id }) => id}
      sort={sort ?? "name"}
      fileName="users"
      empty={empty}
      {...(more === undefined ? {} : { more })}
      columns={columns.filter((column) => column !== null)}
    />
  );
}
