import type { DateOrder } from "./date-order.ts";

/** What the person who imports adds to the map. */
export interface ImportSettings {
  /** For rows and files that name no client. */
  readonly account?: string | undefined;
  /** For files that name no worker. */
  readonly worker?: string | undefined;
  /** Time of more than a day becomes an entry for each of its days, instead of being refused. */
  readonly splitDays?: boolean | undefined;
  /** For files whose dates do not show it. */
  readonly dateOrder?: DateOrder | undefined;
  /**
   * What becomes of rows that the source invoiced already; without it they count as settled elsewhere. `every-row`: all
   * of them were, also where the file does not say so (ALW-8).
   */
  readonly invoiced?: "settled-elsewhere" | "rebill" | "every-row" | undefined;
}
