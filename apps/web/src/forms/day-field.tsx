import { t } from "@lingui/core/macro";
import "@mantine/dates/styles.layer.css";
import { DateInput, type DateInputProps } from "@mantine/dates";
import { useToday } from "../api/session.ts";
import { dayPattern, formatShortDay, parseDay } from "../figures/day-text.ts";

/** A day to pick or to type: `2025-11-03`, `3 Nov`, or as the reader's locale writes it. */
export function DayField(props: Omit<DateInputProps, "dateParser" | "valueFormat">) {
  const today = useToday();
  const short = formatShortDay("2025-11-03");
  return (
    <DateInput
      valueFormat={dayPattern()}
      dateParser={(text) => parseDay(text, today)}
      firstDayOfWeek={1}
      highlightToday
      defaultDate={today}
      placeholder={t`2025-11-03 or ${short}`}
      {...props}
    />
  );
}
