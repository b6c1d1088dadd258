import type { Socket } from "node:net";
import type { FastifyInstance } from "fastify";

/**
 * Browsers open connections to spare, and the server would wait a minute for a first request on each before it stops.
 * Closing ends those at once; requests that were accepted are still answered, and their connections end with them.
 */
export function endUnusedConnections(app: FastifyInstance): void {
  const unused = new Set<Socket>();
  const state = { closing: false };
  app.server.on("connection", (socket) => {
    if (state.closing) socket.destroy();
    else unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  app.server.on("request", ({ socket }) => unused.delete(socket));
  app.addHook("preClose", async () => {
    state.closing = true;
    for (const socket of unused) socket.destroy();
  });
  app.addHook("onSend", async (_request, reply) => {
    if (state.closing) reply.header("connection", "close");
  });
}
