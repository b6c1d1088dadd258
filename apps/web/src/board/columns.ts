import type { BoardCard } from "../api/answers.ts";

export interface BoardColumn {
  readonly phase: string;
  readonly title: string;
  readonly cards: readonly BoardCard[];
}

/** Cards by phase in the order of the process; a phase that the process in force dropped stands last. */
export function columnsOf(
  phases: readonly { readonly id: string; readonly title: string }[],
  cards: readonly BoardCard[],
): readonly BoardColumn[] {
  const known = phases.map(({ id, title }) => ({ phase: id, title }));
  const dropped = cards
    .filter(({ phase }) => !phases.some(({ id }) => id === phase))
    .map(({ phase, phaseTitle }) => ({ phase, title: phaseTitle }));
  const unique = dropped.filter(({ phase }, at) => dropped.findIndex((each) => each.phase === phase) === at);
  return [...known, ...unique].map((column) => ({
    ...column,
    cards: cards.filter(({ phase }) => phase === column.phase),
  }));
}

/** The cards in the order in which the board shows them. */
export const inColumns = (columns: readonly BoardColumn[]): readonly BoardCard[] =>
  columns.flatMap(({ cards }) => cards);

/** Whether something other than the gates of its phase holds the work up. */
export const isHeldUp = ({ blocker: { stopped, waits } }: BoardCard): boolean => stopped || waits.length > 0;

/** What the filters leave. */
export const shownCards = (
  cards: readonly BoardCard[],
  { account, blocked }: { readonly account?: string | undefined; readonly blocked?: boolean | undefined },
): readonly BoardCard[] =>
  cards.filter((card) => (account === undefined || card.account === account) && (blocked !== true || isHeldUp(card)));

export const keyOf = ({ account, deliverable }: Pick<BoardCard, "account" | "deliverable">): string =>
  `${account}/${deliverable}`;

/** The card that a key names. */
export function cardOfKey(key: string | undefined): { readonly account: string; readonly deliverable: string } | null {
  const [account = "", deliverable = ""] = (key ?? "").split("/");
  return account === "" || deliverable === "" ? null : { account, deliverable };
}
