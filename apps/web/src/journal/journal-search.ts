import { z } from "zod";

/** Which rows of the journal are shown. */
export const JournalSearch = z.object({
  stream: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
});

export const journalInput = ({ stream, type }: z.infer<typeof JournalSearch>) => ({
  ...(stream === undefined ? {} : { stream }),
  ...(type === undefined ? {} : { type }),
});
