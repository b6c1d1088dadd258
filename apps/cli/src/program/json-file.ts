import { readFile } from "node:fs/promises";
import { Failure, malformed } from "../failure/failure.ts";

/** What a JSON file says. `option` is what it is told under when it is missing or no JSON. */
export async function readJsonFile(option: string, path: string): Promise<unknown> {
  const text = await textOf(option, path);
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw malformed(option, `${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

async function textOf(option: string, path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    if (code === "ENOENT")
      throw new Failure(
        { code: "NOT_FOUND", message: `There is no file "${path}".`, details: { what: "file", id: path } },
        { cause },
      );
    throw malformed(option, code === "EISDIR" ? `${path} is a folder; name a file` : `${path} cannot be read: ${code}`);
  }
}
