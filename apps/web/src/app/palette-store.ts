import { createSpotlight } from "@mantine/spotlight";

/** Whether the palette is open, what was written in it, and which of the things found is chosen. */
export const [paletteStore, palette] = createSpotlight();
