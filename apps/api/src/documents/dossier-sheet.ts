import type { SealedDossier } from "../process/gate-dossier.ts";
import {
  dayColumn,
  heading,
  letterhead,
  type NamedParty,
  paragraph,
  personColumn,
  quiet,
  shortColumn,
  table,
  word,
} from "./blocks.ts";
import type { Sheet } from "./pdf.ts";

/** Everything stated for every gate of a deliverable, under its seal (PROC-7). */
export function dossierSheet(
  { dossier, seal }: SealedDossier,
  on: string,
  parties: { readonly from: NamedParty; readonly to: NamedParty },
): Sheet {
  const { deliverable, phases, findings, moves, sows, changeOrders } = dossier;
  const titleOf = (id: string) => phases.find(({ phase }) => phase === id)?.title ?? id;
  return {
    title: `Gate dossier: ${deliverable.name}`,
    practice: parties.from.name,
    on,
    content: [
      ...letterhead("Gate dossier", parties.from, parties.to, [
        ["Deliverable", deliverable.name],
        ["Phase", titleOf(dossier.phase)],
        ["Delivered", dossier.deliveredOn ?? "not yet"],
      ]),
      ...phases.flatMap(({ title, gates }) =>
        gates.flatMap((gate) => [
          heading(`${title}: ${gate.title}`),
          quiet(`Rests on ${gate.clauses.join(", ")}`),
          table(
            "Condition",
            [dayColumn(), personColumn, shortColumn("Stands")],
            gate.conditions.flatMap(({ title: condition, statements, counts }) =>
              statements === null || statements.length === 0
                ? [
                    [
                      word(condition),
                      word(""),
                      word(""),
                      word(counts === null ? "missing" : counts.open === 0 ? "none open" : `${counts.open} open`),
                    ],
                  ]
                : statements.map((said) => [
                    word(condition, said.what),
                    word(said.on),
                    word(said.person),
                    word(said.stands ? "yes" : "replaced"),
                  ]),
            ),
          ),
        ]),
      ),
      ...(findings.length === 0
        ? []
        : [
            heading("Punch list and issues"),
            table(
              "What",
              [dayColumn("Reported"), dayColumn("End")],
              findings.map((each) => [word(each.what), word(each.reportedOn), word(each.endedOn ?? "open")]),
            ),
          ]),
      ...(moves.length === 0
        ? []
        : [
            heading("Phases"),
            table(
              "Move",
              [dayColumn(), personColumn],
              moves.map((move) => [
                word(`From ${titleOf(move.from)} to ${titleOf(move.to)}`, reasonOf(move)),
                word(move.on),
                word(move.person),
              ]),
            ),
          ]),
      ...[...sows, ...changeOrders].map((sealed) =>
        paragraph(`${sealed.id}: approved by ${sealed.approvedBy} on ${sealed.approvedOn}, seal ${sealed.seal}`),
      ),
      quiet(`Seal of this dossier (SHA-256): ${seal}`),
    ],
  };
}

/** Why it moved, where that is on record; and that it left stabilization early (PROC-7). */
const reasonOf = ({ daysEarly, reason }: SealedDossier["dossier"]["moves"][number]): string | undefined =>
  daysEarly === undefined ? (reason ?? undefined) : `${daysEarly} days before its planned end: ${reason ?? ""}`;
