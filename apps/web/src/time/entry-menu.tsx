import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Menu } from "@mantine/core";
import { IconDotsVertical } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { Entry } from "../api/answers.ts";
import { useMay, useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";

/** What can be done about one entry. */
export function EntryMenu({ entry }: { readonly entry: Entry }) {
  const navigate = useNavigate();
  const [mayChange, mayWriteOff] = [useMay("time.amend"), useMay("time.writeOff")];
  const ask = (what: "amend" | "reverse" | "write-off") => () =>
    navigate({
      to: ".",
      search: (search: Record<string, unknown>) => ({ ...search, ask: what, entry: entry.id }),
      resetScroll: false,
    });
  const [time, day, worker] = [formatDuration(entry.minutes), formatDay(entry.on, useToday()), entry.worker];
  if (!mayChange) return null;
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon size="sm" variant="subtle" color="gray" aria-label={t`Change ${time} of ${worker}, ${day}`}>
          <IconDotsVertical size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={ask("amend")}>
          <Trans>Change</Trans>
        </Menu.Item>
        <Menu.Item onClick={ask("reverse")}>
          <Trans>Take back</Trans>
        </Menu.Item>
        {mayWriteOff && entry.openMinutes > 0 ? (
          <Menu.Item onClick={ask("write-off")}>
            <Trans>Write off</Trans>
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
