import type { AppRouter } from "@cimpro/api/router-types";
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from "@trpc/client";
import { idempotencyKeys } from "./idempotency-keys.ts";
import { signInAgain } from "./sign-in-again.ts";

const url = "/trpc";

/** Asked with the secret of a link, which belongs in no address. */
const askedWithSecrets: ReadonlySet<string> = new Set(["invitation.show", "password.showReset"]);

/** Reads travel together; every write travels alone, with a key that makes repeating it harmless. */
export const createApiClient = () =>
  createTRPCClient<AppRouter>({
    links: [
      idempotencyKeys,
      signInAgain,
      splitLink({
        condition: (operation) => operation.type === "mutation",
        true: httpLink({ url, headers: ({ op }) => writeHeaders(op.context) }),
        false: splitLink({
          condition: ({ path }) => askedWithSecrets.has(path),
          true: httpLink({ url, methodOverride: "POST" }),
          false: httpBatchLink({ url, maxItems: 10, maxURLLength: 2000 }),
        }),
      }),
    ],
  });

export type ApiClient = ReturnType<typeof createApiClient>;

/** Passed with a write that should be computed and answered but not saved. */
export const dryRun = { context: { dryRun: true } };

function writeHeaders(context: Record<string, unknown>): Record<string, string> {
  return {
    "Idempotency-Key": String(context.idempotencyKey),
    ...(context.dryRun === true ? { "Cimpro-Dry-Run": "1" } : {}),
  };
}
