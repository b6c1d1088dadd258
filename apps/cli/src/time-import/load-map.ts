import { readFile } from "node:fs/promises";
import { builtInMap, ImportMap, importMapNames, issuesOf, rejection } from "@cimpro/domain";
import { UnreadableFile, unreadable } from "./unreadable-file.ts";

/** The map that `--map` names: one of ours, or a JSON file. Throws `UnreadableFile` with all its faults. */
export async function loadMap(nameOrPath: string): Promise<ImportMap> {
  const known = builtInMap(nameOrPath);
  if (known !== null) return known;
  const parsed = ImportMap.safeParse(jsonOf(nameOrPath, await textOf(nameOrPath)));
  if (parsed.success) return parsed.data;
  throw new UnreadableFile(rejection("MALFORMED", { issues: issuesOf(parsed.error) }), { cause: nameOrPath });
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw unreadable(`"${path}" is neither a map file that can be read nor one of ${importMapNames.join(", ")}`, error);
  }
}

function jsonOf(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw unreadable(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}
