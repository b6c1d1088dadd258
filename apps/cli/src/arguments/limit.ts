import { Option } from "@commander-js/extra-typings";
import { asWhole } from "./parse.ts";

/** How much of a list is wanted. */
export const limitOption = () =>
  new Option("--limit <n>", "at most this many (all, unless stated)").argParser(asWhole(1));
