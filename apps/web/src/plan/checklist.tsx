import { t } from "@lingui/core/macro";
import { Checkbox, Stack } from "@mantine/core";
import type { PlanView } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import type { Marks } from "./use-marks.ts";

type Item = PlanView["checklists"][number]["items"][number];

/** What there is to tick off in a step, each with who did and when (IMPL-2). */
export function Checklist({
  step,
  marks,
  mayMark,
}: {
  readonly step: string;
  readonly marks: Marks;
  readonly mayMark: boolean;
}) {
  const today = useToday();
  const items = checklistOf(marks.shown, step);
  return items.length === 0 ? null : (
    <Stack gap={8}>
      {items.map((item) => (
        <Checkbox
          key={item.id}
          label={item.title}
          description={tickWords(item, today)}
          checked={item.checkedOn !== null}
          disabled={!mayMark}
          onChange={({ currentTarget }) => marks.setTicked(step, item.id, currentTarget.checked)}
        />
      ))}
    </Stack>
  );
}

export const checklistOf = ({ checklists }: PlanView, step: string): readonly Item[] =>
  checklists.find((list) => list.step === step)?.items ?? [];

function tickWords({ checkedOn, checkedBy: name }: Item, today: string): string | undefined {
  if (checkedOn === null) return undefined;
  const day = formatDay(checkedOn, today);
  return name === null ? day : t`${name}, ${day}`;
}
