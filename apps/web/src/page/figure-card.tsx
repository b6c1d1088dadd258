import { t } from "@lingui/core/macro";
import { Paper, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { WhyLink } from "../why/why-link.tsx";
import classes from "./figure-card.module.css";

/** One figure that answers at a glance, and can be asked why. */
export function FigureCard({
  label,
  why,
  figure,
  note,
}: {
  readonly label: string;
  readonly why: string;
  readonly figure: ReactNode;
  readonly note?: ReactNode;
}) {
  const subject = label.toLowerCase();
  return (
    <Paper withBorder px="md" py="sm">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className={classes.figure}>
        <WhyLink why={why} label={t`why ${subject}`}>
          {figure}
        </WhyLink>
      </div>
      <Text component="div" size="sm" c="dimmed" mih="1.55em">
        {note}
      </Text>
    </Paper>
  );
}
