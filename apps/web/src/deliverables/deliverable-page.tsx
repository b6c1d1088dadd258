import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { SimpleGrid, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import type { WorkPhases } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay, useOwnAccount } from "../api/session.ts";
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
import { ClauseLink } from "../why/clause-link.tsx";
import { WhyDrawer } from "../why/why-drawer.tsx";
import { DeliverableState, SowState } from "./deliverable-state.tsx";
import { DeliverableTabs } from "./deliverable-tabs.tsx";
import { EndMenu } from "./end-menu.tsx";
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
  const own = useOwnAccount();
  const [maySell, mayLog, mayApprove] = [useMay("sow.issue"), useMay("time.log"), useMay("sow.approve")];
  const work = useSuspenseQuery(api.deliverable.show.queryOptions({ account, deliverable })).data;
  const phases = useSuspenseQuery(api.phase.show.queryOptions({ account, deliverable })).data;
  const sow = standingSow(work.sows);
  const { currency, approved, used, generalMinutes, estimate } = work;
  const cover = work.sowCover ?? work.cover;
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
          <Where phases={phases} />{" "}
          {own === null ? (
            <TextLink
              to="/accounts/$id"
              params={{ id: account }}
              search={{ tab: "work" }}
              underline="always"
              style={{ whiteSpace: "nowrap" }}
            >
              <Trans>All work of this account</Trans>
            </TextLink>
          ) : (
            <TextLink to="/work" underline="always" style={{ whiteSpace: "nowrap" }}>
              <Trans>All work</Trans>
            </TextLink>
          )}
        </>
      }
      actions={
        <>
          {mayLog && work.state === "open" ? <AskLink ask="log">{t`Log time`}</AskLink> : null}
          {maySell && work.state === "open" && approved === null ? (
            <AskLink ask="issue-sow" variant={sow === undefined ? "filled" : "default"}>
              {sow === undefined ? t`Issue SOW` : t`Issue another SOW`}
            </AskLink>
          ) : null}
          {sow?.state === "issued" ? (
            <AskLink ask="approve-sow" variant={mayApprove && own !== null ? "filled" : "default"}>
              {!mayApprove ? t`Read the SOW` : own === null ? t`Record their approval` : t`Read and approve`}
            </AskLink>
          ) : null}
          {maySell && work.state !== "closed" && approved !== null ? (
            <AskLink ask="propose">{t`Propose change order`}</AskLink>
          ) : null}
          {maySell && work.state !== "closed" ? <EndMenu work={work} /> : null}
        </>
      }
    >
      <PhaseTrack phases={phases.phases} />
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: "xs", sm: "md" }}>
        <FigureCard
          label={t`Money so far`}
          why={used === null ? "hours" : "used"}
          figure={used === null ? "–" : <Money amount={used.total} currency={currency} />}
          note={
            approved === null ? (
              t`nothing approved yet`
            ) : (
              <Trans>
                of <Money amount={approved.price.total} currency={currency} /> approved
              </Trans>
            )
          }
        />
        <FigureCard
          label={t`Approved`}
          why={approved === null ? "hours" : "approved"}
          figure={approved === null ? "–" : <Duration minutes={approved.minutes} />}
          note={
            approved === null || approved.changeOrderMinutes === 0 ? (
              t`all phases together`
            ) : (
              <Trans>
                <Duration minutes={approved.changeOrderMinutes} /> by change orders
              </Trans>
            )
          }
        />
        <FigureCard
          label={t`Hours worked`}
          why="hours"
          figure={<Duration minutes={cover.worked} />}
          note={
            cover.held > 0 ? (
              <Trans>
                <Duration minutes={cover.held} /> held
              </Trans>
            ) : estimate.estimatedMinutes === 0 ? (
              t`no estimate`
            ) : (
              <Trans>
                of <Duration minutes={estimate.estimatedMinutes} /> estimated
              </Trans>
            )
          }
        />
        <FigureCard
          label={t`Deposit left`}
          why={approved === null ? "hours" : "deposit"}
          figure={approved === null ? "–" : <Money amount={approved.deposit.left} currency={currency} />}
          note={
            approved === null || approved.deposit.amount === 0 ? (
              t`no deposit`
            ) : (
              <Trans>
                of <Money amount={approved.deposit.amount} currency={currency} />
              </Trans>
            )
          }
        />
      </SimpleGrid>
      <Section title={t`Hours of what is approved`} note={t`Deposit first, then allowances, then the invoice`}>
        <CoverBar
          label={t`Hours of what is approved`}
          parts={coverParts(cover)}
          {...(approved === null ? {} : { end: { minutes: approved.minutes, label: t`Approved` } })}
        />
        {generalMinutes === 0 ? null : (
          <Text size="sm" c="dimmed" mt="xs">
            <Trans>
              Besides, <Duration minutes={generalMinutes} /> from before the approval: general work, which does not
              count here.
            </Trans>{" "}
            <ClauseLink id="DLV-6" />
          </Text>
        )}
      </Section>
      <DeliverableTabs work={work} phases={phases} />
      <Suspense fallback={null}>
        {ask === undefined ? null : <DeliverableDialogs work={work} phases={phases} />}
      </Suspense>
      <WhyDrawer explanation={explainDeliverable(why, work)} />
    </Page>
  );
}

/** Its phase, since when, and what it takes to go on. */
function Where({ phases: { title: phase, since, next, missing } }: { readonly phases: WorkPhases }) {
  const day = since === null ? null : <DayLabel day={since} />;
  const nextPhase = next?.title ?? "";
  const count = missing.length;
  if (next === null)
    return day === null ? (
      <Trans>{phase}; its process is over.</Trans>
    ) : (
      <Trans>
        {phase} since {day}; its process is over.
      </Trans>
    );
  if (count === 0)
    return day === null ? (
      <Trans>
        {phase}; ready for {nextPhase}.
      </Trans>
    ) : (
      <Trans>
        {phase} since {day}; ready for {nextPhase}.
      </Trans>
    );
  const things = plural(count, { one: "# thing is missing", other: "# things are missing" });
  return day === null ? (
    <Trans>
      {phase}; {things} before {nextPhase}.
    </Trans>
  ) : (
    <Trans>
      {phase} since {day}; {things} before {nextPhase}.
    </Trans>
  );
}
