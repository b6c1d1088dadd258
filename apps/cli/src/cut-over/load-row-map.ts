import { readFile } from "node:fs/promises";
import { issuesOf, RowMap, rejection } from "@cimpro/domain";
import { UnreadableFile, unreadable } from "../time-import/unreadable-file.ts";
import type { ImportVerb } from "./import-verb.ts";

/** The map that `--map` names: a built-in one, or a JSON file. Throws `UnreadableFile` with all its faults. */
export async function loadRowMap(nameOrPath: string, maps: ImportVerb<unknown>["maps"]): Promise<RowMap> {
  const known = (await maps?.builtIn(nameOrPath)) ?? null;
  if (known !== null) return known;
  const parsed = RowMap.safeParse(await jsonAt(nameOrPath, maps?.names));
  if (parsed.success) return parsed.data;
  throw new UnreadableFile(rejection("MALFORMED", { issues: issuesOf(parsed.error) }), { cause: nameOrPath });
}

async function jsonAt(path: string, names: string | undefined): Promise<unknown> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    const message =
      names === undefined
        ? `"${path}" is no map file that can be read`
        : `"${path}" is neither a map file that can be read nor one of ${names}`;
    throw unreadable(message, error);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw unreadable(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}
