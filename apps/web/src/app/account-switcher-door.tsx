import { t } from "@lingui/core/macro";
import { Button } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useAccountName } from "../api/accounts.ts";
import { loadPatiently } from "../api/part-missing.ts";

const load = async () => ({ default: (await loadPatiently(() => import("./account-switcher.tsx"))).AccountSwitcher });
const AccountSwitcher = lazy(load);

/** Says which account one looks at; the list to choose another from is loaded when it is first asked for. */
export function AccountSwitcherDoor() {
  const [wanted, setWanted] = useState(false);
  const { id = null } = useParams({ strict: false });
  const nameOf = useAccountName();
  const shown = id === null ? t`All accounts` : nameOf(id);
  const door = (
    <Button
      variant="default"
      size="xs"
      w={220}
      justify="space-between"
      fw={400}
      aria-haspopup="listbox"
      aria-label={t`Account: ${shown}`}
      rightSection={<IconSelector size={14} aria-hidden />}
      onPointerEnter={load}
      onClick={() => setWanted(true)}
    >
      {shown}
    </Button>
  );
  return wanted ? (
    <Suspense fallback={door}>
      <AccountSwitcher />
    </Suspense>
  ) : (
    door
  );
}
