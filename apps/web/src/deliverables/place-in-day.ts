import type { Dossier } from "../api/answers.ts";

/** Where something stands among what happened on the same day: later is greater. */
export type PlaceInDay = number;

/** A stay of the work in a phase: from the move into it to the move out of it, both days included. */
interface Stay {
  readonly phase: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The order of what happened on one day, as the way through the phases tells it: what was stated in a phase came after the
 * move into it and before the move out of it.
 */
export function placesInDay({ phase, moves }: Pick<Dossier, "phase" | "moves">) {
  const stays: readonly Stay[] = [moves[0]?.from ?? phase, ...moves.map(({ to }) => to)].map((each, at) => ({
    phase: each,
    from: moves[at - 1]?.on ?? "",
    to: moves[at]?.on ?? "9999-12-31",
  }));
  const within =
    (day: string) =>
    ({ from, to }: Stay) =>
      from <= day && day <= to;
  return {
    /** Of a move, by its place in the record. */
    afterMove: (at: number): PlaceInDay => 2 * at + 1,
    /** Of what belongs to a phase; where the work was in it twice that day, in the first or the last stay. */
    inPhase: (of: string, day: string, which: "first" | "last"): PlaceInDay => {
      const isThere = (stay: Stay) => stay.phase === of && within(day)(stay);
      const stay = which === "first" ? stays.findIndex(isThere) : stays.findLastIndex(isThere);
      return 2 * (stay >= 0 ? stay : stays.findLastIndex(within(day)));
    },
    /** Of what belongs to no phase: where the work was when the day began. */
    atFirst: (day: string): PlaceInDay => 2 * stays.findIndex(within(day)),
  };
}
