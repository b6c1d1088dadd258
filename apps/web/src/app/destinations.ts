import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  IconBook,
  IconBuilding,
  IconChartBar,
  IconClock,
  IconFileInvoice,
  IconHome,
  IconHourglass,
  IconInbox,
  IconLayoutKanban,
  IconListDetails,
  IconMail,
  IconMessagePlus,
  IconPuzzle,
  IconReceipt,
  IconRefresh,
  IconTimeline,
  IconTools,
  IconUsers,
  IconUsersGroup,
} from "@tabler/icons-react";
import { linkOptions } from "@tanstack/react-router";
import { useMay, useOwnAccount } from "../api/session.ts";

/** Where one can go, in the order of the rail. On a phone, those not `first` are behind "More". */
const destinations = [
  { label: msg`Home`, icon: IconHome, first: true, for: "team", link: linkOptions({ to: "/" }) },
  { label: msg`Queue`, icon: IconInbox, first: false, for: "team", link: linkOptions({ to: "/queue" }) },
  { label: msg`Board`, icon: IconLayoutKanban, first: true, for: "team", link: linkOptions({ to: "/board" }) },
  { label: msg`Time`, icon: IconClock, first: true, for: "team", link: linkOptions({ to: "/time" }) },
  { label: msg`Billing`, icon: IconReceipt, first: true, for: "team", link: linkOptions({ to: "/billing" }) },
  { label: msg`Accounts`, icon: IconBuilding, first: true, for: "team", link: linkOptions({ to: "/accounts" }) },
  { label: msg`Invoices`, icon: IconFileInvoice, first: false, for: "team", link: linkOptions({ to: "/invoices" }) },
  { label: msg`Packages`, icon: IconUsersGroup, first: false, for: "team", link: linkOptions({ to: "/packages" }) },
  { label: msg`Plans`, icon: IconTimeline, first: false, for: "team", link: linkOptions({ to: "/plans" }) },
  {
    label: msg`Product items`,
    icon: IconPuzzle,
    first: false,
    for: "team",
    link: linkOptions({ to: "/product-items" }),
  },
  { label: msg`Updates`, icon: IconRefresh, first: false, for: "team", link: linkOptions({ to: "/updates" }) },
  { label: msg`Policy`, icon: IconBook, first: false, for: "team", link: linkOptions({ to: "/policy" }) },
  { label: msg`People`, icon: IconUsers, first: false, for: "team", link: linkOptions({ to: "/people" }) },
  { label: msg`Messages`, icon: IconMail, first: false, for: "team", link: linkOptions({ to: "/messages" }) },
  { label: msg`Reports`, icon: IconChartBar, first: false, for: "report", link: linkOptions({ to: "/reports" }) },
  { label: msg`Journal`, icon: IconListDetails, first: false, for: "journal", link: linkOptions({ to: "/journal" }) },
] as const;

/** Where a customer's people can go: the pages of their own account. */
const customerDestinations = [
  { label: msg`Home`, icon: IconHome, first: true, link: linkOptions({ to: "/" }) },
  { label: msg`Requests`, icon: IconMessagePlus, first: false, link: linkOptions({ to: "/requests" }) },
  { label: msg`Work`, icon: IconTools, first: true, link: linkOptions({ to: "/work" }) },
  { label: msg`Hours`, icon: IconHourglass, first: true, link: linkOptions({ to: "/hours" }) },
  { label: msg`Invoices`, icon: IconFileInvoice, first: true, link: linkOptions({ to: "/invoices" }) },
  { label: msg`Plan`, icon: IconTimeline, first: false, link: linkOptions({ to: "/plan" }) },
  { label: msg`Team`, icon: IconUsers, first: false, link: linkOptions({ to: "/team" }) },
] as const;

/** The pages that are for the role of who is signed in (ROLE-5). */
export function useDestinations() {
  const may = { report: useMay("report.revenue"), journal: useMay("journal.list") };
  const pages =
    useOwnAccount() === null
      ? destinations.filter((destination) => destination.for === "team" || may[destination.for])
      : customerDestinations;
  return pages.map((page) => ({ ...page, label: i18n._(page.label) }));
}
