import { readDay } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import "@mantine/dates/styles.layer.css";
import { DateInput, type DateInputProps } from "@mantine/dates";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useToday } from "../api/session.ts";
import { dayHabits, dayPattern, formatDay, formatShortDay } from "../figures/day-text.ts";
import { farFromToday } from "./far-day.ts";
import { useHeldSubmit } from "./use-held-submit.ts";

interface DayFieldProps extends Omit<DateInputProps, "dateParser" | "valueFormat" | "fixOnBlur"> {
  /** Where a day far from today would lead, in a sentence of its own, such as the billing period that it joins. */
  readonly leadsTo?: ((day: string) => string | null) | undefined;
  /** Whether the field holds text that is no day; for what is done beside a form. */
  readonly onUnreadable?: ((unreadable: boolean) => void) | undefined;
}

/**
 * A day to pick or to type: `2025-11-03`, `3 Nov`, `24.11.`, `yesterday`, `-1`, or as the reader's locale writes it. Text
 * that is no day stays as it was typed, the field says what is wrong with it, and its form is not sent. A day far back or
 * ahead is asked about once.
 */
export function DayField({ leadsTo, onUnreadable, error, onChange, onBlur, ...props }: DayFieldProps) {
  const today = useToday();
  const short = formatShortDay("2025-11-03");
  const input = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  // A day that stood there before is nobody's slip of the pen.
  const sure = useRef<ReadonlySet<string>>(new Set(typeof props.value === "string" ? [props.value] : []));
  const [asked, setAsked] = useState<string | null>(null);
  const day = typeof props.value === "string" ? props.value : null;

  const isUnreadable = fault !== null;
  useEffect(() => onUnreadable?.(isUnreadable), [isUnreadable, onUnreadable]);
  useHeldSubmit(input, () => {
    if (fault !== null) {
      setShown(true);
      return true;
    }
    if (day === null || sure.current.has(day) || farFromToday(day, today) === null) return false;
    sure.current = new Set([...sure.current, day]);
    setAsked(day);
    return true;
  });

  const limits = { min: textOf(props.minDate), max: textOf(props.maxDate) };
  const optional = props.clearable === true;
  const note = asked !== null && asked === day ? farNote(day, today, leadsTo?.(day) ?? null) : null;
  const says = shown && fault !== null ? fault : note;
  return (
    <DateInput
      ref={input}
      valueFormat={dayPattern()}
      dateParser={(text) => {
        const read = readDay(text, today, dayHabits());
        return read.ok ? read.day : null;
      }}
      firstDayOfWeek={1}
      highlightToday
      defaultDate={today}
      placeholder={t`2025-11-03 or ${short}`}
      {...props}
      fixOnBlur={!isUnreadable}
      error={says ?? error}
      // The calendar would lie over what the field says, and on a phone over the button that sends it again.
      popoverProps={{ disabled: says !== null }}
      onInput={(event) => {
        setShown(false);
        setAsked(null);
        setFault(faultOf(event.currentTarget.value, { today, optional, ...limits }));
      }}
      onChange={(value) => {
        // Only a day that can be read arrives here: typed, picked or cleared.
        setFault(null);
        onChange?.(value);
      }}
      onBlur={(event) => {
        setShown(true);
        onBlur?.(event);
      }}
    />
  );
}

/** What is wrong with what was typed, or null. */
function faultOf(
  text: string,
  { today, optional, min, max }: { today: string; optional: boolean; min: string | null; max: string | null },
): string | null {
  if (text.trim() === "" && optional) return null;
  const read = readDay(text, today, dayHabits());
  if (!read.ok) return read.message;
  if (max !== null && read.day > max) return notAfter(formatDay(max, today));
  return min !== null && read.day < min ? notBefore(formatDay(min, today)) : null;
}

const notAfter = (day: string): string => t`must not be after ${day}`;
const notBefore = (day: string): string => t`must not be before ${day}`;

const textOf = (date: DateInputProps["minDate"]): string | null => (typeof date === "string" ? date : null);

function farNote(day: string, today: string, leadsTo: string | null): ReactNode {
  const far = farFromToday(day, today);
  if (far === null) return null;
  const named = formatDay(day, "");
  const sentence = far.way === "back" ? t`${named} is ${far.long} back.` : t`${named} is ${far.long} ahead.`;
  return [sentence, leadsTo, t`If that is meant, send it again.`].filter((each) => each !== null).join(" ");
}
