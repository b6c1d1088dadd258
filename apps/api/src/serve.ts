import { openStore } from "@cimpro/store";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import type { Actor } from "./access/roles.ts";
import { newSignInLink } from "./access/sign-in.ts";
import { seedDemo } from "./demo/seed.ts";
import { buildServer } from "./server.ts";

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
  const store = await openStore(options.database, {
    schema: "migrate",
    now: () => new Date(now()).toISOString(),
    demo: options.demo,
  });
  try {
    if (options.demo) await seedDemo(store, now());
    const logger = pino({ level: process.env.CIMPRO_LOG ?? "warn" }, pino.destination({ dest: 2, sync: false }));
    const app = await buildServer({ store, now, logger, webRoot: options.webRoot });
    const address = await listen(app, options.port);
    const actor: Actor = options.demo
      ? { name: "Dana Coordinator", role: "coordinator" }
      : { name: "admin", role: "admin" };
    options.onReady(`${address}/sign-in/${await newSignInLink(store, actor, now())}`);
    return {
      address,
      stop: async () => {
        await app.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function listen(app: FastifyInstance, port: number): Promise<string> {
  await app.listen({ host: "127.0.0.1", port });
  const address = app.server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : port}`;
}
