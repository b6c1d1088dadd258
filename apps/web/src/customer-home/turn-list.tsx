import { formatDuration } from "@cimpro/domain";
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
import { StateBadge } from "../standing/state-badge.tsx";
import type { Tone } from "../theme/tones.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { ApprovalLink } from "../work/approval-link.tsx";
import { DeliverableButton } from "../work/deliverable-link.tsx";
import { turnKey } from "./turn-key.ts";

const kinds: Readonly<Record<CustomerTurn["kind"], { readonly tone: Tone; readonly word: string }>> = {
  sow: { tone: "soon", word: "To approve" },
  "change-order": { tone: "soon", word: "To approve" },
  uat: { tone: "soon", word: "To test" },
  word: { tone: "soon", word: "To confirm" },
  wait: { tone: "soon", word: "To answer" },
  invoice: { tone: "soon", word: "To pay" },
  step: { tone: "quiet", word: "Plan step" },
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
        title="Nothing waits for you"
        next="What there is to approve, to answer and to pay will show up here."
      />
    );
  return (
    <ul className={classes.needs}>
      {turns.map((turn) => {
        const late = turn.kind === "invoice" && turn.pastDueDays > 0;
        return (
          <li key={turnKey(turn)} className={classes.need}>
            <div className={classes.kind}>
              <StateBadge tone={late ? "late" : kinds[turn.kind].tone}>
                {late ? "Past due" : kinds[turn.kind].word}
              </StateBadge>
            </div>
            <div className={classes.what}>
              <Text fw={550}>{subjectOf(turn)}</Text>
              <Text size="sm" c="dimmed" component="div">
                <Words turn={turn} />
              </Text>
            </div>
            <div className={classes.cost}>
              {turn.kind === "sow" ? (
                <Money amount={turn.total} currency={currency} />
              ) : turn.kind === "invoice" ? (
                <Money amount={turn.balance} currency={currency} />
              ) : null}
            </div>
            <div className={classes.action}>
              <Action account={account} turn={turn} />
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
  const day = (on: string) => formatDay(on, today);
  switch (turn.kind) {
    case "sow":
      return (
        <>
          Statement of work, to approve until {day(turn.until)} <ClauseLink id="DLV-2" />
        </>
      );
    case "change-order":
      return (
        <>
          Change order over {formatDuration(turn.minutes)}, proposed {day(turn.since)} <ClauseLink id="DLV-4" />
        </>
      );
    case "uat":
      return (
        <>
          Ready for your testing and final approval
          {turn.openFindings === 0
            ? ""
            : `; ${turn.openFindings} punch-list ${turn.openFindings === 1 ? "item is" : "items are"} open`}{" "}
          <ClauseLink id="PROC-4" />
        </>
      );
    case "word":
      return (
        <>
          {turn.what} <ClauseLink id="PROC-5" />
        </>
      );
    case "wait":
      return (
        <>
          We asked on {day(turn.since)}: {turn.what} <ClauseLink id="LEAD-6" />
        </>
      );
    case "invoice":
      return turn.pastDueDays === 0 ? (
        <>
          Due on receipt <ClauseLink id="INV-2" />
        </>
      ) : (
        <>
          {turn.pastDueDays} {turn.pastDueDays === 1 ? "day" : "days"} past due; work stops until it is paid{" "}
          <ClauseLink id="INV-5" />
        </>
      );
    case "step":
      return (
        <>
          Your step of the implementation plan{turn.until === null ? "" : `, forecast to end ${day(turn.until)}`}{" "}
          <ClauseLink id="IMPL-2" />
        </>
      );
  }
}

const look = { size: "xs", variant: "light" } as const;

function Action({ account, turn }: { readonly account: string; readonly turn: CustomerTurn }) {
  const approves = useMay("approving");
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
        >
          {approves ? "Review and approve" : "Look at it"}
        </ApprovalLink>
      );
    case "word":
      return (
        <DeliverableButton account={account} deliverable={turn.deliverable}>
          Confirm
        </DeliverableButton>
      );
    case "wait":
      return (
        <AskLink {...look} ask="answer" with={{ wait: turn.id }}>
          Answer
        </AskLink>
      );
    case "invoice":
      return (
        <ButtonLink {...look} to="/invoices/$number" params={{ number: turn.number }}>
          See invoice
        </ButtonLink>
      );
    case "step":
      return (
        <ButtonLink {...look} to="/plan" search={{ plan: turn.plan }}>
          Open the plan
        </ButtonLink>
      );
  }
}
