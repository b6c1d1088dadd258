import { describe, expect, test } from "vitest";
import { facts, left, line, right } from "./block.ts";
import { draw } from "./draw.ts";

const table = {
  kind: "table" as const,
  columns: [left("Name"), right("Amount")],
  rows: [
    ["Zoë", "$9.00"],
    ["日本", "$1,234.50"],
  ],
};

test("figures stand at the right, whatever script the names are in", () => {
  expect(draw([table], "plain")).toBe("Name     Amount\nZoë       $9.00\n日本  $1,234.50\n");
});
test("a blank line sets tables apart, and facts do not need one", () => {
  expect(draw([line("Done."), facts(["Id", "7"]), table, line("End.")], "plain")).toBe(
    `Done.\nId  7\n\n${draw([table], "plain")}\nEnd.\n`,
  );
});
test("facts that are not there are left out", () => {
  expect(draw([facts(["A", "1"], ["B", null], ["C", undefined], ["D", ""])], "plain")).toBe("A  1\n");
});
test("long facts are wrapped beside their label when the width is known", () => {
  const words = "one two three four five six seven eight nine ten";
  expect(draw([facts(["Says", words])], "plain", 30)).toBe(
    "Says  one two three four five\n      six seven eight nine ten\n",
  );
  expect(draw([facts(["Says", words])], "plain")).toBe(`Says  ${words}\n`);
});
test("no rows are told in words", () => {
  expect(draw([{ ...table, rows: [] }], "plain")).toBe("None.\n");
  expect(draw([{ ...table, rows: [], title: "Open", empty: "Nothing." }], "plain")).toBe("Open\nNothing.\n");
});
describe("colours", () => {
  test("only when there are any", () => {
    expect(draw([line("All is well.", "good")], "plain")).toBe("All is well.\n");
    expect(draw([line("All is well.", "good")], "colours")).toBe("\u001b[32mAll is well.\u001b[39m\n");
  });
  test("never from the text itself", () => {
    expect(draw([line("a\u001b[2Jb\u0007\nc")], "plain")).toBe("a [2Jb c\n");
  });
});
