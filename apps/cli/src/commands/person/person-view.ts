import type { HatStanding, Person, WornHat } from "@cimpro/domain";
import { type Block, facts, line } from "../../terminal/block.ts";

/** One person, as people read it. */
export const personFacts = ({ id, name, email, employment, active, hats }: Person): Block =>
  facts(
    ["Person", id],
    ["Name", name],
    ["Email", email],
    ["Employment", employment],
    ["Active", active ? "yes" : "no"],
    ["Hats", hats.map(hatWords).join(", ")],
  );

export const hatWords = ({ hat, plan }: Pick<WornHat, "hat" | "plan">): string =>
  plan === null ? hat : `${hat} (${plan})`;

/** Whether a hat is filled now, and what is missing if not. */
export const standingLines = ({ hat, filled, reasons }: HatStanding): readonly Block[] => [
  filled ? line(`${hat} is filled.`, "good") : line(`${hat} is not filled.`, "bad"),
  ...reasons.map(({ message, clause }) => line(`${message} (${clause})`)),
];
