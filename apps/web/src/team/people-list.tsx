import { hatOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { PersonView } from "../api/answers.ts";
import { useMay } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";

const hatNames = ({ hats }: PersonView): string => [...new Set(hats.map(({ hat }) => hatOf(hat).title))].join(", ");

/** The customer's people and the hats they wear. */
export function PeopleList({ people }: { readonly people: readonly PersonView[] }) {
  const mayChange = useMay("person.add");
  return (
    <Section
      title={t`People`}
      flush
      actions={
        mayChange ? (
          <AskLink ask="person" size="xs">
            <Trans>Add a person</Trans>
          </AskLink>
        ) : null
      }
    >
      <DataTable<PersonView>
        label={t`People`}
        rows={people.filter(({ active }) => active)}
        rowKey={({ id }) => id}
        sort="fixed"
        fileName="people"
        empty={
          <Empty title={t`Nobody is known yet`} next={t`Add the people who take part, then give them their hats.`} />
        }
        columns={[
          { id: "name", label: t`Name`, show: ({ name }) => name, value: ({ name }) => name },
          { id: "email", label: t`Email`, show: ({ email }) => email, value: ({ email }) => email },
          {
            id: "employment",
            label: t`As`,
            wide: true,
            show: ({ employment }) => (employment === "contractor" ? t`Contractor` : t`Employee`),
            csv: ({ employment }) => employment,
          },
          {
            id: "hats",
            label: t`Hats`,
            show: (person) => hatNames(person) || t`none`,
            csv: hatNames,
          },
        ]}
      />
    </Section>
  );
}
