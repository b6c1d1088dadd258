import type { Dossier } from "../api/answers.ts";

/** Something that happened to a piece of work, as everybody may read it. */
export interface Happened {
  readonly id: string;
  readonly on: string;
  readonly who: string;
  readonly what: string;
  readonly detail: string;
}

/** Moves, statements, findings and approvals of a deliverable, newest first (PROC-7). */
export function happenedOf(dossier: Dossier): readonly Happened[] {
  const titleOf = (id: string) => dossier.phases.find(({ phase }) => phase === id)?.title ?? id;
  const moves = dossier.moves.map(({ type, from, to, person, on, reason, override }, at) => ({
    ...{ id: `move ${at}`, on, who: person },
    what: type === "advanced" ? `Advanced to ${titleOf(to)}` : `Went back to ${titleOf(to)}`,
    detail: reason ?? override ?? `from ${titleOf(from)}`,
  }));
  const statements = dossier.phases.flatMap(({ gates }) =>
    gates.flatMap(({ conditions }) =>
      conditions.flatMap(({ condition, title, statements: said }) =>
        (said ?? []).map(({ person, on, what, stands }, at) => ({
          ...{ id: `statement ${condition} ${at}`, on, who: person },
          what: stands ? title : `${title} (stated anew since)`,
          detail: what,
        })),
      ),
    ),
  );
  const findings = dossier.findings.flatMap(({ id, what, reportedBy, reportedOn, state, endedBy, endedOn, note }) => [
    { id: `${id} reported`, on: reportedOn, who: reportedBy, what: "Found", detail: what },
    ...(endedOn === null
      ? []
      : [{ id: `${id} ended`, on: endedOn, who: endedBy ?? "", what: `Finding ${state}`, detail: note || what }]),
  ]);
  const documents = [...dossier.sows, ...dossier.changeOrders].flatMap(({ id, approvedOn, approvedBy }) =>
    approvedOn === null
      ? []
      : [{ id: `${id} approved`, on: approvedOn, who: approvedBy ?? "", what: "Approved", detail: id }],
  );
  return [...documents, ...findings, ...statements, ...moves].toSorted((a, b) =>
    a.on < b.on ? 1 : a.on > b.on ? -1 : 0,
  );
}
