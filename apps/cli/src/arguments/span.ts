import { InvalidArgumentError } from "@commander-js/extra-typings";
import { asDay } from "./parse.ts";

/** `2024-03-05..2024-03-12` as its two days. */
export function asSpan(text: string): { readonly from: string; readonly to: string } {
  const days = text.split("..");
  const [from, to] = days;
  if (from === undefined || to === undefined || days.length > 2)
    throw new InvalidArgumentError("write two dates, such as 2024-03-05..2024-03-12");
  return { from: asDay(from), to: asDay(to) };
}
