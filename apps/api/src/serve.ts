import { openStore, type Store } from "@cimpro/store";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import type { Actor } from "./access/roles.ts";
import { firstAdmin, newSignInLink } from "./access/sign-in.ts";
import { demoPeople } from "./demo/people.ts";
import { seedDemo } from "./demo/seed.ts";
import { watchDays } from "./messages/daily.ts";
import { keepSending, openSender } from "./messages/send.ts";
import { serveSettings } from "./serve-settings.ts";
import { buildServer } from "./server.ts";
import { serverLog } from "./server-log.ts";

export interface ServeOptions {
  /** A SQLite file, or `postgres://…`. */
  readonly database: string;
  readonly port: number;
  /** Seeds the demo practice into new books. */
  readonly demo: boolean;
  readonly webRoot: string | null;
  readonly now: () => number;
  /** Told once, when requests are answered: the link signs in once. */
  readonly onReady: (link: string) => void;
}

export interface Serving {
  readonly address: string;
  /** Finishes what was accepted, then closes the books. */
  stop(): Promise<void>;
}

/** Opens the books, brings their schema up, and serves them on loopback. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { now } = options;
  const { site, hosts, mail } = serveSettings(process.env);
  const store = await openStore(options.database, {
    schema: "migrate",
    now: () => new Date(now()).toISOString(),
    demo: options.demo,
  });
  try {
    if (options.demo) await seedDemo(store, now());
    const logger = serverLog(process.env.CIMPRO_LOG ?? "warn", pino.destination({ dest: 2, sync: false }));
    // Made-up people have made-up addresses.
    const posting = options.demo ? undefined : mail;
    const sendsMail = posting !== undefined;
    const app = await buildServer({ store, now, logger, webRoot: options.webRoot, site, hosts, sendsMail });
    const address = await listen(app, options.port);
    const actor = options.demo ? await demoCoordinator(store) : await firstAdmin(store, now());
    const failed = (error: unknown): void => logger.error({ err: error }, "messages failed");
    const running = [watchDays(store, now, failed)];
    if (posting !== undefined) {
      const sender = await openSender(store, { ...posting, site: site ?? address }, now);
      running.push(keepSending(sender, sendEveryMs, failed));
    }
    options.onReady(`${site ?? address}/sign-in/${await newSignInLink(store, actor, now())}`);
    return {
      address,
      stop: async () => {
        await app.close();
        for (const each of running) await each.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** How long a message waits at most for its first try. */
const sendEveryMs = 5_000;

/** The coordinator of the demo practice, as a user where the books have them. */
async function demoCoordinator(store: Store): Promise<Actor> {
  const [dana] = demoPeople;
  const user = dana && (await store.read((books) => books.users.find(dana.id)));
  return { name: "Dana Coordinator", role: "coordinator", ...(user && { user: user.id }) };
}

async function listen(app: FastifyInstance, port: number): Promise<string> {
  await app.listen({ host: "127.0.0.1", port });
  const address = app.server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : port}`;
}
