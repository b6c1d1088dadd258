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
  { label: "Home", icon: IconHome, first: true, for: "team", link: linkOptions({ to: "/" }) },
  { label: "Queue", icon: IconInbox, first: false, for: "team", link: linkOptions({ to: "/queue" }) },
  { label: "Board", icon: IconLayoutKanban, first: true, for: "team", link: linkOptions({ to: "/board" }) },
  { label: "Time", icon: IconClock, first: true, for: "team", link: linkOptions({ to: "/time" }) },
  { label: "Billing", icon: IconReceipt, first: true, for: "team", link: linkOptions({ to: "/billing" }) },
  { label: "Accounts", icon: IconBuilding, first: true, for: "team", link: linkOptions({ to: "/accounts" }) },
  { label: "Invoices", icon: IconFileInvoice, first: false, for: "team", link: linkOptions({ to: "/invoices" }) },
  { label: "Packages", icon: IconUsersGroup, first: false, for: "team", link: linkOptions({ to: "/packages" }) },
  { label: "Plans", icon: IconTimeline, first: false, for: "team", link: linkOptions({ to: "/plans" }) },
  { label: "Product items", icon: IconPuzzle, first: false, for: "team", link: linkOptions({ to: "/product-items" }) },
  { label: "Updates", icon: IconRefresh, first: false, for: "team", link: linkOptions({ to: "/updates" }) },
  { label: "Policy", icon: IconBook, first: false, for: "team", link: linkOptions({ to: "/policy" }) },
  { label: "People", icon: IconUsers, first: false, for: "team", link: linkOptions({ to: "/people" }) },
  { label: "Messages", icon: IconMail, first: false, for: "team", link: linkOptions({ to: "/messages" }) },
  { label: "Reports", icon: IconChartBar, first: false, for: "financial", link: linkOptions({ to: "/reports" }) },
  { label: "Journal", icon: IconListDetails, first: false, for: "financial", link: linkOptions({ to: "/journal" }) },
] as const;

/** Where a customer's people can go: the pages of their own account. */
const customerDestinations = [
  { label: "Home", icon: IconHome, first: true, link: linkOptions({ to: "/" }) },
  { label: "Requests", icon: IconMessagePlus, first: false, link: linkOptions({ to: "/requests" }) },
  { label: "Work", icon: IconTools, first: true, link: linkOptions({ to: "/work" }) },
  { label: "Hours", icon: IconHourglass, first: true, link: linkOptions({ to: "/hours" }) },
  { label: "Invoices", icon: IconFileInvoice, first: true, link: linkOptions({ to: "/invoices" }) },
  { label: "Plan", icon: IconTimeline, first: false, link: linkOptions({ to: "/plan" }) },
  { label: "Team", icon: IconUsers, first: false, link: linkOptions({ to: "/team" }) },
] as const;

/** The pages that are for the role of who is signed in (ROLE-5). */
export function useDestinations() {
  const financial = useMay("financial");
  if (useOwnAccount() !== null) return customerDestinations;
  return destinations.filter((destination) => destination.for === "team" || financial);
}
