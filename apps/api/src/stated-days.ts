import { checkStatedDay, dayInZone, WorkDate } from "@cimpro/domain";
import { orRefuse } from "@cimpro/store";
import { z } from "zod";
import type { Context } from "./context.ts";

/** A day or month that an input states, and where. */
export interface StatedDay {
  readonly path: string;
  readonly on: string;
}

/**
 * The days and months that an input states, found by its schema: wherever that takes days and nothing else. What is malformed
 * is passed over, for the parser to tell; so is a `WorkDate`, which has bounds of its own.
 */
export function statedDays(schema: z.core.$ZodType, input: unknown, path = ""): readonly StatedDay[] {
  if (input === undefined || input === null) return [];
  if (schema instanceof z.ZodString) {
    const unit = unitOf(schema);
    const said = unit === null || schema === WorkDate ? undefined : schema.safeParse(input).data;
    return said === undefined ? [] : [{ path, on: unit === "month" ? `${said}-01` : said }];
  }
  if (schema instanceof z.ZodObject) return schemaFields(schema, input, path);
  if (schema instanceof z.ZodArray && Array.isArray(input))
    return input.flatMap((item, at) => statedDays(schema.element, item, joined(path, `${at}`)));
  if (schema instanceof z.ZodRecord && typeof input === "object")
    return Object.entries(input).flatMap(([key, value]) => statedDays(schema.valueType, value, joined(path, key)));
  if (schema instanceof z.ZodUnion) return distinct(schema.options.flatMap((each) => statedDays(each, input, path)));
  if (schema instanceof z.ZodIntersection)
    return distinct([...statedDays(schema.def.left, input, path), ...statedDays(schema.def.right, input, path)]);
  if (schema instanceof z.ZodPipe) return statedDays(schema.in, input, path);
  return isWrapped(schema) ? statedDays(schema.unwrap(), input, path) : [];
}

const units = new WeakMap<z.ZodString, "day" | "month" | null>();

/** Known by what it takes, so that a day with a bound of its own is one too: a leap day, but none of a common year. */
function unitOf(schema: z.ZodString): "day" | "month" | null {
  const known = units.get(schema);
  if (known !== undefined) return known;
  const takes = (text: string): boolean => schema.safeParse(text).success;
  const isDay = takes("2024-02-29") && !takes("2023-02-29");
  const unit = isDay ? "day" : takes("2024-12") && !takes("2024-13") ? "month" : null;
  units.set(schema, unit);
  return unit;
}

const schemaFields = (schema: z.ZodObject, input: unknown, path: string): readonly StatedDay[] =>
  typeof input !== "object" || input === null
    ? []
    : Object.entries(schema.shape).flatMap(([field, of]) =>
        Object.hasOwn(input, field) ? statedDays(of, Reflect.get(input, field), joined(path, field)) : [],
      );

const isWrapped = (schema: z.core.$ZodType): schema is z.core.$ZodType & { unwrap(): z.core.$ZodType } =>
  schema instanceof z.ZodOptional ||
  schema instanceof z.ZodNullable ||
  schema instanceof z.ZodDefault ||
  schema instanceof z.ZodPrefault ||
  schema instanceof z.ZodReadonly ||
  schema instanceof z.ZodLazy;

const joined = (path: string, field: string): string => (path === "" ? field : `${path}.${field}`);

const distinct = (days: readonly StatedDay[]): readonly StatedDay[] => [
  ...new Map(days.map((each) => [each.path, each])).values(),
];

/** Refuses an input of which a day can only be mistyped. A day more or less, by zone, makes no difference here. */
export function checkStatedDays(ctx: Pick<Context, "now" | "today">, schema: z.core.$ZodType, input: unknown): void {
  const today = ctx.today ?? dayInZone(ctx.now(), "UTC");
  for (const { path, on } of statedDays(schema, input)) orRefuse(checkStatedDay(on, today, path));
}

interface Built {
  readonly _def: { readonly type: string; readonly inputs: readonly unknown[] };
}

const inputs = new Map<string, z.core.$ZodType>();

/** Tells the one door of all procedures what each of them takes, once they are all made. */
export function knowInputs(router: { readonly _def: { readonly procedures: object } }): void {
  const procedures: readonly (readonly [string, Built])[] = Object.entries(router._def.procedures);
  for (const [path, { _def }] of procedures) {
    const [input] = _def.inputs;
    if (_def.type === "mutation" && input instanceof z.ZodType) inputs.set(path, input);
  }
}

/** What changes the books by rows of a file checks its rows one by one, so that one of them holds up no other. */
const rowByRow = /\.import$/;

/** The schema by which the days of a procedure's input are checked at the door; undefined where none are. */
export const checkedInput = (path: string): z.core.$ZodType | undefined =>
  rowByRow.test(path) ? undefined : inputs.get(path);
