import { getTRPCErrorShape, TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { asTrpcError, refusalOf } from "./refusal.ts";
import { appRouter } from "./router.ts";

/** What the HTTP layer itself refuses, before any procedure is reached. */
const codes: Readonly<Record<number, TRPCError["code"]>> = {
  404: "NOT_FOUND",
  408: "TIMEOUT",
  413: "PAYLOAD_TOO_LARGE",
  415: "UNSUPPORTED_MEDIA_TYPE",
};

/** Tells what fails outside a procedure as procedures tell it: clients read one shape, and internals never leave. */
export function httpError(thrown: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = asTrpcError(thrown instanceof TRPCError ? thrown : layerError(thrown));
  if (error.code === "INTERNAL_SERVER_ERROR") request.log.error({ err: thrown }, "request failed");
  const { message, ...refusal } = refusalOf(error);
  return reply
    .code(getHTTPStatusCodeFromError(error))
    .send(request.url.startsWith("/trpc/") ? { error: shapeOf(error) } : { error: { code: refusal.code, message } });
}

function layerError(thrown: FastifyError): TRPCError {
  const status = thrown.statusCode ?? 500;
  const code = codes[status] ?? (status >= 400 && status < 500 ? "BAD_REQUEST" : "INTERNAL_SERVER_ERROR");
  return new TRPCError({ code, message: thrown.message, cause: thrown });
}

const shapeOf = (error: TRPCError) =>
  getTRPCErrorShape({
    config: appRouter._def._config,
    error,
    type: "unknown",
    path: undefined,
    input: undefined,
    ctx: undefined,
  });
