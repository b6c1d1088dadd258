import { Autocomplete, Group, Select } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { MoreRows } from "../data-table/more-rows.tsx";
import { DayField } from "../forms/day-field.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
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
  const journal = useSuspenseInfiniteQuery(
    useApi().journal.list.infiniteQueryOptions(journalInput(search), {
      getNextPageParam: ({ nextCursor }) => nextCursor,
    }),
  );
  const rows = journal.data.pages.flatMap(({ items }) => items);
  const choose = (filter: Partial<typeof search>) =>
    navigate({ search: (old) => ({ ...old, ...filter }), replace: true });
  const chooseType = useDebouncedCallback((type: string) => choose({ type: type.trim() || undefined }), 300);
  const chooseActor = useDebouncedCallback((actor: string) => choose({ actor: actor.trim() || undefined }), 300);
  return (
    <Page
      title="Journal"
      answer="Everything that happened, newest first. Each row seals the one before it, so a change afterwards would show."
    >
      <VerifyJournal />
      <Group gap="sm" align="flex-end">
        <Select
          label="Of"
          placeholder="Everything"
          searchable
          clearable
          data={[
            { value: practice, label: "The practice" },
            ...accounts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={search.stream ?? null}
          onChange={(stream) => choose({ stream: stream ?? undefined })}
        />
        <Autocomplete
          label="Kind"
          placeholder="Any kind"
          data={[...new Set(rows.map(({ type }) => type))].toSorted()}
          defaultValue={search.type ?? ""}
          onChange={chooseType}
        />
        <Autocomplete
          label="Who"
          placeholder="Anybody"
          data={[...new Set(rows.map(({ actor }) => actor))].toSorted()}
          defaultValue={search.actor ?? ""}
          onChange={chooseActor}
        />
        <DayField
          label="From"
          placeholder="any day"
          w={170}
          clearable
          {...(search.to === undefined ? {} : { maxDate: search.to })}
          value={search.from ?? null}
          onChange={(from) => choose({ from: from ?? undefined })}
        />
        <DayField
          label="To"
          placeholder="any day"
          w={170}
          clearable
          {...(search.from === undefined ? {} : { minDate: search.from })}
          value={search.to ?? null}
          onChange={(to) => choose({ to: to ?? undefined })}
        />
      </Group>
      <Section title="What happened" flush>
        <JournalTable rows={rows} after={<MoreRows query={journal} />} />
      </Section>
    </Page>
  );
}
