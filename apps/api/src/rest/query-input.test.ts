import { Refused } from "@cimpro/store";
import { expect, test } from "vitest";
import { z } from "zod";
import { inputOfQuery, parametersOf } from "./query-input.ts";
import type { JsonSchema } from "./route.ts";

const read = (schema: z.ZodType, query: Record<string, string | string[]>): unknown =>
  inputOfQuery(query, parametersOf(z.toJSONSchema(schema, { io: "input" }) as JsonSchema));

test.each([
  ["text stays text, digits too", z.object({ id: z.string() }), { id: "007" }, { id: "007" }],
  ["a whole number", z.object({ limit: z.int().default(5) }), { limit: "20" }, { limit: 20 }],
  ["a yes or no", z.object({ paid: z.boolean().optional() }), { paid: "false" }, { paid: false }],
  ["what is no number is left to the schema", z.object({ limit: z.int() }), { limit: "many" }, { limit: "many" }],
  ["a list of one", z.object({ role: z.array(z.string()) }), { role: "a" }, { role: ["a"] }],
  ["a list by repeating", z.object({ weeks: z.array(z.int()) }), { weeks: ["1", "2"] }, { weeks: [1, 2] }],
  ["an object as JSON", z.object({ span: z.object({ from: z.int() }) }), { span: '{"from":1}' }, { span: { from: 1 } }],
  ["a list as JSON", z.object({ of: z.array(z.object({ a: z.int() })) }), { of: `[{"a":1}]` }, { of: [{ a: 1 }] }],
  ["nothing", z.object({ day: z.union([z.int(), z.null()]) }), { day: "null" }, { day: null }],
  [
    "one of several shapes",
    z.union([z.object({ a: z.int() }), z.object({ b: z.boolean() })]),
    { b: "true" },
    { b: true },
  ],
])("%s", (_what, schema, query, input) => {
  expect(read(schema, query)).toEqual(input);
});

test("a parameter that there is not is refused by its name", () => {
  const attempt = () => read(z.object({ account: z.string() }), { acount: "acme" });
  expect(attempt).toThrow(Refused);
  expect(attempt).toThrow(/acount/);
});

test("a parameter of several shapes is needed only if each of them needs it", () => {
  const shapes = z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("a"), account: z.string(), on: z.string() }),
    z.object({ kind: z.literal("b"), account: z.string() }),
  ]);
  const parameters = parametersOf(z.toJSONSchema(shapes) as JsonSchema);
  expect(parameters.map(({ name, required }) => [name, required])).toEqual([
    ["kind", true],
    ["account", true],
    ["on", false],
  ]);
});
