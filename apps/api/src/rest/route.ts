import { Day, Month } from "@cimpro/domain";
import { z } from "zod";
import { Role } from "../access/roles.ts";
import { appRouter } from "../router.ts";

/** A schema as OpenAPI 3.1 documents write it: JSON Schema 2020-12. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A procedure of the router as an address: `account.show` is `GET /account/show`. */
export interface Route {
  /** Under `/api`. */
  readonly path: string;
  /** The name that the router knows it by. */
  readonly procedure: string;
  readonly method: "GET" | "POST";
  /** Who may call it (ROLE-5); `anyone` without signing in. Empty if the procedure does not say. */
  readonly roles: readonly (Role | "anyone")[];
  /** What it takes; null when it takes nothing. */
  readonly input: () => JsonSchema | null;
  /** What it answers, where the procedure says so. */
  readonly output: () => JsonSchema | null;
}

/** What a router tells of a procedure. */
interface Built {
  readonly _def: {
    readonly type: "query" | "mutation" | "subscription";
    readonly inputs: readonly unknown[];
    readonly output?: unknown;
    readonly meta?: unknown;
  };
}

const Roles = z.object({ roles: z.union([z.array(Role), z.literal("anyone").transform((anyone) => [anyone])]) });

/** Every procedure of a router as a route, by what the router says of itself. What is followed has none: it has no end. */
export function routesOf(router: { readonly _def: { readonly procedures: object } }): readonly Route[] {
  const built: readonly (readonly [string, Built])[] = Object.entries(router._def.procedures);
  const asked = built.filter(([, { _def }]) => _def.type !== "subscription");
  return asked.map(([procedure, { _def }]) => ({
    path: `/${procedure.split(".").map(kebab).join("/")}`,
    procedure,
    method: _def.type === "query" ? "GET" : "POST",
    roles: Roles.safeParse(_def.meta).data?.roles ?? [],
    input: once(() => allOf(_def.inputs, "input")),
    output: once(() => allOf(_def.output === undefined ? [] : [_def.output], "output")),
  }));
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function allOf(parsers: readonly unknown[], io: "input" | "output"): JsonSchema | null {
  const schemas = parsers.filter((each) => each instanceof z.ZodType).map((each) => schemaOf(each, io));
  return schemas.length > 1 ? { allOf: schemas } : (schemas[0] ?? null);
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...written } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    // What these two refuse is said by code, which no schema tells.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === Day) jsonSchema.format = "date";
      if (zodSchema === Month) jsonSchema.pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$";
    },
  });
  return written;
}

/** Every procedure of the practice. */
export const routes = routesOf(appRouter);
