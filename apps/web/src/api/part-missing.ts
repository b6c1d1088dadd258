/** Whether a part of the dashboard itself could not be loaded: no network, or a newer version has taken its place. */
export const isPartMissing = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|importing a module script|preload CSS/i.test(error.message);

const firstPauseMs = 1000;
const longestPauseMs = 15_000;

/**
 * Loads a small part that the page can do without, and tries again until it has come: the page around it, and what is
 * typed there, is not given up for it.
 */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      return await load();
    } catch (error) {
      if (!isPartMissing(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
