import type { Store } from "@cimpro/store";
import fastifyCompress from "@fastify/compress";
import { TRPCError } from "@trpc/server";
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Actor } from "./access/roles.ts";
import { cookieName, deviceCookieName, deviceHeader, sessionHeader } from "./access/session-cookie.ts";
import { actorNow, actorOf, signIn } from "./access/sign-in.ts";
import { Unfinished } from "./afterwards.ts";
import type { Context, Visitor } from "./context.ts";
import { dashboard } from "./dashboard.ts";
import { knownHostsOnly, servedHosts } from "./hosts.ts";
import { httpError } from "./http-error.ts";
import { nothingSaid, ownWritesOnly } from "./own-writes.ts";
import { asTrpcError } from "./refusal.ts";
import { serveRest } from "./rest/serve-rest.ts";
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
  /**
   * Where people reach it, when that is not this address: `https://…` of a proxy in front. Cookies are then for https
   * only, and the proxy says whom a request comes from.
   */
  readonly site?: string | undefined;
  /** Other names than loopback and the site's that people reach it by, without ports. */
  readonly hosts?: readonly string[] | undefined;
  /** Messages go out by mail; without it they wait, and people copy their links. */
  readonly sendsMail?: boolean | undefined;
}

/** What is worth packing; a stream of events must not wait until enough of it has come together. */
const packed = /^(text\/(?!event-stream)|application\/(json|javascript|problem\+json)|image\/svg)/;

/** A whole import chunk fits; anything larger is a mistake. */
const mostBytes = 4 * 1024 * 1024;

/** The practice over HTTP: tRPC, REST, sign-in by the start link, health, and the dashboard's files. */
export async function buildServer({
  store,
  now,
  logger,
  webRoot,
  site,
  hosts = [],
  sendsMail,
}: ServerOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: logger,
    bodyLimit: mostBytes,
    routerOptions: { maxParamLength: 2000 },
    forceCloseConnections: "idle",
    requestTimeout: 60_000,
    trustProxy: site === undefined ? false : "loopback",
  });
  app.setErrorHandler(httpError);
  endUnusedConnections(app);
  app.addHook("onRequest", securityHeaders);
  const visitors = new WeakMap<FastifyRequest, Visitor>();
  const answered = new WeakMap<FastifyRequest, (then: () => void) => void>();
  app.addHook("onRequest", async (request, reply) => {
    visitors.set(request, visitorOf(request, reply, site));
    answered.set(request, (then) => void (reply.raw.closed ? then() : reply.raw.once("close", then)));
  });
  const unfinished = new Unfinished((error) => logger.error({ err: error }, "unfinished work failed"));
  const contextOf = async (request: FastifyRequest): Promise<Context> => {
    const visitor = visitors.get(request);
    const context = await contextFor(store, now, request, site);
    const afterwards = unfinished.after((then) => answered.get(request)?.(then));
    const served = { closing: closing.signal, site: site ?? ownAddress(app), sendsMail, afterwards };
    return { ...context, ...served, ...(visitor && { visitor }) };
  };
  app.addHook("onRequest", knownHostsOnly(servedHosts(site, hosts)));
  app.addHook("onRequest", ownWritesOnly(site));

  // The dashboard's script is three times as small packed.
  await app.register(fastifyCompress, { encodings: ["gzip"], threshold: 4096, customTypes: packed });
  const closing = new AbortController();
  app.addHook("preClose", async () => closing.abort());
  app.addHook("onClose", () => unfinished.settled());

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
    const opened = await signIn(store, request.params.link, now(), header(request, "user-agent") ?? "");
    if (opened === null) return reply.redirect("/sign-in?link=expired");
    reply.header("set-cookie", sessionHeader(site, opened.session, opened.lastsSeconds));
    // Coming from another site, the Strict cookie is not sent with this redirect; the page needs none, its requests do.
    return reply.redirect("/");
  });

  await app.register(async (trpc) => {
    trpc.addHook("preHandler", nothingSaid);
    await trpc.register(fastifyTRPCPlugin, {
      prefix: "/trpc",
      trpcOptions: {
        router: appRouter,
        maxBatchSize: 20,
        // What a link's secret is asked with stays out of addresses, and so out of logs.
        allowMethodOverride: true,
        createContext: ({ req }) => contextOf(req),
        onError: ({ error, path, req }) => {
          if (error.code === "INTERNAL_SERVER_ERROR")
            req.log.error({ err: error.cause ?? error, path }, "procedure failed");
        },
      } satisfies FastifyTRPCPluginOptions<AppRouter>["trpcOptions"],
    });
  });
  await app.register(serveRest, { contextOf });
  if (webRoot !== null) dashboard(app, webRoot);
  return app;
}

/** Where it listens: links in messages of a server that nobody put a proxy before lead there. */
function ownAddress(app: FastifyInstance): string {
  const address = app.server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 80}`;
}

function visitorOf(request: FastifyRequest, reply: FastifyReply, site: string | undefined): Visitor {
  const known = cookie(request, deviceCookieName(site));
  const given: { device?: string } = {};
  return {
    address: request.ip,
    userAgent: header(request, "user-agent") ?? "",
    get device() {
      return given.device ?? known;
    },
    giveSession: (secret, lastsSeconds) => void reply.header("set-cookie", sessionHeader(site, secret, lastsSeconds)),
    takeSession: () => void reply.header("set-cookie", sessionHeader(site, "", 0)),
    giveDevice: (secret) => {
      if (given.device === undefined) reply.header("set-cookie", deviceHeader(site, secret));
      given.device = secret;
    },
  };
}

async function contextFor(
  store: Store,
  now: () => number,
  request: FastifyRequest,
  site: string | undefined,
): Promise<Context> {
  const session = cookie(request, cookieName(site));
  const token = /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? "")?.[1] ?? null;
  try {
    const actor = await actorOf(store, { session, token }, now());
    const settings = settingsFrom((name) => header(request, name), actor?.role === "admin");
    const stillIn = async () => isSame(await actorNow(store, { session, token }, now()), actor);
    return { store, actor, now, session, stillIn, ...settings };
  } catch (error) {
    // Neither a refusal nor a database that does not answer is our fault.
    throw asTrpcError(new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error }));
  }
}

const isSame = (one: Actor | null, other: Actor | null): boolean =>
  one?.role === other?.role && one?.account === other?.account && one?.user === other?.user;

function header(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
}

function cookie(request: FastifyRequest, name: string): string | null {
  const found = (request.headers.cookie ?? "").split(";").find((each) => each.trim().startsWith(`${name}=`));
  return found === undefined ? null : found.trim().slice(name.length + 1);
}
