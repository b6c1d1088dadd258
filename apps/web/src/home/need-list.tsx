import { Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import type { Need } from "../api/answers.ts";
import { Money } from "../figures/money.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { Empty } from "../page/empty.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import type { Tone } from "../theme/tones.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import classes from "./need-list.module.css";

const kinds: Readonly<Record<Need["kind"], { readonly tone: Tone; readonly word: string }>> = {
  stopped: { tone: "late", word: "Work stopped" },
  "allowance-low": { tone: "soon", word: "Hours low" },
  unbilled: { tone: "soon", word: "To bill" },
};

/** What waits, in the order of what waiting costs; each with the one thing to do about it. */
export function NeedList({ needs, currency }: { readonly needs: readonly Need[]; readonly currency: string }) {
  if (needs.length === 0)
    return (
      <Empty
        icon={<IconCircleCheck />}
        title="Nothing waits for you"
        next="Stopped work, overdue invoices, allowances that run low and work to bill will show up here."
      />
    );
  return (
    <ul className={classes.needs}>
      {needs.map((need) => (
        <li key={`${need.kind} ${need.account}`} className={classes.need}>
          <div className={classes.kind}>
            <StateBadge tone={kinds[need.kind].tone} stop={need.kind === "stopped"}>
              {kinds[need.kind].word}
            </StateBadge>
          </div>
          <div className={classes.what}>
            <TextLink to="/accounts/$id" params={{ id: need.account }} fw={550} c="var(--mantine-color-text)">
              {need.accountName}
            </TextLink>
            <Text size="sm" c="dimmed" component="div">
              {need.message} <ClauseLink id={need.clause} />
            </Text>
          </div>
          <div className={classes.cost}>
            <Money amount={need.cost} currency={currency} />
          </div>
          <div className={classes.action}>
            <Action need={need} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Action({ need }: { readonly need: Need }) {
  const look = { size: "xs", variant: "light" } as const;
  const account = { id: need.account };
  switch (need.kind) {
    case "stopped":
      return (
        <ButtonLink {...look} to="/accounts/$id" params={account} search={{ ask: "payment" }}>
          Record payment
        </ButtonLink>
      );
    case "allowance-low":
      return (
        <ButtonLink {...look} to="/accounts/$id" params={account} search={{ tab: "allowances", ask: "allowance" }}>
          Sell hours
        </ButtonLink>
      );
    case "unbilled":
      return (
        <ButtonLink {...look} to="/billing" search={{ account: need.account }}>
          Preview billing
        </ButtonLink>
      );
  }
}
