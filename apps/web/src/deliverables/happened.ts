import { plural, t } from "@lingui/core/macro";
import type { Dossier } from "../api/answers.ts";
import { type PlaceInDay, placesInDay } from "./place-in-day.ts";

/** Something that happened to a piece of work, as everybody may read it. */
export interface Happened {
  readonly id: string;
  readonly on: string;
  readonly who: string;
  readonly what: string;
  readonly detail: string;
}

/** With where it stands among what happened on the same day: the dossier keeps days, and the order of its phases. */
type Placed = Happened & { readonly place: PlaceInDay };

/** Moves, statements, findings and approvals of a deliverable, newest first (PROC-7). */
export function happenedOf(dossier: Dossier): readonly Happened[] {
  const inOrder = [...statementsOf(dossier), ...findingsOf(dossier), ...documentsOf(dossier), ...movesOf(dossier)];
  return inOrder
    .map((each, at) => ({ each, at }))
    .toSorted((a, b) => compare(b.each.on, a.each.on) || b.each.place - a.each.place || b.at - a.at)
    .map(({ each: { place: _place, ...happened } }) => happened);
}

function movesOf(dossier: Dossier): readonly Placed[] {
  const { afterMove } = placesInDay(dossier);
  const titleOf = (id: string) => dossier.phases.find(({ phase }) => phase === id)?.title ?? id;
  return dossier.moves.map(({ type, from, to, person, on, reason, daysEarly, override }, at) => {
    const [fromTitle, toTitle] = [titleOf(from), titleOf(to)];
    return {
      ...{ id: `move ${at}`, on, who: person, place: afterMove(at) },
      what: type === "advanced" ? t`Advanced to ${toTitle}` : t`Went back to ${toTitle}`,
      detail: earlyWords(daysEarly, reason) ?? reason ?? override ?? t`from ${fromTitle}`,
    };
  });
}

function statementsOf(dossier: Dossier): readonly Placed[] {
  const { inPhase } = placesInDay(dossier);
  return dossier.phases.flatMap(({ phase, gates }) =>
    gates.flatMap(({ conditions }) =>
      conditions.flatMap(({ condition, title, statements }) =>
        (statements ?? []).map(({ person, on, what, stands }, at) => ({
          ...{
            id: `statement ${condition} ${at}`,
            on,
            who: person,
            place: inPhase(phase, on, stands ? "last" : "first"),
          },
          what: stands ? title : t`${title} (stated anew since)`,
          detail: what,
        })),
      ),
    ),
  );
}

function findingsOf(dossier: Dossier): readonly Placed[] {
  const { inPhase } = placesInDay(dossier);
  return dossier.findings.flatMap(({ id, phase, what, reportedBy, reportedOn, state, endedBy, endedOn, note }) => [
    {
      ...{ id: `${id} reported`, on: reportedOn, who: reportedBy, place: inPhase(phase, reportedOn, "first") },
      ...{ what: t`Found`, detail: what },
    },
    ...(endedOn === null
      ? []
      : [
          {
            ...{ id: `${id} ended`, on: endedOn, who: endedBy ?? "", place: inPhase(phase, endedOn, "last") },
            what: state === "withdrawn" ? t`Finding withdrawn` : t`Finding done`,
            detail: note || what,
          },
        ]),
  ]);
}

function documentsOf(dossier: Dossier): readonly Placed[] {
  const { atFirst } = placesInDay(dossier);
  return [...dossier.sows, ...dossier.changeOrders].flatMap(({ id, approvedOn, approvedBy }) =>
    approvedOn === null
      ? []
      : [
          {
            ...{ id: `${id} approved`, on: approvedOn, who: approvedBy ?? "", place: atFirst(approvedOn) },
            ...{ what: t`Approved`, detail: id },
          },
        ],
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** That stabilization was left before its planned days, and why (PROC-7). */
function earlyWords(days: number | undefined, reason: string | null): string | null {
  if (days === undefined) return null;
  const early = plural(days, { one: "# day before its planned end", other: "# days before its planned end" });
  return reason === null ? early : `${early}: ${reason}`;
}
