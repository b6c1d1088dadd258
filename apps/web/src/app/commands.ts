import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { IconMessagePlus, IconPuzzle, IconRefresh, IconTimeline, IconUsersGroup } from "@tabler/icons-react";
import { linkOptions } from "@tanstack/react-router";
import { useMay, useOwnAccount } from "../api/session.ts";

/** What one does without looking for its page first: each leads to a form. */
const commands = [
  {
    label: msg`Review the next request`,
    icon: IconMessagePlus,
    for: "delivering",
    link: linkOptions({ to: "/queue", search: { show: "waiting" } }),
  },
  {
    label: msg`Report a product item`,
    icon: IconPuzzle,
    for: "delivering",
    link: linkOptions({ to: "/product-items", search: { ask: "report" } }),
  },
  {
    label: msg`Plan an implementation`,
    icon: IconTimeline,
    for: "delivering",
    link: linkOptions({ to: "/plans", search: { ask: "plan" } }),
  },
  {
    label: msg`Order a labor package`,
    icon: IconUsersGroup,
    for: "commercial",
    link: linkOptions({ to: "/packages", search: { ask: "subscribe" } }),
  },
  {
    label: msg`Open a version update`,
    icon: IconRefresh,
    for: "commercial",
    link: linkOptions({ to: "/updates", search: { ask: "update" } }),
  },
] as const;

/** The commands that are for the role of who is signed in (ROLE-5). */
export function useCommands() {
  const may = { delivering: useMay("delivering"), commercial: useMay("commercial") };
  const own = useOwnAccount();
  return own === null
    ? commands.filter((command) => may[command.for]).map((command) => ({ ...command, label: i18n._(command.label) }))
    : [];
}
