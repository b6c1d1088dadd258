import packageFile from "../../package.json" with { type: "json" };
import { sessionCookie } from "../access/session-cookie.ts";
import { settingHeaders } from "../settings.ts";
import { parametersOf } from "./query-input.ts";
import type { JsonSchema, Route } from "./route.ts";

/** What each status means, beside 200. */
const failures = {
  400: "Malformed input or usage: `MALFORMED`, with every fault at its path.",
  401: "Nobody is signed in: `UNAUTHENTICATED`.",
  403: "The caller's role may not do this: `FORBIDDEN`.",
  404: "There is no such thing: `NOT_FOUND`.",
  409: "In conflict with what is there, such as `KEY_REUSED`.",
  422: "Refused by a rule; `clause` says by which.",
  500: "Our fault: `OUR_FAULT`. Nothing was changed.",
  503: "The database does not answer, or the outcome is unknown: say it again with the same key.",
} as const;

const about = `Every procedure of cimpro: queries as GET with parameters, writes as POST with a JSON body.

- Money is whole cents, durations whole minutes, rates cents per hour, dates \`YYYY-MM-DD\`, instants UTC.
- A list answers \`items\` and \`nextCursor\`; give the cursor back as \`cursor\` for the next page, until it is null.
- A parameter that takes an object or a list may be JSON; a list may also be said by repeating the parameter.
- \`x-roles\` says who may call it. A customer's people name their own account, and see no other.`;

/** The OpenAPI 3.1 document of these routes. */
export function openApiDocument(routes: readonly Route[]): Readonly<Record<string, unknown>> {
  return {
    openapi: "3.1.0",
    info: {
      title: "cimpro",
      version: packageFile.version,
      description: about,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/api" }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(routes.map(nounOf))].map((name) => ({ name })),
    paths: Object.fromEntries(routes.map((route) => [route.path, { [route.method.toLowerCase()]: operation(route) }])),
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A token of `token.create`." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: sessionCookie,
          description: "What a sign-in opened; over HTTPS `__Host-` stands before its name.",
        },
      },
      parameters: {
        today: header(settingHeaders.today, "The business day to act on, for admins.", {
          type: "string",
          format: "date",
        }),
        dryRun: header(settingHeaders.dryRun, "`1` works the write out, answers, and keeps nothing.", { const: "1" }),
        key: header(settingHeaders.key, "Names a write: said twice, it happens once and gives the first answer.", {
          type: "string",
          minLength: 1,
          maxLength: 200,
        }),
      },
      schemas: { Refusal: refusal },
      responses: Object.fromEntries(
        Object.entries(failures).map(([status, description]) => [
          `Status${status}`,
          { description, content: json({ $ref: "#/components/schemas/Refusal" }) },
        ]),
      ),
    },
  };
}

/** Why something was not done. */
const refusal: JsonSchema = {
  type: "object",
  properties: {
    error: {
      type: "object",
      properties: {
        code: { type: "string", description: "Stable; the CLI's page lists them." },
        message: { type: "string", description: "One sentence for people." },
        clause: { type: "string", description: "The clause it rests on, such as INV-5." },
        details: { type: "object", description: "The facts." },
        issues: {
          type: "array",
          items: {
            type: "object",
            properties: { path: { type: "string" }, message: { type: "string" } },
            required: ["path", "message"],
          },
        },
      },
      required: ["code", "message"],
    },
  },
  required: ["error"],
};

function operation(route: Route) {
  const { procedure, method, roles } = route;
  const input = route.input();
  const parameters = method === "GET" ? parametersOf(input) : [];
  const isList = parameters.some(({ name }) => name === "cursor");
  const settings = method === "GET" ? ["today"] : ["today", "dryRun", "key"];
  return {
    operationId: procedure,
    summary: procedure.replaceAll(".", " ").replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
    description: `${method === "GET" ? "Asks" : "Writes"}. For ${roles.join(", ")}.`,
    tags: [nounOf(route)],
    "x-roles": roles,
    ...(roles.includes("anyone") ? { security: [] } : {}),
    parameters: [
      ...parameters.map(({ name, schema, required }) => ({
        name,
        in: "query",
        required,
        // An object in a parameter is JSON; everything else is written as it is.
        ...(schema.type === "object" ? { content: json(schema) } : { schema }),
      })),
      ...settings.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...(method === "POST" && input !== null ? { requestBody: { required: true, content: json(input) } } : {}),
    responses: {
      200: {
        description: isList ? "A page: `items` and `nextCursor`." : "The answer.",
        content: json(route.output() ?? (isList ? aPage : {})),
      },
      ...Object.fromEntries(
        Object.keys(failures).map((status) => [status, { $ref: `#/components/responses/Status${status}` }]),
      ),
    },
  };
}

const aPage: JsonSchema = {
  type: "object",
  properties: { items: { type: "array", items: {} }, nextCursor: { anyOf: [{ type: "string" }, { type: "null" }] } },
  required: ["items", "nextCursor"],
};

const nounOf = ({ path }: Route): string => path.split("/")[1] ?? "";

const header = (name: string, description: string, schema: JsonSchema) => ({
  name: name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
  in: "header",
  description,
  schema,
});

const json = (schema: JsonSchema) => ({ "application/json": { schema } });
