import { formatDuration, parseDuration } from "@cimpro/domain";
import { useState } from "react";
import type { Entry } from "../api/answers.ts";
import { sum } from "../figures/sum.ts";
import classes from "./sheet.module.css";
import { isTypable } from "./week.ts";

/** One day of one row: type a duration, leave the cell, and it is logged. */
export function SheetCell({
  label,
  entries,
  fault,
  place,
  onFocus,
  onType,
  onCommit,
  onCancel,
}: {
  readonly label: string;
  readonly entries: readonly Entry[];
  /** The server said no to what stands here. */
  readonly fault: boolean;
  readonly place?: { readonly row: number; readonly column: number };
  readonly onFocus: () => void;
  readonly onType: (text: string) => void;
  /** Says whether it was done. */
  readonly onCommit: (text: string) => Promise<boolean>;
  readonly onCancel: () => void;
}) {
  const standing = entries.length === 0 ? "" : formatDuration(sum(entries.map(({ minutes }) => minutes)));
  // What is typed stays until it is done, whatever arrives from the server meanwhile.
  const [typed, setTyped] = useState<string | null>(null);
  const [wasFault, setWasFault] = useState(fault);
  if (fault !== wasFault) {
    setWasFault(fault);
    if (!fault) setTyped(null);
  }
  const typable = isTypable(entries);
  const text = typed ?? standing;
  const malformed = typed !== null && typed.trim() !== "" && !parseDuration(typed).ok;

  const leave = async () => {
    if (typed === null || malformed) return;
    if (await onCommit(typed.trim())) setTyped((now) => (now === typed ? null : now));
  };
  return (
    <input
      className={classes.cell}
      aria-label={label}
      aria-invalid={malformed || fault || undefined}
      title={typable ? undefined : "Billed, or more than one entry: open it below"}
      readOnly={!typable}
      inputMode="text"
      autoComplete="off"
      value={text}
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
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        setTyped(null);
        onCancel();
      }}
    />
  );
}
