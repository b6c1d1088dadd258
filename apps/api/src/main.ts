import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bookPlace } from "./book-place.ts";
import { serve } from "./serve.ts";

/** The start command: the demo practice, or the books that CIMPRO_DB names. */
const webRoot = fileURLToPath(new URL("../../web/dist", import.meta.url));
const named = process.env.CIMPRO_DB;
const demo = named === undefined || process.env.CIMPRO_DEMO === "1";

try {
  const serving = await serve({
    database: named ?? bookPlace("demo.db", process.env),
    port: Number(process.env.PORT ?? 4310),
    demo,
    webRoot: existsSync(webRoot) ? webRoot : null,
    now: Date.now,
    onReady: (link) => {
      process.stdout.write(`cimpro ready ${link}\n`);
      if (named === undefined)
        process.stderr.write(
          "This is the demo practice. To start clean, name a database: CIMPRO_DB=./books.db (or postgres://…).\n",
        );
    },
  });
  const stop = (): void => {
    serving.stop().then(
      () => process.exit(0),
      () => process.exit(70),
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(70);
}
