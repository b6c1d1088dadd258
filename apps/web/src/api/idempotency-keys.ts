import type { AppRouter } from "@cimpro/api/router-types";
import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { isUnsure } from "./refusal.ts";

/**
 * Gives each write a key. The key is fresh for every action, but the same write said again before the server answered
 * (a double click, a lost connection) keeps its key, so that it happens once.
 */
export const idempotencyKeys: TRPCLink<AppRouter> = () => {
  const unanswered = new Map<string, string>();
  return ({ op, next }) => {
    if (op.type !== "mutation") return next(op);
    const write = JSON.stringify([op.path, op.input, op.context.dryRun === true]);
    const idempotencyKey = unanswered.get(write) ?? freshKey();
    unanswered.set(write, idempotencyKey);
    return observable((observer) =>
      next({ ...op, context: { ...op.context, idempotencyKey } }).subscribe({
        next: (answer) => {
          unanswered.delete(write);
          observer.next(answer);
        },
        error: (error) => {
          if (!isUnsure(error)) unanswered.delete(write);
          observer.error(error);
        },
        complete: () => observer.complete(),
      }),
    );
  };
};

/** Random hex; `crypto.randomUUID` is missing where the page is not served over HTTPS. */
const freshKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
