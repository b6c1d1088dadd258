import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { ActionIcon, Group, Menu, Progress, Text } from "@mantine/core";
import { IconArrowLeft, IconArrowRight, IconDotsVertical } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { KeyboardEvent } from "react";
import type { BoardCard } from "../api/answers.ts";
import { useMay } from "../api/session.ts";
import { Duration } from "../figures/duration.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import classes from "./board.module.css";
import { CardClock } from "./card-clock.tsx";
import { type BoardColumn, keyOf } from "./columns.ts";

/** A piece of work on the board; it moves by drag, by its menu, and by the arrow keys on its name. */
export function BoardCardView({
  card,
  before,
  next,
  onDrag,
  onMove,
}: {
  readonly card: BoardCard;
  readonly before: BoardColumn | undefined;
  readonly next: BoardColumn | undefined;
  readonly onDrag: (key: string | null) => void;
  readonly onMove: (card: BoardCard, to: string) => void;
}) {
  const mayMove = useMay("phase.advance");
  const { account, accountName, deliverable, name, daysInPhase, leadTime } = card;
  const move = (event: KeyboardEvent) => {
    const to = event.key === "ArrowRight" ? next : event.key === "ArrowLeft" ? before : undefined;
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey || !mayMove) return;
    event.preventDefault();
    onMove(card, to.phase);
  };
  return (
    <article
      className={classes.card}
      draggable={mayMove}
      onDragStart={(event) => {
        event.dataTransfer.setData("text/plain", keyOf(card));
        event.dataTransfer.effectAllowed = "move";
        onDrag(keyOf(card));
      }}
      onDragEnd={() => onDrag(null)}
    >
      <Group gap={4} wrap="nowrap" align="flex-start" justify="space-between">
        <div style={{ minWidth: 0 }}>
          <Link
            to="/accounts/$id/deliverables/$deliverable"
            params={{ id: account, deliverable }}
            className={classes.name}
            draggable={false}
            onKeyDown={move}
            aria-keyshortcuts={mayMove ? "ArrowRight ArrowLeft" : undefined}
          >
            {name}
          </Link>
          <Text size="xs" c="dimmed" truncate>
            {accountName}
          </Text>
        </div>
        {mayMove ? (
          <Menu position="bottom-end" shadow="md">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t`Move ${name}`}>
                <IconDotsVertical size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {next === undefined ? null : (
                <Menu.Item
                  leftSection={<IconArrowRight size={16} aria-hidden />}
                  onClick={() => onMove(card, next.phase)}
                >
                  <Trans>Move to {next.title}</Trans>
                </Menu.Item>
              )}
              {before === undefined ? null : (
                <Menu.Item
                  leftSection={<IconArrowLeft size={16} aria-hidden />}
                  onClick={() => onMove(card, before.phase)}
                >
                  <Trans>Move back to {before.title}</Trans>
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </Group>
      <Used card={card} />
      {leadTime === null ? null : <CardClock account={account} deliverable={deliverable} leadTime={leadTime} />}
      <Group gap={4}>
        <Blockers card={card} />
      </Group>
      {daysInPhase === null ? null : (
        <Text size="xs" c="dimmed">
          {daysInPhase === 0 ? t`here since today` : plural(daysInPhase, { one: "# day here", other: "# days here" })}
        </Text>
      )}
    </article>
  );
}

/** What was worked against what was estimated or approved. */
function Used({ card: { estimatedMinutes, workedMinutes } }: { readonly card: BoardCard }) {
  const over = estimatedMinutes > 0 && workedMinutes > estimatedMinutes;
  return (
    <div>
      <Text size="xs" component="div">
        {estimatedMinutes === 0 ? (
          <Trans>
            <Duration minutes={workedMinutes} /> worked, no estimate
          </Trans>
        ) : over ? (
          <Trans>
            <Duration minutes={workedMinutes} /> of <Duration minutes={estimatedMinutes} />, over
          </Trans>
        ) : (
          <Trans>
            <Duration minutes={workedMinutes} /> of <Duration minutes={estimatedMinutes} />
          </Trans>
        )}
      </Text>
      {estimatedMinutes === 0 ? null : (
        <Progress
          mt={4}
          size="sm"
          aria-hidden
          color={over ? "orange" : "indigo"}
          value={over ? 100 : (workedMinutes * 100) / estimatedMinutes}
        />
      )}
    </div>
  );
}

function Blockers({ card: { blocker } }: { readonly card: BoardCard }) {
  const { stopped, waits, missing, nextCondition } = blocker;
  return (
    <>
      {stopped ? (
        <StateBadge tone="late" stop>
          <Trans>Stopped</Trans>
        </StateBadge>
      ) : null}
      {waits.map(({ whose, from, what }) => (
        <span key={`${whose} ${from} ${what}`} title={what}>
          <StateBadge tone="soon">{whose === "client" ? t`Waits for customer` : t`Waits for product`}</StateBadge>
        </span>
      ))}
      {missing > 0 ? (
        <span title={nextCondition ?? ""}>
          <StateBadge tone="quiet">
            <Trans>{missing} missing</Trans>
          </StateBadge>
        </span>
      ) : (
        <StateBadge tone="good">
          <Trans>Ready</Trans>
        </StateBadge>
      )}
    </>
  );
}
