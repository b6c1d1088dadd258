import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

/** Serves the built dashboard; any address that is no file is a page of it. */
export function dashboard(app: FastifyInstance, root: string): void {
  app.register(fastifyStatic, {
    root,
    // The build left a packed copy beside each.
    preCompressed: true,
    // Built files carry their hash in their names.
    setHeaders: (reply, path) => {
      const forever = path.includes("/assets/");
      reply.header("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== "GET" || !accepts(request.headers.accept, "text/html"))
      return reply.code(404).send({ error: { code: "NOT_FOUND", message: `There is nothing at ${request.url}.` } });
    return reply.header("cache-control", "no-cache").sendFile("index.html");
  });
}

const accepts = (header: string | undefined, type: string): boolean => header?.includes(type) ?? false;
