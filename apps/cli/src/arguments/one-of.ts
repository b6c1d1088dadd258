import { InvalidArgumentError } from "@commander-js/extra-typings";

/** One word of a list; for options that may be stated several times, which the parser's own choices cannot be. */
export const oneOf =
  <T extends string>(words: readonly T[]) =>
  (text: string): T => {
    const word = words.find((each) => each === text);
    if (word === undefined) throw new InvalidArgumentError(`Allowed choices are ${words.join(", ")}`);
    return word;
  };
