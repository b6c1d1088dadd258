import { t } from "@lingui/core/macro";
import { Group, SegmentedControl, Select } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { useAccounts } from "../api/accounts.ts";
import type { QueueSearch } from "./queue-search.ts";

const route = getRouteApi("/_app/queue");

/** Which requests of the queue are shown; the address says it. */
export function QueueFilters({ search: { show, account, size } }: { readonly search: QueueSearch }) {
  const navigate = route.useNavigate();
  const accounts = useAccounts();
  const set = (changes: Partial<QueueSearch>) =>
    void navigate({
      search: ({ row, of, ...old }) => ({ ...old, ...changes }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Group gap="xs">
      <SegmentedControl
        aria-label={t`Which requests`}
        data={[
          { value: "all", label: t`All` },
          { value: "waiting", label: t`No follow-up yet` },
          { value: "followed-up", label: t`Followed up` },
        ]}
        value={show ?? "all"}
        onChange={(value) => set({ show: value === "all" ? undefined : (value as QueueSearch["show"]) })}
      />
      <Select
        aria-label={t`Of which account`}
        placeholder={t`Every account`}
        searchable
        clearable
        w={180}
        data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        value={account ?? null}
        onChange={(value) => set({ account: value ?? undefined })}
      />
      <Select
        aria-label={t`Of which size`}
        placeholder={t`Every size`}
        clearable
        w={130}
        data={[
          { value: "small", label: t`Small` },
          { value: "large", label: t`Large` },
          { value: "none", label: t`Not judged` },
        ]}
        value={size ?? null}
        onChange={(value) => set({ size: (value as QueueSearch["size"]) ?? undefined })}
      />
    </Group>
  );
}
