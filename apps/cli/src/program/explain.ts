import { type Clause, findClause, formatDuration, formatMoney, type TraceStep } from "@cimpro/domain";
import type { Client } from "../client/client.ts";
import { type Block, left, right } from "../terminal/block.ts";
import type { Shell } from "./shell.ts";
import type { About } from "./verb.ts";

/** Why an answer is what it is: its own trace if it has one, and the rules it rests on. */
export async function explanation(
  answer: unknown,
  about: About | undefined,
  shell: Shell,
  client: Client | undefined,
): Promise<readonly Block[]> {
  const { clauses, currency } =
    client === undefined ? await shell.policy() : (await client.policy.show.query({})).policy;
  const steps = traceOf(answer);
  const cited = new Set([...steps.map(({ clause }) => clause), ...clausesIn(answer), ...(about?.rules ?? [])]);
  return [...(steps.length === 0 ? [] : [stepTable(steps, currency)]), ruleTable([...cited], clauses)];
}

const stepTable = (steps: readonly TraceStep[], currency: string): Block => ({
  kind: "table",
  title: "How it was worked out",
  columns: [left("Rule"), left("Step"), right("Time"), right("Per hour"), right("Amount")],
  rows: steps.map(({ clause, what, minutes, ratePerHour, amount }) => [
    clause,
    what,
    minutes === undefined ? "" : formatDuration(minutes),
    ratePerHour === undefined ? "" : formatMoney(ratePerHour, currency),
    amount === undefined ? "" : formatMoney(amount, currency),
  ]),
});

const ruleTable = (ids: readonly string[], clauses: readonly Clause[]): Block => ({
  kind: "table",
  title: "Rules it rests on",
  columns: [left("Rule"), left("Title"), left("From")],
  rows: ids.map((id) => {
    const found = findClause(clauses, id);
    return found.ok ? [id, found.value.title, found.value.source?.document ?? "our decision"] : [id, "", ""];
  }),
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function traceOf(answer: unknown): readonly TraceStep[] {
  if (!isObject(answer)) return [];
  if (Array.isArray(answer.trace)) return answer.trace;
  // A document has no trace of its own: its lines have.
  return Array.isArray(answer.lines) ? answer.lines.flatMap(traceOf) : [];
}

/** The clauses that the lines of a document name. */
function clausesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(clausesIn);
  if (!isObject(value)) return [];
  const own = Array.isArray(value.clauses) ? value.clauses.filter((each) => typeof each === "string") : [];
  return [...own, ...(Array.isArray(value.lines) ? clausesIn(value.lines) : [])];
}
