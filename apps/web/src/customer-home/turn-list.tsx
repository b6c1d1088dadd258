import { formatDuration } from "@cimpro/domain";
import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg, plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { CustomerTurn } from "../api/answers.ts";
import { useMay, useSession } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { Money } from "../figures/money.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import classes from "../home/need-list.module.css";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { namedWith } from "../page/named-with.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import type { Tone } from "../theme/tones.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { ApprovalLink } from "../work/approval-link.tsx";
import { DeliverableButton } from "../work/deliverable-link.tsx";
import { turnKey } from "./turn-key.ts";

const kinds: Readonly<Record<CustomerTurn["kind"], { readonly tone: Tone; readonly word: MessageDescriptor }>> = {
  sow: { tone: "soon", word: msg`To approve` },
  "change-order": { tone: "soon", word: msg`To approve` },
  uat: { tone: "soon", word: msg`To test` },
  word: { tone: "soon", word: msg`To confirm` },
  wait: { tone: "soon", word: msg`To answer` },
  invoice: { tone: "soon", word: msg`To pay` },
  step: { tone: "quiet", word: msg`Plan step` },
};

/** What goes on only when the customer does their part; each with the one thing to do about it. */
export function TurnList({
  account,
  turns,
  currency,
}: {
  readonly account: string;
  readonly turns: readonly CustomerTurn[];
  readonly currency: string;
}) {
  if (turns.length === 0)
    return (
      <Empty
        icon={<IconCircleCheck />}
        title={t`Nothing waits for you`}
        next={t`What there is to approve, to answer and to pay will show up here.`}
      />
    );
  return (
    <ul className={classes.needs}>
      {turns.map((turn, at) => {
        const late = turn.kind === "invoice" && turn.pastDueDays > 0;
        return (
          <li key={turnKey(turn)} className={classes.need}>
            <div className={classes.kind}>
              <StateBadge tone={late ? "late" : kinds[turn.kind].tone}>
                {late ? t`Past due` : i18n._(kinds[turn.kind].word)}
              </StateBadge>
            </div>
            <div className={classes.what}>
              <Text fw={550} id={`turn-${at}`}>
                {subjectOf(turn)}
              </Text>
              <Text size="sm" c="dimmed" component="div">
                <Words turn={turn} />
              </Text>
            </div>
            <div className={classes.cost}>
              {turn.kind === "sow" ? (
                <Money amount={turn.total} currency={currency} />
              ) : turn.kind === "change-order" ? (
                turn.amount === null ? null : (
                  <Money amount={turn.amount} currency={currency} />
                )
              ) : turn.kind === "invoice" ? (
                <Money amount={turn.balance} currency={currency} />
              ) : null}
            </div>
            <div className={classes.action}>
              <Action account={account} turn={turn} subject={`turn-${at}`} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function subjectOf(turn: CustomerTurn): string {
  switch (turn.kind) {
    case "invoice":
      return turn.number;
    case "step":
      return turn.label;
    default:
      return turn.name;
  }
}

function Words({ turn }: { readonly turn: CustomerTurn }): ReactNode {
  const { today } = useSession();
  const approves = useMay("sow.approve");
  const day = (on: string) => formatDay(on, today);
  switch (turn.kind) {
    case "sow": {
      const until = day(turn.until);
      return (
        <>
          {approves ? (
            <Trans>Statement of work, to approve until {until}; the work begins once it is</Trans>
          ) : (
            <Trans>
              Statement of work, for your program manager to approve until {until}; the work begins once it is
            </Trans>
          )}{" "}
          <ClauseLink id="DLV-2" />
        </>
      );
    }
    case "change-order": {
      const [time, since] = [formatDuration(turn.minutes), day(turn.since)];
      return (
        <>
          {approves ? (
            <Trans>
              Change order over {time}, proposed {since}; what it adds waits for your decision
            </Trans>
          ) : (
            <Trans>
              Change order over {time}, proposed {since}; what it adds waits for your program manager's decision
            </Trans>
          )}{" "}
          <ClauseLink id="DLV-4" />
        </>
      );
    }
    case "uat":
      return (
        <>
          {approves
            ? plural(turn.openFindings, {
                0: "Ready for your testing; it goes live once you approve it",
                one: "Ready for your testing; it goes live once # punch-list item is done and you approve it",
                other: "Ready for your testing; it goes live once # punch-list items are done and you approve it",
              })
            : plural(turn.openFindings, {
                0: "Ready for testing; it goes live once your program manager approves it",
                one: "Ready for testing; it goes live once # punch-list item is done and your program manager approves it",
                other:
                  "Ready for testing; it goes live once # punch-list items are done and your program manager approves it",
              })}{" "}
          <ClauseLink id="PROC-4" />
        </>
      );
    case "word": {
      const { what } = turn;
      return (
        <>
          <Trans>{what}; the next step waits for it</Trans> <ClauseLink id="PROC-5" />
        </>
      );
    }
    case "wait": {
      const [since, what] = [day(turn.since), turn.what];
      return (
        <>
          <WaitWords since={since} what={what} movesDates={turn.movesDates} /> <ClauseLink id="LEAD-6" />
        </>
      );
    }
    case "invoice":
      return turn.pastDueDays === 0 ? (
        <>
          <Trans>Due on receipt</Trans> <ClauseLink id="INV-2" />
        </>
      ) : (
        <>
          {plural(turn.pastDueDays, {
            one: "# day past due; work stops until it is paid",
            other: "# days past due; work stops until it is paid",
          })}{" "}
          <ClauseLink id="INV-5" />
        </>
      );
    case "step": {
      const end = turn.until === null ? null : day(turn.until);
      return (
        <>
          {end === null
            ? t`Your step of the implementation plan`
            : t`Your step of the implementation plan, forecast to end ${end}; a day later moves what needs it`}{" "}
          <ClauseLink id="IMPL-2" />
        </>
      );
    }
  }
}

/** What was asked since when, and what it costs to wait (LEAD-6). */
function WaitWords({
  since,
  what,
  movesDates,
}: {
  readonly since: string;
  readonly what: string;
  readonly movesDates: boolean;
}) {
  return movesDates ? (
    <Trans>
      We asked on {since}: {what}. The promised date moves while we wait
    </Trans>
  ) : (
    <Trans>
      We asked on {since}: {what}. The work waits for it
    </Trans>
  );
}

function Action({
  account,
  turn,
  subject,
}: {
  readonly account: string;
  readonly turn: CustomerTurn;
  /** The name, on the page, of what says what it is about. */
  readonly subject: string;
}) {
  const look = { size: "xs", variant: "light", ...namedWith(subject) } as const;
  const approves = useMay("sow.approve");
  switch (turn.kind) {
    case "sow":
    case "change-order":
    case "uat":
      return (
        <ApprovalLink
          account={account}
          kind={turn.kind}
          deliverable={turn.deliverable}
          id={"id" in turn ? turn.id : turn.condition}
          subject={subject}
        >
          {approves ? t`Review and approve` : t`Look at it`}
        </ApprovalLink>
      );
    case "word":
      return (
        <DeliverableButton
          {...{ account, deliverable: turn.deliverable, subject }}
          search={{ tab: "gates", ask: "evidence", condition: turn.condition }}
        >
          <Trans>Confirm</Trans>
        </DeliverableButton>
      );
    case "wait":
      return (
        <AskLink {...look} ask="answer" with={{ wait: turn.id }}>
          <Trans>Answer</Trans>
        </AskLink>
      );
    case "invoice":
      return (
        <ButtonLink {...look} to="/invoices/$number" params={{ number: turn.number }}>
          <Trans>See invoice</Trans>
        </ButtonLink>
      );
    case "step":
      return (
        <ButtonLink {...look} to="/plan" search={{ plan: turn.plan }}>
          <Trans>Open the plan</Trans>
        </ButtonLink>
      );
  }
}
