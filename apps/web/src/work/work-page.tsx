import { SimpleGrid } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { OwnAccount } from "../page/own-account.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { WorkCard } from "./work-card.tsx";

/** Everything that is done for the customer, and whose turn it is with each. */
export const WorkPage = () => <OwnAccount>{(account) => <Work account={account} />}</OwnAccount>;

function Work({ account }: { readonly account: string }) {
  const { items } = useSuspenseQuery(useApi().home.work.queryOptions({ account })).data;
  const going = items.filter(({ state }) => state === "open");
  const ended = items.filter(({ state }) => state !== "open");
  const yours = going.filter(({ next }) => next?.whose === "theirs").length;
  return (
    <Page
      title="Work"
      answer={
        going.length === 0
          ? "No work is under way."
          : `${going.length} ${going.length === 1 ? "piece" : "pieces"} of work under way; ${yours === 0 ? "none waits for you" : `${yours} ${yours === 1 ? "waits" : "wait"} for you`}.`
      }
      actions={
        <>
          <ButtonLink to="/quote" variant="default">
            What would it cost?
          </ButtonLink>
          <ButtonLink to="/requests" search={{ ask: "request" }}>
            Ask for something
          </ButtonLink>
        </>
      }
    >
      {items.length === 0 ? (
        <Empty
          title="No work yet"
          next="Tell us what you need: a request is followed up within 3 business days, and what comes of it shows here."
        />
      ) : null}
      {going.length === 0 ? null : <Cards account={account} work={going} title="Under way" />}
      {ended.length === 0 ? null : <Cards account={account} work={ended} title="Ended" />}
    </Page>
  );
}

export function Cards({
  account,
  work,
  title,
}: {
  readonly account: string;
  readonly work: Parameters<typeof WorkCard>[0]["work"][];
  readonly title: string;
}) {
  return (
    <Section title={title}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {work.map((each) => (
          <WorkCard key={each.deliverable} account={account} work={each} />
        ))}
      </SimpleGrid>
    </Section>
  );
}
