import { homedir } from "node:os";
import { join } from "node:path";

/** Where books live when nobody says so: the `cimpro` folder of the XDG data folder. */
export function bookPlace(file: "demo.db" | "cimpro.db", env: Readonly<Record<string, string | undefined>>): string {
  const data = env.XDG_DATA_HOME;
  return join(data?.startsWith("/") ? data : join(homedir(), ".local", "share"), "cimpro", file);
}
