import { Day } from "@cimpro/domain";
import { z } from "zod";

export const reportTabs = ["revenue", "utilisation", "work", "rates"] as const;

/** What the address of the reports says: the one shown, and its days where they are not the usual ones. */
export const ReportSearch = z.object({
  tab: z.enum(reportTabs).optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
});
export type ReportSearch = z.infer<typeof ReportSearch>;

/** What the server is asked for; days in the wrong order are left out. */
export const spanInput = ({ from, to }: Pick<ReportSearch, "from" | "to">) =>
  from !== undefined && to !== undefined && from > to
    ? {}
    : { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
