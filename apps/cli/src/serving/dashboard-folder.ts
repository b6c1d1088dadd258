import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The built dashboard: beside the program when installed, else in the checkout; null when there is none. */
export function dashboardFolder(): string | null {
  const places = ["./web", "../../web/dist", "../../../web/dist"];
  const folders = places.map((place) => fileURLToPath(new URL(place, import.meta.url)));
  return folders.find((folder) => existsSync(join(folder, "index.html"))) ?? null;
}
