import { rejection } from "@cimpro/domain";
import { Refused } from "@cimpro/store";
import type { JsonSchema } from "./route.ts";

/** A parameter of a query: a field of its input. */
export interface Parameter {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** The parameters of a query. Of an input with several shapes: all that any shape has, needed only if all need it. */
export function parametersOf(schema: JsonSchema | null): readonly Parameter[] {
  if (schema === null) return [];
  const shapes = schema.anyOf ?? schema.oneOf;
  if (shapes !== undefined) return merged(shapes.map(asSchema).map(parametersOf), "any");
  if (schema.allOf !== undefined) return merged(schema.allOf.map(asSchema).map(parametersOf), "all");
  return Object.entries(schema.properties ?? {}).map(([name, field]) => ({
    name,
    schema: asSchema(field),
    required: schema.required?.includes(name) ?? false,
  }));
}

function merged(shapes: readonly (readonly Parameter[])[], which: "any" | "all"): readonly Parameter[] {
  const all = shapes.flat();
  return [...new Set(all.map(({ name }) => name))].map((name) => {
    const found = all.filter((each) => each.name === name);
    const schemas = [...new Map(found.map(({ schema }) => [JSON.stringify(schema), schema])).values()];
    const needs = found.filter(({ required }) => required).length;
    return {
      name,
      schema: schemas.length > 1 ? { anyOf: schemas } : (schemas[0] ?? {}),
      required: which === "all" ? needs > 0 : needs === shapes.length,
    };
  });
}

/** What a query string says, in the types that the input has. A parameter it does not know is refused, not passed over. */
export function inputOfQuery(
  query: Readonly<Record<string, string | readonly string[] | undefined>>,
  parameters: readonly Parameter[],
): Record<string, unknown> {
  const known = new Map(parameters.map(({ name, schema }) => [name, schema]));
  const unknown = Object.keys(query).filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const message = `there is no such parameter; there are: ${[...known.keys()].join(", ") || "none"}`;
    throw new Refused(rejection("MALFORMED", { issues: unknown.map((path) => ({ path, message })) }));
  }
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, said]) =>
      said === undefined ? [] : [[name, saidValue(said, known.get(name) ?? {})]],
    ),
  );
}

function saidValue(said: string | readonly string[], schema: JsonSchema): unknown {
  const [first, ...rest] = typeof said === "string" ? [said] : said;
  if (kindsOf(schema).includes("array") && !(rest.length === 0 && first?.startsWith("[")))
    return [first, ...rest].flatMap((each) => (each === undefined ? [] : [itemOf(each, asSchema(schema.items))]));
  // Said twice what may be said once: the input's own schema tells that no list belongs there.
  return rest.length > 0 ? said : itemOf(first ?? "", schema);
}

/** Text stays text wherever text may stand; what is neither number, yes or no, nor JSON is left for the schema to refuse. */
function itemOf(text: string, schema: JsonSchema): unknown {
  const kinds = kindsOf(schema);
  if (kinds.length === 0 || kinds.includes("string")) return text;
  const isNumber = kinds.includes("integer") || kinds.includes("number");
  if (isNumber && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (kinds.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  if (kinds.includes("null") && text === "null") return null;
  if (!kinds.includes("object") && !kinds.includes("array")) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function kindsOf(schema: JsonSchema): readonly string[] {
  const shapes = schema.anyOf ?? schema.oneOf;
  if (shapes !== undefined) return shapes.map(asSchema).flatMap(kindsOf);
  if (schema.type !== undefined) return [schema.type].flat();
  const values = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  return values.map((value) => (value === null ? "null" : typeof value));
}

const asSchema = (schema: unknown): JsonSchema =>
  typeof schema === "object" && schema !== null ? (schema as JsonSchema) : {};
