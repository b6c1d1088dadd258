import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
import type { Tone } from "../theme/tones.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import type { TabProps } from "./deliverable-tabs.tsx";
import { traceStep } from "./explain-deliverable.ts";
import { outcomeWord } from "./outcome-word.ts";
import { WaitList } from "./wait-list.tsx";

/** The promise, the days that led to where it stands, and what became of its premium (LEAD-1…8). */
export function LeadTimeTab({ work, phases }: TabProps) {
  const sow = work.sows.find(({ state }) => state === "approved");
  const promised = sow !== undefined && sow.leadTime !== "standard";
  return (
    <>
      <Section title={t`Lead time`}>
        {promised ? (
          <Clock account={work.account} deliverable={work.id} />
        ) : (
          <Empty
            title={t`No lead time is promised`}
            next={t`A wish is no promise: an expedited or rush lead time is part of an approved statement of work.`}
          />
        )}
      </Section>
      <WaitList work={work} />
      {promised ? <Settlement work={work} delivered={phases.deliveredOn !== null} /> : null}
    </>
  );
}

function memosInWords(numbers: readonly string[]): string {
  const memos = numbers.join(", ");
  return plural(numbers.length, { one: `Credit memo ${memos}.`, other: `Credit memos ${memos}.` });
}

function Clock({ account, deliverable }: { readonly account: string; readonly deliverable: string }) {
  const clock = useSuspenseQuery(useApi().leadTime.clock.queryOptions({ account, deliverable })).data;
  return (
    <>
      <DayStrip clock={clock} />
      <Group gap="xs" mt="sm">
        {clock.atRisk ? <StateBadge tone="late">{t`At risk`}</StateBadge> : null}
        {clock.guaranteed ? (
          <StateBadge tone="good">{t`Guarantee holds`}</StateBadge>
        ) : (
          <StateBadge tone="quiet">{t`Guarantee ended by a change order`}</StateBadge>
        )}
        {clock.clauses.map((clause) => (
          <ClauseLink key={clause} id={clause} />
        ))}
      </Group>
    </>
  );
}

type Decision = NonNullable<DeliverableView["premiumDecision"]>;

const stateBadges: Readonly<Record<Decision["state"], { readonly tone: Tone; readonly word: MessageDescriptor }>> = {
  proposed: { tone: "soon", word: msg`To decide` },
  automatic: { tone: "good", word: msg`Settled by rule` },
  confirmed: { tone: "good", word: msg`Confirmed` },
  declined: { tone: "quiet", word: msg`Declined: the premium stays due` },
};

/** What becomes of the premium, with the evidence it rests on; a coordinator decides what the rule leaves open (LEAD-4). */
function Settlement({ work, delivered }: { readonly work: DeliverableView; readonly delivered: boolean }) {
  const mayDecide = useMay("premium.confirm");
  const decision = work.premiumDecision;
  if (decision === null)
    return (
      <Section
        title={t`Settlement of the premium`}
        actions={
          mayDecide ? (
            <AskLink ask="propose-premium" size="xs" variant={delivered ? "filled" : "default"}>
              {delivered ? t`Propose the settlement` : t`It was delivered already`}
            </AskLink>
          ) : null
        }
      >
        <Text size="sm" c="dimmed">
          {delivered ? (
            <Trans>
              It is delivered, and its premium is not settled yet; until then invoices carry the full premium.
            </Trans>
          ) : (
            <Trans>It is settled once, on the day of the delivery; until then invoices carry the full premium.</Trans>
          )}{" "}
          <ClauseLink id="LEAD-8" />
        </Text>
      </Section>
    );
  const { settlement, state, deliveredOn, decidedBy, decidedOn, reason, creditMemos } = decision;
  const { tone, word } = stateBadges[state];
  const money = (amount: number) => <Money amount={amount} currency={settlement.currency} />;
  return (
    <Section
      title={t`Settlement of the premium`}
      note={outcomeWord(settlement.outcome)}
      actions={
        state === "proposed" && mayDecide ? (
          <Group gap="xs">
            <AskLink ask="propose-premium" size="xs" variant="subtle" color="gray">
              <Trans>Work it out anew</Trans>
            </AskLink>
            <AskLink ask="decline-premium" size="xs">
              <Trans>Decline</Trans>
            </AskLink>
            <AskLink ask="confirm-premium" size="xs" variant="filled">
              <Trans>Confirm</Trans>
            </AskLink>
          </Group>
        ) : (
          <StateBadge tone={tone}>{i18n._(word)}</StateBadge>
        )
      }
    >
      <Stack gap="sm">
        <Meaning
          label={t`The premium`}
          rows={[
            { label: t`Delivered`, after: <DayLabel day={deliveredOn} /> },
            ...(settlement.dueDates.rush === undefined
              ? []
              : [{ label: t`Rush was due`, after: <DayLabel day={settlement.dueDates.rush} /> }]),
            { label: t`Expedited was due`, after: <DayLabel day={settlement.dueDates.expedited} /> },
            { label: t`Premium charged`, after: money(settlement.premiumCharged) },
            { label: t`Premium due`, after: money(settlement.premiumDue) },
            { label: t`Comes back`, after: money(settlement.credit) },
          ]}
        />
        <div>
          <Text size="sm" fw={600}>
            <Trans>Its evidence</Trans>
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
            <Trans>Premium lines:</Trans>{" "}
            {decision.lines.map(({ invoice, line, credit }, at) => {
              const amount = formatMoney(credit, settlement.currency);
              return (
                <span key={`${invoice} ${line}`}>
                  {at === 0 ? "" : ", "}
                  <Trans>
                    <TextLink to="/invoices/$number" params={{ number: invoice }} underline="always">
                      {invoice}
                    </TextLink>{" "}
                    line {line}: {amount}
                  </Trans>
                </span>
              );
            })}
          </Text>
        )}
        {decidedOn === null ? null : (
          <Text size="sm" c="dimmed" component="div">
            {decidedBy ?? t`By rule`}, <DayLabel day={decidedOn} />
            {reason === null ? "" : `: ${reason}`}
            {creditMemos.length === 0 ? "" : `. ${memosInWords(creditMemos)}`}
          </Text>
        )}
      </Stack>
    </Section>
  );
}
