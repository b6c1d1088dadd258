import type { RouterHistory } from "@tanstack/react-router";

/** The addresses one has been at since the page was loaded, by their place in the browser's history. */
const been: string[] = [];

/** Goes on noting where one is. */
export function rememberPlaces(history: RouterHistory): void {
  const note = () => {
    been[history.location.state.__TSR_index] = history.location.href;
  };
  note();
  history.subscribe(note);
}

/** The address that the browser's Back would lead to, where it is one of ours. */
export const placeBefore = (history: RouterHistory): string | undefined => been[history.location.state.__TSR_index - 1];
