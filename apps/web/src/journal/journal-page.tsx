import { t } from "@lingui/core/macro";
import { Select, SimpleGrid } from "@mantine/core";
import { useQuery, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { DayField } from "../forms/day-field.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { FilterText } from "./filter-text.tsx";
import { journalInput } from "./journal-search.ts";
import { JournalTable } from "./journal-table.tsx";
import { VerifyJournal } from "./verify-journal.tsx";

const route = getRouteApi("/_app/journal");

const practice = "@practice";

/** Who did what, when, as of which day: written with every change and never rewritten. */
export function JournalPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const accounts = useAccounts();
  const api = useApi();
  const journal = useSuspenseInfiniteQuery(
    api.journal.list.infiniteQueryOptions(journalInput(search), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  );
  const rows = journal.data.pages.flatMap(({ items }) => items);
  // What there is to choose from must not shrink to what was chosen.
  const latest = useQuery({
    ...api.journal.list.queryOptions({}),
    enabled: search.type !== undefined || search.actor !== undefined,
  });
  const known = [...rows, ...(latest.data?.items ?? [])];
  const choose = (filter: Partial<typeof search>) =>
    navigate({ search: (old) => ({ ...old, ...filter }), replace: true });
  return (
    <Page
      title={t`Journal`}
      answer={t`Everything that happened, newest first. Each row seals the one before it, so a change afterwards would show.`}
    >
      <VerifyJournal />
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm" data-no-print>
        <Select
          label={t`Of`}
          placeholder={t`Everything`}
          searchable
          clearable
          data={[
            { value: practice, label: t`The practice` },
            ...accounts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={search.stream ?? null}
          onChange={(stream) => choose({ stream: stream ?? undefined })}
        />
        <FilterText
          label={t`Kind`}
          placeholder={t`Any kind`}
          seen={known.map(({ type }) => type)}
          value={search.type}
          onChoose={(type) => choose({ type })}
        />
        <FilterText
          label={t`Who`}
          placeholder={t`Anybody`}
          seen={known.map(({ actor }) => actor)}
          value={search.actor}
          onChoose={(actor) => choose({ actor })}
        />
        <DayField
          label={t`From`}
          placeholder={t`any day`}
          clearable
          {...(search.to === undefined ? {} : { maxDate: search.to })}
          value={search.from ?? null}
          onChange={(from) => choose({ from: from ?? undefined })}
        />
        <DayField
          label={t`To`}
          placeholder={t`any day`}
          clearable
          {...(search.from === undefined ? {} : { minDate: search.from })}
          value={search.to ?? null}
          onChange={(to) => choose({ to: to ?? undefined })}
        />
      </SimpleGrid>
      <Section title={t`What happened`} flush>
        <JournalTable rows={rows} more={journal} />
      </Section>
    </Page>
  );
}
