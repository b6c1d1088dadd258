import { z } from "zod";

/** What the address of the settings says: which form is open. */
export const SettingsSearch = z.object({
  ask: z
    .enum(["profile", "password", "second-step", "second-step-off", "recovery-codes", "token"])
    .optional()
    .catch(undefined),
  sort: z.string().optional().catch(undefined),
});
