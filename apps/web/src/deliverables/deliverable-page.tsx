import { SimpleGrid } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { CoverBar } from "../cover-bar/cover-bar.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { FigureCard } from "../page/figure-card.tsx";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { PhaseTrack } from "../phase-track/phase-track.tsx";
import { WhyDrawer } from "../why/why-drawer.tsx";
import { DeliverableState, SowState } from "./deliverable-state.tsx";
import { DeliverableTabs } from "./deliverable-tabs.tsx";
import { explainDeliverable } from "./explain-deliverable.ts";
import { coverParts, standingSow } from "./sow-cover.ts";

const DeliverableDialogs = lazy(async () => ({
  default: (await import("./deliverable-dialogs.tsx")).DeliverableDialogs,
}));

const route = getRouteApi("/_app/accounts/$id_/deliverables/$deliverable");

/** One piece of work: where it is, what is approved, what was used of it, and what it waits for. */
export function DeliverablePage() {
  const { id: account, deliverable } = route.useParams();
  const { why, ask } = route.useSearch();
  const api = useApi();
  const [maySell, mayLog] = [useMay("commercial"), useMay("delivering")];
  const work = useSuspenseQuery(api.deliverable.show.queryOptions({ account, deliverable })).data;
  const phases = useSuspenseQuery(api.phase.show.queryOptions({ account, deliverable })).data;
  const sow = standingSow(work.sows);
  const { currency, approved, used, cover, estimate } = work;
  return (
    <Page
      title={work.name}
      beside={
        <>
          <SowState sow={sow ?? work.sows.at(-1) ?? null} />
          {work.state === "open" ? null : <DeliverableState state={work.state} outcome={work.outcome} />}
        </>
      }
      answer={
        <>
          {phases.title}
          {phases.since === null ? null : (
            <>
              {" "}
              since <DayLabel day={phases.since} />
            </>
          )}
          {phases.next === null
            ? "; its process is over."
            : phases.missing.length === 0
              ? `; ready for ${phases.next.title}.`
              : `; ${phases.missing.length} ${phases.missing.length === 1 ? "thing is" : "things are"} missing before ${phases.next.title}.`}{" "}
          <TextLink to="/accounts/$id" params={{ id: account }} search={{ tab: "work" }} underline="always">
            All work of this account
          </TextLink>
        </>
      }
      actions={
        <>
          {mayLog && work.state === "open" ? <AskLink ask="log">Log time</AskLink> : null}
          {maySell && work.state === "open" && approved === null ? (
            <AskLink ask="issue-sow" variant={sow === undefined ? "filled" : "default"}>
              {sow === undefined ? "Issue SOW" : "Issue another SOW"}
            </AskLink>
          ) : null}
          {sow?.state === "issued" ? (
            <AskLink ask="approve-sow" variant="filled">
              Read and approve
            </AskLink>
          ) : null}
          {maySell && work.state !== "closed" && approved !== null ? (
            <AskLink ask="propose">Propose change order</AskLink>
          ) : null}
        </>
      }
    >
      <PhaseTrack phases={phases.phases} />
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: "xs", sm: "md" }}>
        <FigureCard
          label="Money so far"
          why={used === null ? "hours" : "used"}
          figure={used === null ? "–" : <Money amount={used.total} currency={currency} />}
          note={
            approved === null ? (
              "nothing approved yet"
            ) : (
              <>
                of <Money amount={approved.price.total} currency={currency} /> approved
              </>
            )
          }
        />
        <FigureCard
          label="Approved"
          why={approved === null ? "hours" : "approved"}
          figure={approved === null ? "–" : <Duration minutes={approved.minutes} />}
          note={
            approved === null || approved.changeOrderMinutes === 0 ? (
              "all phases together"
            ) : (
              <>
                <Duration minutes={approved.changeOrderMinutes} /> by change orders
              </>
            )
          }
        />
        <FigureCard
          label="Hours worked"
          why="hours"
          figure={<Duration minutes={cover.worked} />}
          note={
            cover.held > 0 ? (
              <>
                <Duration minutes={cover.held} /> held
              </>
            ) : estimate.estimatedMinutes === 0 ? (
              "no estimate"
            ) : (
              <>
                of <Duration minutes={estimate.estimatedMinutes} /> estimated
              </>
            )
          }
        />
        <FigureCard
          label="Deposit left"
          why={approved === null ? "hours" : "deposit"}
          figure={approved === null ? "–" : <Money amount={approved.deposit.left} currency={currency} />}
          note={
            approved === null || approved.deposit.amount === 0 ? (
              "no deposit"
            ) : (
              <>
                of <Money amount={approved.deposit.amount} currency={currency} />
              </>
            )
          }
        />
      </SimpleGrid>
      <Section title="Hours of what is approved" note="Deposit first, then allowances, then the invoice">
        <CoverBar
          label="Hours of what is approved"
          parts={coverParts(cover)}
          {...(approved === null ? {} : { end: { minutes: approved.minutes, label: "Approved" } })}
        />
      </Section>
      <DeliverableTabs work={work} phases={phases} />
      <Suspense fallback={null}>
        {ask === undefined ? null : <DeliverableDialogs work={work} phases={phases} />}
      </Suspense>
      <WhyDrawer explanation={explainDeliverable(why, work)} />
    </Page>
  );
}
