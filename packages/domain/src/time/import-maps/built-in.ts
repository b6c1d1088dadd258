import { ImportMap } from "../import-map.ts";
import { clockify } from "./clockify.ts";
import { harvest } from "./harvest.ts";
import { kimai } from "./kimai.ts";
import { timeclock } from "./timeclock.ts";
import { toggl } from "./toggl.ts";

const builtIn = { toggl, clockify, harvest, kimai, timeclock } as const;

/** The tools whose files are read without a map file. */
export const importMapNames = Object.keys(builtIn) as readonly (keyof typeof builtIn)[];

/** The map of that name; null when there is none. */
export function builtInMap(name: string): ImportMap | null {
  const known = importMapNames.find((each) => each === name);
  return known === undefined ? null : ImportMap.parse(builtIn[known]);
}
