import type { ReactNode } from "react";
import { useAccountName } from "../api/accounts.ts";
import type { User } from "../api/answers.ts";
import { useSession } from "../api/session.ts";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
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
  after,
}: {
  readonly label: string;
  readonly users: readonly User[];
  /** With a column that says of which account. */
  readonly of?: "accounts";
  readonly sort: string | undefined;
  readonly empty: ReactNode;
  readonly mayManage: (user: User) => boolean;
  readonly after?: ReactNode;
}) {
  const { practice, user: own } = useSession();
  const nameOf = useAccountName();
  const seesSignIns = users.some(({ hasPassword }) => hasPassword !== null);
  const columns: readonly (Column<User> | null)[] = [
    {
      id: "name",
      label: "Name",
      show: ({ id, name }) => (id === own?.id ? `${name} (you)` : name),
      value: ({ name }) => name,
    },
    { id: "email", label: "Email", show: ({ email }) => email ?? "none yet", value: ({ email }) => email ?? "" },
    { id: "role", label: "Role", show: ({ role }) => roleName(role), value: ({ role }) => roleName(role) },
    of === undefined
      ? null
      : {
          id: "account",
          label: "Account",
          show: ({ account }) => nameOf(account ?? ""),
          value: ({ account }) => nameOf(account ?? ""),
        },
    seesSignIns
      ? {
          id: "last",
          label: "Last sign-in",
          show: ({ lastSignInAt }) =>
            lastSignInAt === null ? (
              "never"
            ) : (
              <time dateTime={lastSignInAt}>{formatInstant(lastSignInAt, practice.timeZone)}</time>
            ),
          value: ({ lastSignInAt }) => lastSignInAt ?? "",
        }
      : null,
    seesSignIns
      ? {
          id: "second-step",
          label: "Second step",
          wide: true,
          show: ({ hasSecondStep }) => (hasSecondStep === true ? "on" : "off"),
          value: ({ hasSecondStep }) => (hasSecondStep === true ? "on" : "off"),
        }
      : null,
    {
      id: "state",
      label: "State",
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
      empty={empty}
      after={after}
      columns={columns.filter((column) => column !== null)}
    />
  );
}
