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
    for: "request.triage",
    link: linkOptions({ to: "/queue", search: { show: "waiting" } }),
  },
  {
    label: msg`Report a product item`,
    icon: IconPuzzle,
    for: "productItem.report",
    link: linkOptions({ to: "/product-items", search: { ask: "report" } }),
  },
  {
    label: msg`Plan an implementation`,
    icon: IconTimeline,
    for: "plan.save",
    link: linkOptions({ to: "/plans", search: { ask: "plan" } }),
  },
  {
    label: msg`Order a labor package`,
    icon: IconUsersGroup,
    for: "package.subscribe",
    link: linkOptions({ to: "/packages", search: { ask: "subscribe" } }),
  },
  {
    label: msg`Open a version update`,
    icon: IconRefresh,
    for: "update.open",
    link: linkOptions({ to: "/updates", search: { ask: "update" } }),
  },
] as const;

/** The commands that are for the role of who is signed in (ROLE-5). */
export function useCommands() {
  const may = {
    "request.triage": useMay("request.triage"),
    "productItem.report": useMay("productItem.report"),
    "plan.save": useMay("plan.save"),
    "package.subscribe": useMay("package.subscribe"),
    "update.open": useMay("update.open"),
  };
  const own = useOwnAccount();
  return own === null
    ? commands.filter((command) => may[command.for]).map((command) => ({ ...command, label: i18n._(command.label) }))
    : [];
}
