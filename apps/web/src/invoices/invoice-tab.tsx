import { t } from "@lingui/core/macro";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { Section } from "../page/section.tsx";
import { InvoiceTable } from "./invoice-table.tsx";

/** The invoices of one account. */
export function InvoiceTab({ account }: { readonly account: string }) {
  const { sort } = useSearch({ strict: false });
  const invoices = useSuspenseInfiniteQuery(
    useApi().invoice.list.infiniteQueryOptions({ account }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  return (
    <Section title={t`Invoices`} flush>
      <InvoiceTable
        invoices={invoices.data.pages.flatMap(({ items }) => items)}
        sort={sort}
        fileName={`invoices-${account}`}
        more={invoices}
      />
    </Section>
  );
}
