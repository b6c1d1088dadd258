import { t } from "@lingui/core/macro";
import { Text, Title } from "@mantine/core";
import { useId, useState } from "react";
import type { BoardCard } from "../api/answers.ts";
import classes from "./board.module.css";
import { BoardCardView } from "./board-card.tsx";
import { type BoardColumn, keyOf } from "./columns.ts";

/** A phase with the work that is in it; a card can be dropped on it. */
export function BoardColumnView({
  column,
  shown,
  before,
  next,
  isLast,
  dragged,
  onDrag,
  cards,
  onMove,
}: {
  readonly column: BoardColumn;
  /** On a phone, where there is one at a time. */
  readonly shown: boolean;
  readonly before: BoardColumn | undefined;
  readonly next: BoardColumn | undefined;
  readonly isLast: boolean;
  readonly dragged: string | null;
  readonly onDrag: (key: string | null) => void;
  readonly cards: readonly BoardCard[];
  readonly onMove: (card: BoardCard, to: string) => void;
}) {
  const heading = useId();
  const [over, setOver] = useState(false);
  const card = cards.find((each) => keyOf(each) === dragged);
  const takes = card !== undefined && card.phase !== column.phase;
  return (
    <section
      className={classes.column}
      aria-labelledby={heading}
      data-shown={shown || undefined}
      data-over={(over && takes) || undefined}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrag(null);
        if (card !== undefined && takes) onMove(card, column.phase);
      }}
    >
      <Title order={2} fz="sm" id={heading} className={classes.head ?? ""}>
        {column.title}
        <span className={`figure ${classes.count}`}>{column.cards.length}</span>
      </Title>
      {column.cards.length === 0 ? (
        <Text size="sm" c="dimmed" px={4}>
          {isLast ? t`What enters it is live and leaves the board.` : t`Nothing here.`}
        </Text>
      ) : (
        <ul className={classes.cards}>
          {column.cards.map((each) => (
            <li key={keyOf(each)}>
              <BoardCardView card={each} before={before} next={next} onDrag={onDrag} onMove={onMove} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
