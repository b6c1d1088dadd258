import "@mantine/dates/styles.layer.css";
import { DateInput, type DateInputProps } from "@mantine/dates";
import { useToday } from "../api/session.ts";
import { parseDay } from "../figures/day-text.ts";

/** A day to pick or to type: `2025-11-03`, `3 Nov`. */
export function DayField(props: Omit<DateInputProps, "dateParser" | "valueFormat">) {
  const today = useToday();
  return (
    <DateInput
      valueFormat="ddd D MMM YYYY"
      dateParser={(text) => parseDay(text, today)}
      firstDayOfWeek={1}
      highlightToday
      placeholder="2025-11-03 or 3 Nov"
      {...props}
    />
  );
}
