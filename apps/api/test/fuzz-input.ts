import { Day, FactId, Month, Slug } from "@cimpro/domain";
import fc from "fast-check";
import type { z } from "zod";

/** What the books have, by the names that inputs have for it. */
export type Known = ReadonlyMap<string, ReadonlySet<string>>;

/** What a schema of zod tells of itself, as far as it is looked into here. */
interface Told {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly in?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly items?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string | number>>;
  readonly values?: readonly unknown[];
}

const told = (schema: z.ZodType): Told => schema._zod.def as unknown as Told;

/** Days at the ends of the calendar, of ours, and around them. */
export const oddDays = [
  "0001-01-01",
  "0001-12-31",
  "1969-12-31",
  "1970-01-01",
  "9998-12-31",
  "9999-12-01",
  "9999-12-31",
];
const days = ["2024-01-02", "2024-01-05", "2024-01-08", "2023-12-29", "2024-02-29", "2024-01-31"];

/** What is no value of anything, and some of what programs trip over. */
const oddities: readonly unknown[] = [
  ...[null, true, "", " ", -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 31, -(2 ** 63)],
  ...[[], {}, [[]], { toString: 1 }, { valueOf: null }, { length: -1 }, ["a", "b"], { constructor: { prototype: 1 } }],
  ...["a\0b", "\0", "\ud800", "x\udfffy", "\u202e\ufeff", "a".repeat(20_000), "%00", "%", "'; drop table account; --"],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "NaN",
    "Infinity",
    "1e999",
    "-0",
    "9".repeat(400),
    "null",
    "[",
    "{",
    "😀",
  ],
  ...oddDays,
  ...["9999-12", "0001-01", "2024-02-30", "+010000-01-01", "2024-W01", "10000-01-01"],
  JSON.parse('{"__proto__":{"role":"admin"},"account":"acme"}'),
];

const texts = [
  ...[
    "acme",
    "portal",
    "Ann",
    "A name",
    "a note\nof two lines",
    "someone@example.com",
    "UTC",
    "America/New_York",
    "USD",
  ],
  ...["123456", "a long enough password", "x".repeat(43), "0".repeat(32), "implementation", "discovery", "INV-000001"],
  ...[
    "2024-01",
    "9999-12",
    "0001-01",
    ...days,
    ...oddDays,
    "1",
    "0",
    "a",
    "z9-",
    "other",
    "2024.1",
    "https://x.example",
  ],
  ...["0b8f5d3a-6b1c-4b52-9d3c-0a4f6f1b2c3d", "2024-01-08T12:00:00Z", "9999-12-31T23:59:59Z", "é".repeat(60)],
];
const numbers = [
  ...[0, 1, -1, 2, 7, 15, 30, 60, 90, 100, 480, 600, 1440, 1441, 5000, 23_500, 1_000_000],
  ...[2 ** 31 - 1, 2 ** 31, 2 ** 40, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, -(2 ** 31) - 1],
];

const accepts = (schema: z.ZodType) => (value: unknown) => schema.safeParse(value).success;

/**
 * Inputs of a schema, made from what the schema says of itself: mostly such as it accepts, with ids of things that are
 * there, so that they get past the door; and now and then something odd in one of their places.
 */
export function inputsOf(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  return valuesOf(schema, "", known);
}

const odd = fc.constantFrom(...oddities);

function valuesOf(schema: z.ZodType, name: string, known: Known): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 30, arbitrary: plausible(schema, name, known) }, { weight: 1, arbitrary: odd });
}

function plausible(schema: z.ZodType, name: string, known: Known): fc.Arbitrary<unknown> {
  const def = told(schema);
  const within = (inner: z.ZodType | undefined, as = name) => (inner === undefined ? odd : valuesOf(inner, as, known));
  switch (def.type) {
    case "object":
      return objectsOf(def.shape ?? {}, known);
    case "optional":
    case "default":
    case "prefault":
    case "readonly":
      return within(def.innerType);
    case "nullable":
      return fc.oneof({ weight: 3, arbitrary: within(def.innerType) }, { weight: 1, arbitrary: fc.constant(null) });
    case "pipe":
      return within(def.in);
    case "array":
      return fc.array(within(def.element, name.replace(/s$/, "")), { minLength: 1, maxLength: 3 });
    case "tuple":
      return fc.tuple(...(def.items ?? []).map((each) => within(each)));
    case "record":
      return fc.dictionary(fc.constantFrom(...texts), within(def.valueType), { maxKeys: 3 });
    case "union":
      return fc.oneof(...(def.options ?? []).map((each) => within(each)));
    case "enum":
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case "literal":
      return fc.constantFrom(...(def.values ?? []));
    case "boolean":
      return fc.boolean();
    case "number":
    case "int":
      return someOf(numbers.filter(accepts(schema)), fc.integer());
    case "string":
      return textsOf(schema, name, known);
    default:
      return fc.oneof({ weight: 4, arbitrary: odd }, { weight: 1, arbitrary: fc.jsonValue() });
  }
}

const absent = Symbol("absent");

/** Few of the fields that may be left out are there, so that most inputs are about one thing. */
function objectsOf(shape: Readonly<Record<string, z.ZodType>>, known: Known): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape).map(([name, field]) => {
    const value = valuesOf(field, name, known);
    const left = { weight: 2, arbitrary: fc.constant(absent) };
    return fc.tuple(fc.constant(name), isOptional(field) ? fc.oneof(left, { weight: 1, arbitrary: value }) : value);
  });
  return fc.tuple(...fields).map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== absent)));
}

const isOptional = (schema: z.ZodType): boolean => schema.safeParse(undefined).success;

/** Ids of what is there before all else, then days, then whatever such a schema accepts. */
function textsOf(schema: z.ZodType, name: string, known: Known): fc.Arbitrary<unknown> {
  const accepted = accepts(schema);
  const there = [...(known.get(name) ?? [])].filter(accepted);
  const usual = (schema === Day ? days : texts).filter(accepted);
  const other = schema === Day ? fc.constantFrom(...oddDays) : schema === FactId ? fc.uuid() : fc.string();
  const invented = schema === Slug || schema === Month ? someOf(usual, fc.string()) : someOf(usual, other);
  // No cursor can be made up.
  if (name === "cursor") return there.length === 0 ? fc.constant(undefined) : fc.constantFrom(...there);
  if (schema === Day)
    return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...days) }, { weight: 1, arbitrary: other });
  if (there.length === 0) return invented;
  return fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...there) }, { weight: 1, arbitrary: invented });
}

const someOf = <T>(values: readonly T[], other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  values.length === 0
    ? other
    : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: other });
