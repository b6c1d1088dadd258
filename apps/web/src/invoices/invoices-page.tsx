import { plural, t } from "@lingui/core/macro";
import { Group, SegmentedControl, Select } from "@mantine/core";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useAccountName, useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { useOwnAccount } from "../api/session.ts";
import { Page } from "../page/page.tsx";
import { PageSkeleton } from "../page/page-skeleton.tsx";
import { Section } from "../page/section.tsx";
import { invoiceListInput } from "./invoice-search.ts";
import { InvoiceTable } from "./invoice-table.tsx";

const route = getRouteApi("/_app/invoices/");

const OwnInvoices = lazy(async () => ({ default: (await import("./own-invoices.tsx")).OwnInvoices }));

/** Every invoice of the practice; for a customer's people, those of their account. */
export function InvoicesPage() {
  const own = useOwnAccount();
  if (own === null) return <AllInvoices />;
  return (
    <Suspense fallback={<PageSkeleton />}>
      <OwnInvoices account={own} />
    </Suspense>
  );
}

function AllInvoices() {
  const search = route.useSearch();
  const { account, status = "all", sort } = search;
  const navigate = route.useNavigate();
  const nameOf = useAccountName();
  const accounts = useAccounts();
  const invoices = useSuspenseInfiniteQuery(
    useApi().invoice.list.infiniteQueryOptions(invoiceListInput(search), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  );
  const rows = invoices.data.pages.flatMap(({ items }) => items);
  const late = rows.filter((invoice) => invoice.status === "past-due").length;
  return (
    <Page
      title={t`Invoices`}
      answer={
        late === 0
          ? t`None of these is past due.`
          : plural(late, { one: "# of these is past due.", other: "# of these are past due." })
      }
    >
      <Section
        title={status === "open" ? t`Open invoices` : t`All invoices`}
        flush
        actions={
          <Group gap="xs">
            <Select
              aria-label={t`Account`}
              size="xs"
              placeholder={t`All accounts`}
              searchable
              clearable
              data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
              value={account ?? null}
              onChange={(id) => navigate({ search: (old) => ({ ...old, account: id ?? undefined }) })}
            />
            <SegmentedControl
              aria-label={t`Which`}
              size="xs"
              data={[
                { value: "all", label: t`All` },
                { value: "open", label: t`Open` },
              ]}
              value={status}
              onChange={(value) =>
                navigate({ search: (old) => ({ ...old, status: value === "open" ? "open" : undefined }) })
              }
            />
          </Group>
        }
      >
        <InvoiceTable invoices={rows} accountName={nameOf} sort={sort} fileName="invoices" more={invoices} />
      </Section>
    </Page>
  );
}
