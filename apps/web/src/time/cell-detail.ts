import type { KeyboardEvent } from "react";

/** The name of what stands below the sheet about the chosen cell, on the page. */
export const cellDetail = "cell-detail";

/**
 * F2 leads from a cell to what is below about it: its note, or the way round a refusal. Tab could not, it goes from cell to
 * cell and chooses each.
 */
export function enterDetail(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "F2") return;
  event.preventDefault();
  document.getElementById(cellDetail)?.querySelector<HTMLElement>("input, a, button")?.focus();
}

/** F2 and Esc lead back to the cell, and so does Enter in a field that it ends. */
export function leaveDetail(event: KeyboardEvent<HTMLElement>, cell: string): void {
  const isEnded = event.key === "Enter" && document.activeElement === document.body;
  if (event.key === "F2" || event.key === "Escape" || isEnded) document.getElementById(cell)?.focus();
}
