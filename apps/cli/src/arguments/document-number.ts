import { InvalidArgumentError } from "@commander-js/extra-typings";

/** Which of its series a document number is: `INV-000120` or `120`. */
export const asNumberOf =
  (series: "INV" | "CM") =>
  (text: string): number => {
    const count = Number(new RegExp(`^(?:${series}-)?0*(\\d{1,9})$`, "i").exec(text.trim())?.[1]);
    if (count > 0) return count;
    throw new InvalidArgumentError(`"${text.slice(0, 40)}" is not a number such as ${series}-000120`);
  };
