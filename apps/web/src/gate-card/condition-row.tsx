import type { EvidenceGiver } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Text } from "@mantine/core";
import type { ConditionView } from "../api/answers.ts";
import { useSession } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import classes from "./gate-card.module.css";
import { giversInWords, roleWord } from "./giver-words.ts";
import { mayState } from "./who-may.ts";

/** One condition of a gate: who stated it, when and what; or who can, with the button for whoever may. */
export function ConditionRow({
  condition,
  offered,
  account,
  deliverable,
}: {
  readonly condition: ConditionView;
  readonly offered: boolean;
  readonly account: string;
  readonly deliverable: string;
}) {
  const { role, account: own } = useSession();
  const { by, state, title } = condition;
  const may = by === null ? null : mayState(role, by);
  const word = may === null || by === null ? "" : wordOf(state === "missing", may, by);
  const gates = { to: "/accounts/$id/deliverables/$deliverable", params: { id: account, deliverable } } as const;
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <Text size="sm" fw={500}>
          {title}
        </Text>
        <Text size="sm" c="dimmed" component="div">
          <Detail condition={condition} to={own === null ? "team" : "customer"} />
        </Text>
      </div>
      {!offered || state === "not-needed" ? null : by === null ? (
        condition.open === 0 ? null : (
          <ButtonLink {...gates} search={{ tab: "gates" }} hash="findings" size="xs" variant="default">
            <Trans>See what is open</Trans>
          </ButtonLink>
        )
      ) : may === null ? null : (
        <ButtonLink
          {...gates}
          search={{ tab: "gates", ask: "evidence", condition: condition.condition }}
          size="xs"
          variant={state === "missing" ? (may === "own" ? "filled" : "light") : "subtle"}
          aria-label={t`${word}: ${title}`}
        >
          {word}
        </ButtonLink>
      )}
    </div>
  );
}

/** What only the budget holder can state is an approval. */
function wordOf(isMissing: boolean, may: "own" | "record", by: readonly EvidenceGiver[]): string {
  if (!isMissing) return t`State anew`;
  if (may === "record") return t`Put on record`;
  if (by.every((giver) => giver === "program-manager")) return t`Approve`;
  return may === "own" && by.every((giver) => givenByCustomers.has(giver)) ? t`Confirm` : t`State it`;
}

const givenByCustomers: ReadonlySet<EvidenceGiver> = new Set(["program-manager", "customer"]);

function Detail({
  condition: { statement, state, by, open },
  to,
}: {
  readonly condition: ConditionView;
  readonly to: "customer" | "team";
}) {
  if (statement !== null) {
    const { person, on, what, recordedBy } = statement;
    const role = roleWord(statement.by);
    return recordedBy === undefined ? (
      <Trans>
        {person} ({role}), <DayLabel day={on} />: {what}
      </Trans>
    ) : (
      <Trans>
        {person} ({role}), <DayLabel day={on} />: {what}. On record by {recordedBy}.
      </Trans>
    );
  }
  if (state === "not-needed") return <Trans>Only for work that touches a critical workflow</Trans>;
  if (by === null) return open === 0 ? <Trans>Nothing is open</Trans> : <Trans>Missing: {open} still open</Trans>;
  const givers = giversInWords(by, to);
  return <Trans>Missing: {givers} can state it</Trans>;
}
