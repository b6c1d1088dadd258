import { t } from "@lingui/core/macro";
import { ActionIcon, Indicator } from "@mantine/core";
import { IconUser } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { loadPatiently } from "../api/part-missing.ts";
import { useSession } from "../api/session.ts";

const load = async () => ({ default: (await loadPatiently(() => import("./user-menu.tsx"))).UserMenu });
const UserMenu = lazy(load);

/** Who is signed in; the menu behind it is loaded when it is first asked for. */
export function UserMenuDoor() {
  const [wanted, setWanted] = useState(false);
  const { name, practice, user } = useSession();
  const needsPassword = user !== null && !user.hasPassword && !practice.demo;
  const door = (
    <ActionIcon
      variant="light"
      size="lg"
      radius="xl"
      aria-haspopup="menu"
      aria-label={needsPassword ? t`Signed in as ${name}, without a password yet` : t`Signed in as ${name}`}
      onPointerEnter={load}
      onClick={() => setWanted(true)}
    >
      <Indicator disabled={!needsPassword} color="orange" size={8} offset={1}>
        <IconUser size={18} style={{ display: "block" }} />
      </Indicator>
    </ActionIcon>
  );
  return wanted ? (
    <Suspense fallback={door}>
      <UserMenu />
    </Suspense>
  ) : (
    door
  );
}
