import { t } from "@lingui/core/macro";
import { useWindowEvent } from "@mantine/hooks";
import "@mantine/spotlight/styles.layer.css";
import { Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { IconBuilding, IconFileInvoice, IconSearch, IconTools } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useAccountName, useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { useOwnAccount } from "../api/session.ts";
import { useRest } from "../data-table/use-rest.ts";
import { formatMoney } from "../figures/money-text.ts";
import { useCommands } from "./commands.ts";
import { useDestinations } from "./destinations.ts";
import { takeAskedForPalette } from "./palette-key.ts";
import { palette, paletteStore } from "./palette-store.ts";
import { PaletteVoice } from "./palette-voice.tsx";

/** Finds pages, accounts and invoices by what one remembers of them. */
export function CommandPalette({
  asked,
}: {
  /** How often it was asked for: each time it opens. */ readonly asked: number;
}) {
  useEffect(() => {
    if (asked > 0 && takeAskedForPalette()) palette.toggle();
  }, [asked]);
  // It lies over the page it was opened on, and goes with it.
  useWindowEvent("popstate", palette.close);
  useEffect(() => palette.close, []);
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
  const works = useInfiniteQuery(
    useApi().deliverable.list.infiniteQueryOptions(
      own === null ? { states: ["open"], limit: 500 } : { account: own, limit: 500 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  useRest(works, true);
  const toWorks = (works.data?.pages ?? [])
    .flatMap(({ items }) => items)
    .map(
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
      : [{ id: `open ${number}`, label: t`Open ${number}`, keywords: query, onClick: () => openInvoice(number) }];

  return (
    <>
      <PaletteVoice query={query} />
      <Spotlight
        store={paletteStore}
        shortcut={null}
        centered={false}
        query={query}
        onQueryChange={setQuery}
        limit={8}
        highlightQuery
        scrollable
        maxHeight={420}
        nothingFound={t`Nothing of that name`}
        searchProps={{
          leftSection: <IconSearch size={18} />,
          placeholder: own === null ? t`Account, work, invoice or page` : t`Work, invoice or page`,
          "aria-label": t`Find`,
          // Escape closes the palette, and not the form it was opened over.
          ...{ "data-mantine-stop-propagation": true },
          onKeyDown: ({ key, currentTarget }) => {
            if (key === "Escape") palette.close();
            if (key === "Enter") takeFirst(currentTarget);
          },
        }}
        actions={[
          { group: t`Pages`, actions: pages },
          { group: t`Commands`, actions: toDo },
          { group: t`Accounts`, actions: own === null ? toAccounts : [] },
          { group: t`Work`, actions: toWorks },
          { group: t`Invoices`, actions: [...named, ...toInvoices] },
        ]}
      />
    </>
  );
}

/** Rows that came after the last key was pressed have none chosen among them: Enter means the first. */
function takeFirst(field: HTMLElement): void {
  const dialog = field.closest("[role=dialog]");
  if (dialog?.querySelector("[data-selected]") === null) dialog.querySelector<HTMLElement>("[data-action]")?.click();
}
