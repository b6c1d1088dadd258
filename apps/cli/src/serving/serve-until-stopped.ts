import { once } from "node:events";
import { bookPlace, serve } from "@cimpro/api";
import { placeOf } from "../client/place.ts";
import { Failure, malformed } from "../failure/failure.ts";
import type { Settings } from "../program/settings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { dashboardFolder } from "./dashboard-folder.ts";

interface Served {
  readonly settings: Settings;
  readonly terminal: Terminal;
  readonly port: number;
  readonly demo: boolean;
  readonly onReady: (link: string) => void;
}

/** Serves until the process is told to stop; then finishes what it accepted. */
export async function serveUntilStopped({ settings, terminal, port, demo, onReady }: Served): Promise<void> {
  if (port > 65_535) throw malformed("--port", `${port} is not a port`);
  // Demo and real data never mix, so the demo does not go where the real books would.
  const database = demo && settings.db === undefined ? bookPlace("demo.db", terminal.env) : placeOf(settings, terminal);
  const serving = await listening(port, () =>
    serve({ database, port, demo, webRoot: dashboardFolder(), now: terminal.now, onReady }),
  );
  await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  await serving.stop();
}

async function listening<T>(port: number, start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "EADDRINUSE")
      throw new Failure(
        { code: "PORT_TAKEN", message: `Port ${port} is taken by another program: choose one with --port.` },
        { cause },
      );
    if (code === "EACCES") throw malformed("--port", `port ${port} needs more rights; choose one from 1024`, cause);
    throw cause;
  }
}
