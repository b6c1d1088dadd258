import { Day } from "@cimpro/domain";
import { z } from "zod";

/** Which rows of the journal are shown; days in the practice's time zone, both included. */
export const JournalSearch = z.object({
  stream: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  actor: z.string().optional().catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});

export const journalInput = ({ stream, type, actor, from, to }: z.infer<typeof JournalSearch>) => ({
  ...(stream === undefined ? {} : { stream }),
  ...(type === undefined ? {} : { type }),
  ...(actor === undefined ? {} : { actor }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});
