import { Badge } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconClock, IconPlayerStopFilled, IconPoint } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Tone } from "../theme/tones.ts";
import classes from "./state-badge.module.css";

const icons: Readonly<Record<Tone, typeof IconPoint>> = {
  good: IconCircleCheck,
  soon: IconClock,
  late: IconAlertTriangle,
  quiet: IconPoint,
};

/** A state: its colour never stands alone. */
export function StateBadge({
  tone,
  stop,
  children,
}: {
  readonly tone: Tone;
  readonly stop?: boolean;
  readonly children: ReactNode;
}) {
  const Icon = stop ? IconPlayerStopFilled : icons[tone];
  return (
    <Badge color="gray" leftSection={<Icon size={14} aria-hidden />} classNames={classes} data-tone={tone}>
      {children}
    </Badge>
  );
}
