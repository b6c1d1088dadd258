import { useHotkeys } from "@mantine/hooks";
import { useSyncExternalStore } from "react";

let asked = 0;
const listeners = new Set<() => void>();

/** Asks for the command palette, also before the part of the page that opens it has come. */
export function askForPalette(): void {
  asked += 1;
  for (const listener of listeners) listener();
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

/** Ctrl K (⌘K on a Mac) asks for the palette, wherever the focus is. */
export const usePaletteKey = (): void => useHotkeys([["mod+K", askForPalette]], []);
