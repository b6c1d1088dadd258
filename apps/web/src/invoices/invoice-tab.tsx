import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { MoreRows } from "../data-table/more-rows.tsx";
import { Section } from "../page/section.tsx";
import { InvoiceTable } from "./invoice-table.tsx";

/** The invoices of one account. */
export function InvoiceTab({ account }: { readonly account: string }) {
  const { sort } = useSearch({ strict: false });
  const invoices = useSuspenseInfiniteQuery(
    useApi().invoice.list.infiniteQueryOptions({ account }, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  return (
    <Section title="Invoices" flush>
      <InvoiceTable
        invoices={invoices.data.pages.flatMap(({ items }) => items)}
        sort={sort}
        fileName={`invoices-${account}`}
        after={<MoreRows query={invoices} />}
      />
    </Section>
  );
}
