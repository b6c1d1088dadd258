import { expect, test } from "vitest";
import type { Terminal } from "../terminal/terminal.ts";
import { leadingWords, wantsJson } from "./argument-words.ts";
import { commandWithGlobalOptions, optionsWithValue } from "./global-options.ts";

test.each([
  [
    ["time", "log", "1h"],
    ["time", "log"],
  ],
  [
    ["--db", "x.db", "time", "--json", "log"],
    ["time", "log"],
  ],
  [["--db=x.db", "--quiet", "time"], ["time"]],
  [["--today", "2025-03-01"], []],
  [["--", "time"], []],
  [[], []],
])("the leading words of %j are %j", (args, words) => {
  expect(leadingWords(args, 2)).toEqual(words);
});

test("every global option with a value is known as one", () => {
  const withValue = commandWithGlobalOptions().options.filter(({ required }) => required);
  expect(withValue.map(({ long }) => long)).toEqual(optionsWithValue);
});

test.each([
  [[], false, true],
  [[], true, false],
  [["--json"], true, true],
  [["--no-json"], false, false],
  [["--json", "--no-json"], true, false],
  [["--", "--json"], true, false],
])("%j on a terminal: %j answers in JSON: %j", (args, outIsTerminal, expected) => {
  expect(wantsJson(args, { outIsTerminal } as Terminal)).toBe(expected);
});
