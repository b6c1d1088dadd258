import type { Store } from "@cimpro/store";
import fastifyCompress from "@fastify/compress";
import { TRPCError } from "@trpc/server";
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from "fastify";
import { actorOf, signIn } from "./access/sign-in.ts";
import type { Context } from "./context.ts";
import { dashboard } from "./dashboard.ts";
import { httpError } from "./http-error.ts";
import { asTrpcError } from "./refusal.ts";
import { type AppRouter, appRouter } from "./router.ts";
import { securityHeaders } from "./security-headers.ts";
import { settingsFrom } from "./settings.ts";
import { endUnusedConnections } from "./unused-connections.ts";

export interface ServerOptions {
  readonly store: Store;
  readonly now: () => number;
  readonly logger: FastifyBaseLogger;
  /** The folder of the built dashboard; null serves the API alone. */
  readonly webRoot: string | null;
}

/** A whole import chunk fits; anything larger is a mistake. */
const mostBytes = 4 * 1024 * 1024;

const cookieName = "cimpro_session";

/** The practice over HTTP: tRPC, sign-in by the start link, health, and the dashboard's files. */
export async function buildServer({ store, now, logger, webRoot }: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    bodyLimit: mostBytes,
    routerOptions: { maxParamLength: 2000 },
    forceCloseConnections: "idle",
    requestTimeout: 60_000,
  });
  app.setErrorHandler(httpError);
  endUnusedConnections(app);
  app.addHook("onRequest", securityHeaders);
  app.addHook("onRequest", async (request, reply) => {
    // Another site's page may make a browser send the cookie, but not from our origin and not as JSON.
    if (isForeignWrite(request))
      return reply.code(403).send({ error: { code: "FORBIDDEN", message: "Writes come from this site only." } });
  });

  // The dashboard's script is three times as small packed.
  await app.register(fastifyCompress, { encodings: ["gzip"], threshold: 4096 });

  app.get("/healthz", async () => ({ ok: true }));
  app.get("/readyz", async (_request, reply) => {
    try {
      await store.ping();
      return { ok: true };
    } catch {
      return reply.code(503).send({ ok: false });
    }
  });
  app.get<{ Params: { link: string } }>("/sign-in/:link", async (request, reply) => {
    const opened = await signIn(store, request.params.link, now());
    if (opened === null) return reply.redirect("/?sign-in=expired");
    reply.header(
      "set-cookie",
      `${cookieName}=${opened.session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${opened.lastsSeconds}`,
    );
    // Coming from another site, the Strict cookie is not sent with this redirect; the page needs none, its requests do.
    return reply.redirect("/");
  });

  await app.register(fastifyTRPCPlugin, {
    prefix: "/trpc",
    trpcOptions: {
      router: appRouter,
      maxBatchSize: 20,
      createContext: ({ req }) => contextOf(store, now, req),
      onError: ({ error, path, req }) => {
        if (error.code === "INTERNAL_SERVER_ERROR")
          req.log.error({ err: error.cause ?? error, path }, "procedure failed");
      },
    } satisfies FastifyTRPCPluginOptions<AppRouter>["trpcOptions"],
  });
  if (webRoot !== null) dashboard(app, webRoot);
  return app;
}

async function contextOf(store: Store, now: () => number, request: FastifyRequest): Promise<Context> {
  const session = cookie(request, cookieName);
  const token = /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? "")?.[1] ?? null;
  try {
    const actor = await actorOf(store, { session, token }, now());
    const settings = settingsFrom((name) => header(request, name), actor?.role === "admin");
    return { store, actor, now, session, ...settings };
  } catch (error) {
    // Neither a refusal nor a database that does not answer is our fault.
    throw asTrpcError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error }));
  }
}

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
}

function cookie(request: FastifyRequest, name: string): string | null {
  const found = (request.headers.cookie ?? "").split(";").find((each) => each.trim().startsWith(`${name}=`));
  return found === undefined ? null : found.trim().slice(name.length + 1);
}

/** JSON only, and for browsers only from the same origin: the cookie alone is no proof of intent. */
function isForeignWrite(request: FastifyRequest): boolean {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return false;
  const site = header(request, "sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = header(request, "origin");
  return origin !== null && URL.parse(origin)?.host !== request.headers.host;
}
