import { TRPCError } from "@trpc/server";
import type { FastifyRequest } from "fastify";

/** Reads, which change nothing and may come from anywhere. */
const reads: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * Lets in only writes that this site's pages or programs make: from no other origin, and as JSON, which no form of
 * another site can send. The cookie alone is no proof of intent. It holds for every door, before any of them reads a body.
 */
export const ownWritesOnly =
  (site: string | undefined) =>
  async (request: FastifyRequest): Promise<void> => {
    if (reads.includes(request.method)) return;
    if (isForeign(request, site))
      throw new TRPCError({ code: "FORBIDDEN", message: "Writes come from this site only." });
    if (!isJson(request))
      throw new TRPCError({
        code: "UNSUPPORTED_MEDIA_TYPE",
        message: "A write is JSON: send it with content-type: application/json.",
      });
  };

function isForeign({ headers }: FastifyRequest, own: string | undefined): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  const { origin } = headers;
  return origin !== undefined && origin !== own && URL.parse(origin)?.host !== headers.host;
}

/** Nothing at all is fine too: some writes need no more than their name. */
function isJson({ headers }: FastifyRequest): boolean {
  const type = headers["content-type"];
  if (type !== undefined) return /^application\/json\s*(;|$)/i.test(type);
  return headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) === 0;
}

/** A write that needs no more than its name comes without a body, which tRPC would take for JSON that breaks off. */
export async function nothingSaid(request: FastifyRequest): Promise<void> {
  if (reads.includes(request.method) || (request.body ?? "") !== "") return;
  request.raw.headers["content-type"] = "application/json";
  request.body = "null";
}
