import { getHotkeyHandler } from "@mantine/hooks";
import { useSyncExternalStore } from "react";

/** Who asked this long ago has gone on to something else. */
const patienceMs = 15_000;

let asked = 0;
let askedAt = 0;
let opened = 0;
const listeners = new Set<() => void>();

/** Asks for the command palette, also before the part of the page that opens it has come. */
export function askForPalette(): void {
  asked += 1;
  askedAt = performance.now();
  for (const listener of listeners) listener();
}

/** Whether it was asked for since it was last opened: once opened, it is not opened again for the same asking. */
export function takeAskedForPalette(): boolean {
  const waits = asked > opened && performance.now() - askedAt < patienceMs;
  opened = asked;
  return waits;
}

/** How often the palette was asked for since the page was loaded. */
export const useAskedForPalette = (): number =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => asked,
  );

/** Ctrl K (⌘K on a Mac) asks for the palette from the first moment on and wherever the focus is, where there is one. */
export function hearPaletteKey(isThere: () => boolean): void {
  const hear = getHotkeyHandler([["mod+K", askForPalette]]);
  document.addEventListener("keydown", (event) => isThere() && hear(event));
}
