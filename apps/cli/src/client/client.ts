import type { AppRouter } from "@cimpro/api/router-types";
import type { TRPCClient } from "@trpc/client";

/** The practice, wherever its books are: everything that can be asked of it, typed by its router. */
export type Client = TRPCClient<AppRouter>;

/** A client and the way to let go of what is behind it. */
export interface Connection {
  readonly client: Client;
  readonly close: () => Promise<void>;
}

/** Whether a command changes the books: new books are begun for a write only. */
export type Intent = "read" | "write";
