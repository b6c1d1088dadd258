import { hatOf } from "@cimpro/domain";
import type { PersonView } from "../api/answers.ts";
import { useMay } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";

/** The customer's people and the hats they wear. */
export function PeopleList({ people }: { readonly people: readonly PersonView[] }) {
  const mayChange = useMay("managing");
  return (
    <Section
      title="People"
      flush
      actions={
        mayChange ? (
          <AskLink ask="person" size="xs">
            Add a person
          </AskLink>
        ) : null
      }
    >
      <DataTable<PersonView>
        label="People"
        rows={people.filter(({ active }) => active)}
        rowKey={({ id }) => id}
        sort="fixed"
        empty={<Empty title="Nobody is known yet" next="Add the people who take part, then give them their hats." />}
        columns={[
          { id: "name", label: "Name", show: ({ name }) => name, value: ({ name }) => name },
          { id: "email", label: "Email", show: ({ email }) => email, value: ({ email }) => email },
          {
            id: "employment",
            label: "As",
            wide: true,
            show: ({ employment }) => (employment === "contractor" ? "Contractor" : "Employee"),
          },
          {
            id: "hats",
            label: "Hats",
            show: ({ hats }) => [...new Set(hats.map(({ hat }) => hatOf(hat).title))].join(", ") || "none",
          },
        ]}
      />
    </Section>
  );
}
