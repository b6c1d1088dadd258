import { Autocomplete, Group, Select } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { MoreRows } from "../data-table/more-rows.tsx";
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
  const chooseType = useDebouncedCallback(
    (type: string) => navigate({ search: (old) => ({ ...old, type: type.trim() || undefined }), replace: true }),
    300,
  );
  return (
    <Page
      title="Journal"
      answer="Everything that happened, newest first. Each row seals the one before it, so a change afterwards would show."
    >
      <VerifyJournal />
      <Section
        title="What happened"
        flush
        actions={
          <Group gap="xs">
            <Select
              aria-label="Of"
              size="xs"
              placeholder="Everything"
              searchable
              clearable
              data={[
                { value: practice, label: "The practice" },
                ...accounts.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              value={search.stream ?? null}
              onChange={(stream) => navigate({ search: (old) => ({ ...old, stream: stream ?? undefined }) })}
            />
            <Autocomplete
              aria-label="Kind"
              size="xs"
              placeholder="Any kind"
              data={[...new Set(rows.map(({ type }) => type))].toSorted()}
              defaultValue={search.type ?? ""}
              onChange={chooseType}
            />
          </Group>
        }
      >
        <JournalTable rows={rows} after={<MoreRows query={journal} />} />
      </Section>
    </Page>
  );
}
