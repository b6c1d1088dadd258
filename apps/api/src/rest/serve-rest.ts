import { rejection } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import { callTRPCProcedure, getTRPCErrorFromUnknown, TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "../context.ts";
import { asTrpcError, refusalOf } from "../refusal.ts";
import { appRouter } from "../router.ts";
import { openApiDocument } from "./open-api.ts";
import { inputOfQuery, parametersOf } from "./query-input.ts";
import { type Route, routes } from "./route.ts";

/** Where the routes stand. */
export const restPrefix = "/api";

const byPath = new Map(routes.map((route) => [route.path, route]));

/** The procedures of the router as plain HTTP, and the document that describes them. */
export async function serveRest(
  app: FastifyInstance,
  { contextOf }: { readonly contextOf: (request: FastifyRequest) => Promise<Context> },
): Promise<void> {
  // JSON only: a form of another site's page can send text.
  app.removeContentTypeParser("text/plain");
  app.removeContentTypeParser("application/json");
  const parse = app.getDefaultJsonParser("error", "error");
  // Programs that send their content type always, send it with nothing too.
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body: string, done) =>
    body === "" ? done(null) : parse(request, body, done),
  );
  let document: string | undefined;
  app.get(`${restPrefix}/openapi.json`, async (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(routes));
    return reply.type("application/json; charset=utf-8").send(document);
  });
  app.all(`${restPrefix}/*`, async (request, reply) => {
    const path = new URL(request.url, "http://any").pathname.slice(restPrefix.length);
    const route = byPath.get(path);
    if (route === undefined) return refuse(reply, notFound(path));
    if (request.method !== route.method && !(request.method === "HEAD" && route.method === "GET"))
      return refuse(reply.header("allow", route.method), wrongMethod(route));
    try {
      return await reply.send(await answerOf(route, request, contextOf));
    } catch (thrown) {
      const error = asTrpcError(getTRPCErrorFromUnknown(thrown));
      if (error.code === "INTERNAL_SERVER_ERROR")
        request.log.error({ err: error.cause ?? error, path: route.procedure }, "procedure failed");
      return refuse(reply, error);
    }
  });
}

async function answerOf(
  route: Route,
  request: FastifyRequest,
  contextOf: (request: FastifyRequest) => Promise<Context>,
): Promise<unknown> {
  const ctx = await contextOf(request);
  const input = inputOf(route, request);
  const answer: unknown = await callTRPCProcedure({
    router: appRouter,
    path: route.procedure,
    type: route.method === "GET" ? "query" : "mutation",
    ctx,
    getRawInput: async () => input,
    signal: undefined,
    batchIndex: 0,
  });
  // An answer of nothing is still JSON.
  return answer ?? null;
}

function inputOf(route: Route, request: FastifyRequest): unknown {
  const input = route.input();
  if (route.method === "POST") return input === null ? undefined : (request.body ?? {});
  const query = inputOfQuery(request.query as Record<string, string | string[] | undefined>, parametersOf(input));
  return input === null ? undefined : query;
}

const notFound = (path: string): TRPCError =>
  asTrpcError(
    new TRPCError({ code: "NOT_FOUND", cause: new Refused(rejection("NOT_FOUND", { what: "procedure", id: path })) }),
  );

const wrongMethod = ({ path, method }: Route): TRPCError =>
  new TRPCError({ code: "METHOD_NOT_SUPPORTED", message: `${restPrefix}${path} takes ${method} only.` });

const refuse = (reply: FastifyReply, error: TRPCError): FastifyReply =>
  reply.code(getHTTPStatusCodeFromError(error)).send({ error: refusalOf(error) });
