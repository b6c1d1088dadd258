import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SimpleGrid } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { WorkStanding } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { CsvButton } from "../data-table/csv-button.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { OwnAccount } from "../page/own-account.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { WorkCard } from "./work-card.tsx";
import { workColumns } from "./work-columns.ts";

/** Everything that is done for the customer, and whose turn it is with each. */
export const WorkPage = () => <OwnAccount>{(account) => <Work account={account} />}</OwnAccount>;

function Work({ account }: { readonly account: string }) {
  const { items } = useSuspenseQuery(useApi().home.work.queryOptions({ account })).data;
  const going = items.filter(({ state }) => state === "open");
  const ended = items.filter(({ state }) => state !== "open");
  const yours = going.filter(({ next }) => next?.whose === "theirs").length;
  return (
    <Page
      title={t`Work`}
      answer={answerOf(going.length, yours)}
      actions={
        <>
          <ButtonLink to="/quote" variant="default">
            <Trans>What would it cost?</Trans>
          </ButtonLink>
          <ButtonLink to="/requests" search={{ ask: "request" }}>
            <Trans>Ask for something</Trans>
          </ButtonLink>
        </>
      }
    >
      {items.length === 0 ? (
        <Empty
          title={t`No work yet`}
          next={t`Tell us what you need: a request is followed up within 3 business days, and what comes of it shows here.`}
        />
      ) : null}
      {going.length === 0 ? null : (
        <Cards account={account} work={going} title={t`Under way`} fileName="work-under-way" />
      )}
      {ended.length === 0 ? null : <Cards account={account} work={ended} title={t`Ended`} fileName="work-ended" />}
    </Page>
  );
}

function answerOf(going: number, yours: number): string {
  if (going === 0) return t`No work is under way.`;
  const pieces = plural(going, { one: "# piece of work under way", other: "# pieces of work under way" });
  const waits = plural(yours, { 0: "none waits for you", one: "# waits for you", other: "# wait for you" });
  return t`${pieces}; ${waits}.`;
}

function Cards({
  account,
  work,
  title,
  fileName,
}: {
  readonly account: string;
  readonly work: readonly WorkStanding[];
  readonly title: string;
  readonly fileName: string;
}) {
  return (
    <Section title={title} actions={<CsvButton rows={work} columns={workColumns()} fileName={fileName} of={title} />}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {work.map((each) => (
          <WorkCard key={each.deliverable} account={account} work={each} />
        ))}
      </SimpleGrid>
    </Section>
  );
}
