import "@mantine/spotlight/styles.layer.css";
import { Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { IconBuilding, IconFileInvoice, IconSearch, IconTools } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useAccountName, useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { useOwnAccount } from "../api/session.ts";
import { formatMoney } from "../figures/money-text.ts";
import { useCommands } from "./commands.ts";
import { useDestinations } from "./destinations.ts";

/** Finds pages, accounts and invoices by what one remembers of them. */
export function CommandPalette() {
  const destinations = useDestinations();
  const commands = useCommands();
  const navigate = useNavigate();
  const own = useOwnAccount();
  const accounts = useAccounts();
  const nameOf = useAccountName();
  const invoices =
    useQuery(useApi().invoice.list.queryOptions({ limit: 200, ...(own === null ? {} : { account: own }) })).data
      ?.items ?? [];
  const [query, setQuery] = useState("");

  const pages = destinations.map(
    ({ label, icon: Icon, link }): SpotlightActionData => ({
      id: link.to,
      label,
      leftSection: <Icon size={18} aria-hidden />,
      onClick: () => navigate(link),
    }),
  );
  const toDo = commands.map(
    ({ label, icon: Icon, link }): SpotlightActionData => ({
      id: label,
      label,
      leftSection: <Icon size={18} aria-hidden />,
      onClick: () => navigate(link),
    }),
  );
  const toAccounts = accounts.map(
    ({ id, name }): SpotlightActionData => ({
      id: `account ${id}`,
      label: name,
      keywords: id,
      leftSection: <IconBuilding size={18} aria-hidden />,
      onClick: () => navigate({ to: "/accounts/$id", params: { id } }),
    }),
  );
  const openInvoice = (number: string) => navigate({ to: "/invoices/$number", params: { number } });
  const toInvoices = invoices.map(
    ({ number, account, total, currency }): SpotlightActionData => ({
      id: `invoice ${number}`,
      label: number,
      description: `${nameOf(account)}, ${formatMoney(total, currency)}`,
      leftSection: <IconFileInvoice size={18} aria-hidden />,
      onClick: () => openInvoice(number),
    }),
  );
  const works =
    useQuery(useApi().deliverable.list.queryOptions(own === null ? { states: ["open"], limit: 500 } : { account: own }))
      .data?.items ?? [];
  const toWorks = works.map(
    ({ account, id, name }): SpotlightActionData => ({
      id: `work ${account} ${id}`,
      label: name,
      description: nameOf(account),
      keywords: id,
      leftSection: <IconTools size={18} aria-hidden />,
      onClick: () =>
        navigate({ to: "/accounts/$id/deliverables/$deliverable", params: { id: account, deliverable: id } }),
    }),
  );
  const number = /^inv-\d+$/i.test(query.trim()) ? query.trim().toUpperCase() : null;
  const named: readonly SpotlightActionData[] =
    number === null || invoices.some((invoice) => invoice.number === number)
      ? []
      : [{ id: `open ${number}`, label: `Open ${number}`, keywords: query, onClick: () => openInvoice(number) }];

  return (
    <Spotlight
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      limit={8}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound="Nothing of that name"
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: own === null ? "Account, work, invoice or page" : "Work, invoice or page",
        "aria-label": "Find",
      }}
      actions={[
        { group: "Pages", actions: pages },
        { group: "Commands", actions: toDo },
        { group: "Accounts", actions: own === null ? toAccounts : [] },
        { group: "Work", actions: toWorks },
        { group: "Invoices", actions: [...named, ...toInvoices] },
      ]}
    />
  );
}
