import { type CustomizationProcess, customizationProcess } from "@cimpro/domain";
import type { Shell } from "../program/shell.ts";
import { noun, verb } from "../program/verb.ts";
import { type Block, facts, line } from "../terminal/block.ts";

/** `cimpro process …` */
export const processCommand = (shell: Shell) => noun("process", "how a customization comes live", [showCommand(shell)]);

const showCommand = (shell: Shell) =>
  verb("show", {
    summary: "the phases of a customization, their gates and what each gate needs",
    details:
      "The phases of a customization, the gates at the end of each, what a gate needs and of whom, and the rules behind them.",
    examples: ["cimpro process show", "cimpro --policy policy.json process show --explain"],
    rules: ["PROC-1", "PROC-2", "PROC-3", "PROC-4", "PROC-5", "PROC-6", "PROC-7", "PROC-8", "PROC-9"],
  }).action(async () => {
    await shell.answer(customizationProcess(await shell.policy()), processView);
  });

type Phase = CustomizationProcess["phases"][number];
type Condition = Phase["gates"][number]["conditions"][number];

function processView({
  phases,
  criticalWorkflows,
  stabilizationDays,
  goingBack,
}: CustomizationProcess): readonly Block[] {
  const titles = new Map(
    phases.flatMap(({ gates }) =>
      gates.flatMap(({ conditions }) => conditions.map(({ id, title }) => [id, title] as const)),
    ),
  );
  return [
    ...phases.flatMap((phase) => [
      line(headOf(phase)),
      ...(phase.gates.length === 0
        ? [line("No gates: what came here stays here.", "quiet")]
        : phase.gates.map(({ title, clauses, leadsTo, conditions }) =>
            facts(
              ["Gate", `${title} (${clauses.join(", ")})${leadsTo === null ? "" : `, leads to ${leadsTo}`}`],
              ...conditions.map((each) => ["Needs", conditionWords(each, titles)] as const),
            ),
          )),
      line(""),
    ]),
    facts(
      ["Critical workflows", criticalWorkflows.join(", ")],
      ["Stabilization", `${stabilizationDays} days, unless planned otherwise`],
      ["Going back", `one phase, with a ${goingBack.needs} (${goingBack.clauses.join(", ")})`],
    ),
  ];
}

const headOf = ({ number, id, title, clauses }: Phase): string =>
  `${number === null ? "Then" : `Phase ${number}`}, ${id}: ${title} (${clauses.join(", ")})`;

/** What must hold, who says so, and when it counts. */
function conditionWords({ title, when, evidence }: Condition, titles: ReadonlyMap<string, string>): string {
  const only = when === undefined ? "" : ", for a critical workflow";
  if (evidence.kind === "none-open") return `${title}${only}; counted: no open ${spaced(evidence.of)}`;
  const not = evidence.notBy === undefined ? "" : `, not by who gave “${titles.get(evidence.notBy) ?? evidence.notBy}”`;
  return `${title}${only}; from: ${orWords(evidence.by.map(spaced))}${not}`;
}

const orWords = (words: readonly string[]): string =>
  [words.slice(0, -1).join(", "), ...words.slice(-1)].filter((part) => part !== "").join(" or ");

const spaced = (id: string): string => id.replaceAll("-", " ");
