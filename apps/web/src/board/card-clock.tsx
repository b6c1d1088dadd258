import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Text } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { BoardCard } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { DayStrip } from "../day-strip/day-strip.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import classes from "./board.module.css";

/** The lead-time clock of a card: asked for once the card comes into view, in a place kept for it. */
export function CardClock({
  account,
  deliverable,
  leadTime,
}: Pick<BoardCard, "account" | "deliverable"> & { readonly leadTime: NonNullable<BoardCard["leadTime"]> }) {
  const { ref, entry } = useIntersection({ rootMargin: "200px" });
  const inView = entry?.isIntersecting === true;
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (inView) setSeen(true);
  }, [inView]);
  const clock = useQuery({
    ...useApi().leadTime.clock.queryOptions({ account, deliverable }),
    enabled: seen,
  }).data;
  return (
    <div ref={ref} className={classes.clock} title={clock?.sentence}>
      <Group gap={4} mih={22}>
        <Text size="xs" fw={550} component="span">
          {leadTime === "rush" ? t`Rush` : t`Expedited`}
        </Text>
        {clock?.atRisk ? (
          <StateBadge tone="late">
            <Trans>At risk</Trans>
          </StateBadge>
        ) : null}
      </Group>
      <div className={classes.days}>{clock === undefined ? null : <DayStrip clock={clock} small />}</div>
    </div>
  );
}
