import { Group, List, Stack, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { DeliverableView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { Meaning } from "../approve/meaning.tsx";
import { DayStrip } from "../day-strip/day-strip.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { formatMoney } from "../figures/money-text.ts";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import type { TabProps } from "./deliverable-tabs.tsx";
import { traceStep } from "./explain-deliverable.ts";
import { WaitList } from "./wait-list.tsx";

/** The promise, the days that led to where it stands, and what became of its premium (LEAD-1…8). */
export function LeadTimeTab({ work }: TabProps) {
  const sow = work.sows.find(({ state }) => state === "approved");
  const promised = sow !== undefined && sow.leadTime !== "standard";
  return (
    <>
      <Section title="Lead time">
        {promised ? (
          <Clock account={work.account} deliverable={work.id} />
        ) : (
          <Empty
            title="No lead time is promised"
            next="A wish is no promise: an expedited or rush lead time is part of an approved statement of work."
          />
        )}
      </Section>
      <WaitList work={work} />
      {promised ? <Settlement work={work} /> : null}
    </>
  );
}

function Clock({ account, deliverable }: { readonly account: string; readonly deliverable: string }) {
  const clock = useSuspenseQuery(useApi().leadTime.clock.queryOptions({ account, deliverable })).data;
  return (
    <>
      <DayStrip clock={clock} />
      <Group gap="xs" mt="sm">
        {clock.atRisk ? <StateBadge tone="late">At risk</StateBadge> : null}
        {clock.guaranteed ? (
          <StateBadge tone="good">Guarantee holds</StateBadge>
        ) : (
          <StateBadge tone="quiet">Guarantee ended by a change order</StateBadge>
        )}
        {clock.clauses.map((clause) => (
          <ClauseLink key={clause} id={clause} />
        ))}
      </Group>
    </>
  );
}

const outcomeWords = {
  met: "The lead time was met: the premium is due.",
  downgraded: "Rush was missed and Expedited met: the premium may be downgraded.",
  credited: "The lead time was missed: the premium comes back.",
  lapsed: "It was missed after a change order had ended the guarantee: the premium is due in full.",
} as const;

const stateBadges = {
  proposed: { tone: "soon", word: "To decide" },
  automatic: { tone: "good", word: "Settled by rule" },
  confirmed: { tone: "good", word: "Confirmed" },
  declined: { tone: "quiet", word: "Declined: the premium stays due" },
} as const;

/** What becomes of the premium, with the evidence it rests on; a coordinator decides what the rule leaves open (LEAD-4). */
function Settlement({ work }: { readonly work: DeliverableView }) {
  const mayDecide = useMay("commercial");
  const decision = work.premiumDecision;
  if (decision === null)
    return (
      <Section title="Settlement of the premium">
        <Text size="sm" c="dimmed">
          It is settled once, on the day of the delivery; until then invoices carry the full premium.{" "}
          <ClauseLink id="LEAD-8" />
        </Text>
      </Section>
    );
  const { settlement, state, deliveredOn, decidedBy, decidedOn, reason, creditMemos } = decision;
  const { tone, word } = stateBadges[state];
  const money = (amount: number) => <Money amount={amount} currency={settlement.currency} />;
  return (
    <Section
      title="Settlement of the premium"
      note={outcomeWords[settlement.outcome]}
      actions={
        state === "proposed" && mayDecide ? (
          <Group gap="xs">
            <AskLink ask="decline-premium" size="xs">
              Decline
            </AskLink>
            <AskLink ask="confirm-premium" size="xs" variant="filled">
              Confirm
            </AskLink>
          </Group>
        ) : (
          <StateBadge tone={tone}>{word}</StateBadge>
        )
      }
    >
      <Stack gap="sm">
        <Meaning
          label="The premium"
          rows={[
            { label: "Delivered", after: <DayLabel day={deliveredOn} /> },
            ...(settlement.dueDates.rush === undefined
              ? []
              : [{ label: "Rush was due", after: <DayLabel day={settlement.dueDates.rush} /> }]),
            { label: "Expedited was due", after: <DayLabel day={settlement.dueDates.expedited} /> },
            { label: "Premium charged", after: money(settlement.premiumCharged) },
            { label: "Premium due", after: money(settlement.premiumDue) },
            { label: "Comes back", after: money(settlement.credit) },
          ]}
        />
        <div>
          <Text size="sm" fw={600}>
            Its evidence
          </Text>
          <List size="sm" spacing={4} mt={4}>
            {settlement.trace.map((step) => {
              const { what, working, result } = traceStep(step, settlement.currency);
              return (
                <List.Item key={`${step.clause} ${what}`}>
                  {what}
                  {working === undefined ? "" : `: ${working}`}
                  {result === undefined ? "" : ` = ${result}`} <ClauseLink id={step.clause} />
                </List.Item>
              );
            })}
          </List>
        </div>
        {decision.lines.length === 0 ? null : (
          <Text size="sm" component="div">
            Premium lines:{" "}
            {decision.lines.map(({ invoice, line, credit }, at) => (
              <span key={`${invoice} ${line}`}>
                {at === 0 ? "" : ", "}
                <TextLink to="/invoices/$number" params={{ number: invoice }} underline="always">
                  {invoice}
                </TextLink>{" "}
                line {line}: {formatMoney(credit, settlement.currency)}
              </span>
            ))}
          </Text>
        )}
        {decidedOn === null ? null : (
          <Text size="sm" c="dimmed" component="div">
            {decidedBy ?? "By rule"}, <DayLabel day={decidedOn} />
            {reason === null ? "" : `: ${reason}`}
            {creditMemos.length === 0 ? "" : `. Credit memo ${creditMemos.join(", ")}.`}
          </Text>
        )}
      </Stack>
    </Section>
  );
}
