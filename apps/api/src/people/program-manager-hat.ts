import { rejection, type WornHat } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import { managing } from "../access/roles.ts";
import type { SignedIn } from "../context.ts";

/** Who holds the budget is not for the customer's project managers to say (ROLE-1, ROLE-5). */
export function checkMayChange(ctx: SignedIn, hats: readonly Pick<WornHat, "hat">[]): void {
  if (ctx.actor.role !== "project-manager" || !hats.some(({ hat }) => hat === "program-manager")) return;
  const roles = managing.filter((role) => role !== "project-manager");
  throw new Refused(rejection("FORBIDDEN", { action: "Changing who is program manager", roles }));
}
