import { formatDuration, parseDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Entry } from "../api/answers.ts";
import { sum } from "../figures/sum.ts";
import { enterDetail } from "./cell-detail.ts";
import classes from "./sheet.module.css";
import { isTypable } from "./week.ts";

/** One day of one row: type a duration, leave the cell, and it is logged. */
export function SheetCell({
  id,
  label,
  entries,
  refused,
  place,
  onFocus,
  onType,
  onCommit,
  onCancel,
  onUndo,
}: {
  readonly id: string;
  readonly label: string;
  readonly entries: readonly Entry[];
  /** What was typed here and the server said no to. */
  readonly refused: string | null;
  readonly place?: { readonly row: number; readonly column: number };
  readonly onFocus: () => void;
  readonly onType: (text: string) => void;
  /** Says whether it was done. */
  readonly onCommit: (text: string) => Promise<boolean>;
  readonly onCancel: () => void;
  readonly onUndo: () => void;
}) {
  const standing = durationText(sum(entries.map(({ minutes }) => minutes)));
  // What is typed stays until it is done, whatever arrives from the server meanwhile.
  const [typed, setTyped] = useState(refused);
  const [sent, setSent] = useState<string | null>(null);
  const [wasRefused, setWasRefused] = useState(refused);
  if (refused !== wasRefused) {
    setWasRefused(refused);
    if (refused === null) setTyped(null);
  }
  const field = useRef<HTMLInputElement>(null);
  // What arrives while one stands here is typed over, not added to.
  useEffect(() => {
    if (typed === null && standing === field.current?.value && field.current === document.activeElement)
      field.current.select();
  }, [typed, standing]);
  const typable = isTypable(entries);
  const malformed = typed !== null && typed.trim() !== "" && !parseDuration(typed, "day-hours").ok;
  const saving = sent !== null && sent === typed;

  const commit = async () => {
    if (typed === null || malformed || saving) return;
    setSent(typed);
    const done = await onCommit(typed.trim());
    setSent((now) => (now === typed ? null : now));
    if (done) setTyped((now) => (now === typed ? null : now));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") {
      setTyped(null);
      onCancel();
    }
    // Leaving commits. What was refused is tried again only when somebody says so.
    if (event.key === "Enter" && typed?.trim() === refused) void commit();
    if (event.key === "Enter" && place === undefined) event.currentTarget.blur();
    enterDetail(event);
    if (event.key === "z" && (event.ctrlKey || event.metaKey) && typed === null) {
      event.preventDefault();
      onUndo();
    }
  };
  return (
    <input
      id={id}
      ref={field}
      className={classes.cell}
      aria-label={label}
      aria-invalid={malformed || refused !== null || undefined}
      aria-busy={saving || undefined}
      aria-keyshortcuts="F2"
      title={typable ? undefined : t`Billed, or more than one entry: open it below`}
      readOnly={!typable}
      inputMode="text"
      autoComplete="off"
      value={saving ? asWritten(sent) : (typed ?? standing)}
      data-row={place?.row}
      data-column={place?.column}
      data-billed={entries.some(({ slices }) => slices.length > 0) || undefined}
      onFocus={(event) => {
        event.currentTarget.select();
        onFocus();
      }}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onType(event.currentTarget.value);
      }}
      onBlur={() => typed?.trim() !== refused && void commit()}
      onKeyDown={onKeyDown}
    />
  );
}

const durationText = (minutes: number): string => (minutes === 0 ? "" : formatDuration(minutes));

/** What was typed, as it will stand once it is confirmed. */
function asWritten(text: string): string {
  const parsed = parseDuration(text, "day-hours");
  return parsed.ok ? durationText(parsed.minutes) : text;
}
