import { asWhole } from "../arguments/parse.ts";
import { checkLocal } from "../client/connect.ts";
import { malformed } from "../failure/failure.ts";
import type { Shell } from "../program/shell.ts";
import { verb } from "../program/verb.ts";

const usualPort = 4310;

/** `cimpro serve` */
export const serveCommand = (shell: Shell) =>
  verb("serve", {
    summary: "serve the API and the dashboard on this machine",
    details:
      "Serves the API and the dashboard on 127.0.0.1 until it is told to stop (SIGTERM, SIGINT); what was accepted is finished first. Brings an older database up. Prints one line with a link that signs in once.",
    examples: ["cimpro serve", "cimpro serve --db books.db --port 8080", "cimpro serve --demo"],
    rules: ["ROLE-5"],
  })
    .option("--port <port>", "where to listen (else PORT, else 4310; 0: any free one)", asWhole(0))
    .option("--demo", "the demo practice, in a database of its own unless --db names one")
    .action(async ({ port, demo }) => {
      const { settings, terminal } = shell;
      checkLocal(settings(), "serve");
      const { serveUntilStopped } = await import("../serving/serve-until-stopped.ts");
      await serveUntilStopped({
        settings: settings(),
        terminal,
        port: port ?? portFrom(terminal.env.PORT),
        demo: demo === true,
        onReady: (link) => terminal.out(`cimpro ready ${link}\n`),
      });
    });

function portFrom(text: string | undefined): number {
  if (text === undefined || text === "") return usualPort;
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw malformed("PORT", `"${text}" is not a port`);
}
