import { Day } from "@cimpro/domain";
import { z } from "zod";

/** What the address of the hours says: the days whose entries are listed, and their order. */
export const HoursSearch = z.object({
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
});
