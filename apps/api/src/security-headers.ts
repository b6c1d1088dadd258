import type { FastifyReply, FastifyRequest } from "fastify";

/** Only our own files, no inline script, no framing. Mantine writes style elements, so styles may be inline. */
const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

export async function securityHeaders(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers({
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    // Nothing that is told of the books stays behind, in a browser or on the way; files of the dashboard say otherwise.
    "cache-control": "no-store",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
  });
}
