import type { Role } from "../access/roles.ts";
import { administrative, commercial, delivering, financial, team } from "../access/roles.ts";

export type NeedKind =
  | "request"
  | "promise"
  | "answer"
  | "approval"
  | "settlement"
  | "stopped"
  | "overdue"
  | "allowance-low"
  | "held"
  | "unbilled"
  | "time-missing"
  | "review"
  | "message";

/** Something that waits for a person, with what waiting costs. */
export interface Need {
  readonly kind: NeedKind;
  /** Past its time already, soon past it, or waiting without a date. */
  readonly urgency: "late" | "soon" | "open";
  /** Null where it is the practice's own. */
  readonly account: string | null;
  readonly accountName: string | null;
  /** What in the account it is about: a deliverable, a request, a person, an update. */
  readonly about: string | null;
  /** Its name for people. */
  readonly title: string;
  readonly message: string;
  readonly clause: string | null;
  /** The money at stake, in cents; 0 where it is not about money. */
  readonly cost: number;
  /** The day since which, or by which, it waits; orders what costs the same. */
  readonly day: string;
}

/** Who can do something about it (ROLE-5). */
const whose: Readonly<Record<NeedKind, readonly Role[]>> = {
  request: delivering,
  promise: team,
  answer: delivering,
  approval: commercial,
  settlement: commercial,
  stopped: team,
  overdue: financial,
  "allowance-low": commercial,
  held: commercial,
  unbilled: financial,
  "time-missing": team,
  review: delivering,
  message: administrative,
};

const rank = { late: 0, soon: 1, open: 2 } as const;

/** What somebody of this role can act on, in the order of what waiting costs: late first, then by the money, then by age. */
export const needsFor = (role: Role, needs: readonly Need[]): readonly Need[] =>
  needs
    .filter(({ kind }) => whose[kind].includes(role))
    .toSorted(
      (a, b) =>
        rank[a.urgency] - rank[b.urgency] || b.cost - a.cost || compare(a.day, b.day) || compare(a.title, b.title),
    );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
