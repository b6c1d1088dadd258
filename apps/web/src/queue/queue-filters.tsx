import { t } from "@lingui/core/macro";
import { Group, SegmentedControl, Select } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { AccountFilter } from "../accounts/account-filter.tsx";
import type { QueueSearch } from "./queue-search.ts";

const route = getRouteApi("/_app/queue");

/** Which requests of the queue are shown; the address says it. */
export function QueueFilters({ search: { show, account, size } }: { readonly search: QueueSearch }) {
  const navigate = route.useNavigate();
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
      <AccountFilter account={account} onChange={(chosen) => set({ account: chosen })} />
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
