import { HatId } from "@cimpro/domain";
import { InvalidArgumentError } from "@commander-js/extra-typings";

/** A hat by its id. */
export function asHat(text: string): HatId {
  const hat = HatId.safeParse(text);
  if (hat.success) return hat.data;
  throw new InvalidArgumentError(`there is no hat "${text.slice(0, 40)}"; the hats are ${HatId.options.join(", ")}`);
}
