import { addDays } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Select, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { weekInput } from "./time-search.ts";
import { isStanding, rowKey } from "./week.ts";

const route = getRouteApi("/_app/time");

/** No deliverable has this id. */
const generalWork = "*";

/** Puts work into the sheet to log time on: one row, or those of last week. */
export function AddRow({ empty }: { readonly empty: boolean }) {
  const { name, today } = useSession();
  const { week = today, worker = name } = route.useSearch();
  const navigate = route.useNavigate();
  const api = useApi();
  const queries = useQueryClient();
  const accounts = useAccounts();
  const [account, setAccount] = useState<string | null>(null);
  const [deliverable, setDeliverable] = useState<string | null>(generalWork);
  const deliverables =
    useQuery({
      ...api.deliverable.list.queryOptions({ account: account ?? "", limit: 500 }),
      enabled: account !== null,
    }).data?.items ?? [];

  const add = (keys: readonly string[]) =>
    navigate({
      search: (search) => ({ ...search, rows: [...new Set([...(search.rows ?? []), ...keys])] }),
      replace: true,
      resetScroll: false,
    });
  const copyLastWeek = async () => {
    const last = await queries.fetchQuery(api.time.list.queryOptions(weekInput(worker, addDays(week, -7))));
    await add(last.items.filter(isStanding).map(rowKey));
  };
  return (
    <Group gap="xs" px="md" pt="sm" align="flex-end">
      {empty ? (
        <Text size="sm" c="dimmed" w="100%">
          <Trans>
            Nothing here yet. Add a row for the work you do, or copy last week's rows; then type the time under its day.
          </Trans>
        </Text>
      ) : null}
      <Select
        aria-label={t`Account of the new row`}
        style={{ flex: "0 1 14rem" }}
        placeholder={t`Account`}
        size="xs"
        searchable
        allowDeselect={false}
        data={accounts.map(({ id, name: label }) => ({ value: id, label }))}
        value={account}
        onChange={(id) => {
          setAccount(id);
          setDeliverable(generalWork);
        }}
      />
      <Select
        aria-label={t`Deliverable of the new row`}
        style={{ flex: "0 1 14rem" }}
        size="xs"
        allowDeselect={false}
        data={[
          { value: generalWork, label: t`general work` },
          ...deliverables.map(({ id, name: label }) => ({ value: id, label })),
        ]}
        value={deliverable}
        onChange={setDeliverable}
      />
      <Button
        size="xs"
        variant="light"
        disabled={account === null}
        onClick={() =>
          account !== null && add([rowKey({ account, deliverable: deliverable === generalWork ? null : deliverable })])
        }
      >
        <Trans>Add row</Trans>
      </Button>
      <Button size="xs" variant="default" onClick={copyLastWeek}>
        <Trans>Copy last week's rows</Trans>
      </Button>
    </Group>
  );
}
