import type { EvidenceGiver } from "@cimpro/domain";
import { Text } from "@mantine/core";
import type { ConditionView } from "../api/answers.ts";
import { useSession } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import classes from "./gate-card.module.css";
import { giverWords, roleWords } from "./giver-words.ts";
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
  const { role } = useSession();
  const { by, state, title } = condition;
  const may = by === null ? null : mayState(role, by);
  const gates = { to: "/accounts/$id/deliverables/$deliverable", params: { id: account, deliverable } } as const;
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <Text size="sm" fw={500}>
          {title}
        </Text>
        <Text size="sm" c="dimmed" component="div">
          <Detail condition={condition} />
        </Text>
      </div>
      {!offered || state === "not-needed" ? null : by === null ? (
        condition.open === 0 ? null : (
          <ButtonLink {...gates} search={{ tab: "gates" }} hash="findings" size="xs" variant="default">
            See what is open
          </ButtonLink>
        )
      ) : may === null ? null : (
        <ButtonLink
          {...gates}
          search={{ tab: "gates", ask: "evidence", condition: condition.condition }}
          size="xs"
          variant={state === "missing" ? (may === "own" ? "filled" : "light") : "subtle"}
          aria-label={`${state === "missing" ? "State" : "State anew"}: ${title}`}
        >
          {wordOf(state === "missing", may, by)}
        </ButtonLink>
      )}
    </div>
  );
}

/** What only the budget holder can state is an approval. */
function wordOf(isMissing: boolean, may: "own" | "record", by: readonly EvidenceGiver[]): string {
  if (!isMissing) return "State anew";
  if (may === "record") return "Put on record";
  return by.every((giver) => giver === "program-manager") ? "Approve" : "State it";
}

function Detail({ condition: { statement, state, by, open } }: { readonly condition: ConditionView }) {
  if (statement !== null)
    return (
      <>
        {statement.person} ({roleWords[statement.by]}), <DayLabel day={statement.on} />: {statement.what}
        {statement.recordedBy === undefined ? null : `. On record by ${statement.recordedBy}.`}
      </>
    );
  if (state === "not-needed") return <>Only for work that touches a critical workflow</>;
  if (by === null) return open === 0 ? <>Nothing is open</> : <>Missing: {open} still open</>;
  return <>Missing: {by.map((giver) => giverWords[giver]).join(" or ")} can state it</>;
}
