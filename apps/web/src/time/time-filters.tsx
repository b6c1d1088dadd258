import { t } from "@lingui/core/macro";
import { Group, SegmentedControl, Select } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import type { AccountView } from "../api/answers.ts";
import { DayField } from "../forms/day-field.tsx";

const route = getRouteApi("/_app/accounts/$id");

/** Which time of an account is shown. */
export function TimeFilters({ account }: { readonly account: AccountView }) {
  const { from, to, deliverable, state = "all" } = route.useSearch();
  const navigate = route.useNavigate();
  const set = (name: "from" | "to" | "deliverable") => (value: string | null) =>
    navigate({ search: (search) => ({ ...search, [name]: value ?? undefined }), resetScroll: false });
  return (
    <Group gap="xs">
      <DayField
        aria-label={t`From`}
        placeholder={t`From`}
        size="xs"
        w={140}
        clearable
        value={from ?? null}
        onChange={set("from")}
      />
      <DayField
        aria-label={t`To`}
        placeholder={t`To`}
        size="xs"
        w={140}
        clearable
        value={to ?? null}
        onChange={set("to")}
      />
      {account.deliverables.length === 0 ? null : (
        <Select
          aria-label={t`Deliverable`}
          placeholder={t`All work`}
          size="xs"
          w={160}
          clearable
          data={account.deliverables.map(({ id, name }) => ({ value: id, label: name }))}
          value={deliverable ?? null}
          onChange={set("deliverable")}
        />
      )}
      <SegmentedControl
        aria-label={t`Which`}
        size="xs"
        data={[
          { value: "all", label: t`All` },
          { value: "open", label: t`Open` },
        ]}
        value={state}
        onChange={(value) =>
          navigate({
            search: (search) => ({ ...search, state: value === "open" ? "open" : undefined }),
            resetScroll: false,
          })
        }
      />
    </Group>
  );
}
