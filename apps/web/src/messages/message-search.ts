import { z } from "zod";

const kinds = [
  ...["invitation", "password-reset", "approval-asked", "invoice-issued"],
  ...["work-stopped", "work-resumed", "allowance-alert", "lead-time-at-risk"],
] as const;

/** Which messages are shown, and which one is open. */
export const MessageSearch = z.object({
  state: z.enum(["queued", "sent", "failed", "dropped"]).optional().catch(undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

export const messageInput = ({ state, kind }: z.infer<typeof MessageSearch>) => ({
  ...(state === undefined ? {} : { state }),
  ...(kind === undefined ? {} : { kind }),
});
