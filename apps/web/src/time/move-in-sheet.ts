import type { KeyboardEvent } from "react";

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  Enter: [1, 0],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves through the sheet as through any spreadsheet; left and right only when the caret has nowhere else to go. */
export function moveInSheet(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  const step = steps[event.key];
  if (!(target instanceof HTMLInputElement) || step === undefined || event.altKey || event.ctrlKey || event.metaKey)
    return;
  if (event.key === "ArrowLeft" && !atStart(target)) return;
  if (event.key === "ArrowRight" && !atEnd(target)) return;
  const row = Number(target.dataset.row) + step[0];
  const column = Number(target.dataset.column) + step[1];
  event.preventDefault();
  const next = event.currentTarget.querySelector<HTMLInputElement>(`[data-row="${row}"][data-column="${column}"]`);
  if (next !== null) next.focus();
  else if (event.key === "Enter") {
    // The last row: leaving writes it, and one stays where one was.
    target.blur();
    target.focus();
  }
}

const isAllSelected = ({ selectionStart, selectionEnd, value }: HTMLInputElement): boolean =>
  selectionStart === 0 && selectionEnd === value.length;

const atStart = (input: HTMLInputElement): boolean => isAllSelected(input) || input.selectionEnd === 0;

const atEnd = (input: HTMLInputElement): boolean => isAllSelected(input) || input.selectionStart === input.value.length;
