import type { Clause } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { Explanation } from "./explanation.ts";

/** The whole explanation as plain text, to paste into a mail. */
export function explanationText(explanation: Explanation, clauses: readonly Clause[], policy: string): string {
  const { title, figure, sentence, steps, facts } = explanation;
  return [
    `${title}: ${figure}`,
    sentence,
    "",
    ...steps.map(({ what, working, result, clause }) =>
      ["-", what, working, result === undefined ? undefined : `= ${result}`, clause === undefined ? "" : `[${clause}]`]
        .filter(Boolean)
        .join(" "),
    ),
    "",
    ...clauses.flatMap((clause) => [
      `${clause.id} ${clause.title}${clause.source === null ? "" : ` (${clause.source.document}, ${clause.source.section})`}`,
      ...clause.parts.map(({ origin, text }) => `  ${origin === "seed" ? t`Source` : t`Our setting`}: ${text}`),
    ]),
    policy,
    ...(facts === undefined
      ? []
      : ["", facts.title, facts.columns.join("\t"), ...facts.rows.map(({ cells }) => cells.join("\t"))]),
  ].join("\n");
}
