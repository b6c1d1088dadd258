import { z } from "zod";
import { FindingKind } from "../process/gates.ts";
import { issuesOf, type ParsedIssue } from "../values/issue.ts";
import { rejection } from "../values/rejection.ts";
import { ok, type Result, refused } from "../values/result.ts";
import { Policy } from "./policy.ts";

/** Reads a policy from anywhere. A refusal names every fault at its path, references between its parts included. */
export function validatePolicy(input: unknown): Result<Policy> {
  const parsed = Policy.safeParse(input);
  const issues = [...(parsed.success ? [] : issuesOf(parsed.error)), ...referenceFaults(input)];
  return parsed.success && issues.length === 0 ? ok(parsed.data) : refused(rejection("MALFORMED", { issues }));
}

/** Which clauses something cites. */
const Citing = z.object({
  clauses: z.array(z.string().optional().catch(undefined)).catch([]),
});

/** A gate as far as it is held to what the books do themselves. */
const MarkedGate = Citing.extend({
  conditions: z
    .array(
      z
        .object({ evidence: z.object({ kind: z.string(), of: z.string().optional(), records: z.string().optional() }) })
        .catch({ evidence: { kind: "" } }),
    )
    .catch([]),
});

const noPhase = { clauses: [], gates: [] };

/** What refers to what, read so leniently that a fault elsewhere does not hide a wrong reference. */
const References = z
  .object({
    documents: z
      .array(z.object({ id: z.string() }))
      .optional()
      .catch(undefined),
    clauses: z
      .array(
        z
          .object({
            id: z.string().optional(),
            source: z.object({ document: z.string() }).nullish(),
            settings: z.array(z.string()).optional(),
          })
          .catch({}),
      )
      .optional()
      .catch(undefined),
    process: z
      .object({
        phases: z
          .array(
            Citing.extend({ gates: z.array(MarkedGate.catch({ clauses: [], conditions: [] })).catch([]) }).catch(
              noPhase,
            ),
          )
          .catch([]),
      })
      .catch({ phases: [] }),
  })
  .catch({ process: { phases: [] } });

function referenceFaults(input: unknown): readonly ParsedIssue[] {
  const {
    documents,
    clauses,
    process: { phases },
  } = References.parse(input);
  const known = documents && new Set(documents.map((document) => document.id));
  const knownClauses = clauses && new Set(clauses.map((clause) => clause.id));
  return [
    ...repeatedIds("documents", documents ?? []),
    ...repeatedIds("clauses", clauses ?? []),
    ...(clauses ?? []).flatMap(({ source, settings = [] }, at) => [
      ...(source && known && !known.has(source.document)
        ? [{ path: `clauses.${at}.source.document`, message: `there is no document "${source.document}"` }]
        : []),
      ...settings.flatMap((setting, place) =>
        isSetting(Policy, setting.split("."))
          ? []
          : [{ path: `clauses.${at}.settings.${place}`, message: `there is no policy setting "${setting}"` }],
      ),
    ]),
    ...phases.flatMap((phase, at) => [
      ...unknownClauses(`process.phases.${at}`, phase, knownClauses),
      ...phase.gates.flatMap((gate, place) => [
        ...unknownClauses(`process.phases.${at}.gates.${place}`, gate, knownClauses),
        ...unmarked(`process.phases.${at}.gates.${place}.conditions`, gate),
      ]),
    ]),
  ];
}

/** A gate for the approved SOW must read it from the books (PROC-1), and what is counted must be something they keep. */
const unmarked = (path: string, { clauses, conditions }: z.infer<typeof MarkedGate>): readonly ParsedIssue[] => [
  ...(clauses.includes("PROC-1") && !conditions.some(({ evidence }) => evidence.records === "sow-approval")
    ? [{ path, message: 'a gate that rests on PROC-1 needs a condition whose evidence records "sow-approval"' }]
    : []),
  ...conditions.flatMap(({ evidence: { kind, of } }, at) =>
    kind !== "none-open" || of === undefined || FindingKind.safeParse(of).success
      ? []
      : [{ path: `${path}.${at}.evidence.of`, message: `nothing counts "${of}"; there is ${kindsOfFinding}` }],
  ),
];

const kindsOfFinding = FindingKind.options.join(" and ");

const unknownClauses = (
  path: string,
  { clauses }: z.infer<typeof Citing>,
  known: ReadonlySet<string | undefined> | undefined,
): readonly ParsedIssue[] =>
  clauses.flatMap((id, at) =>
    id === undefined || known === undefined || known.has(id)
      ? []
      : [{ path: `${path}.clauses.${at}`, message: `there is no clause "${id}"` }],
  );

function repeatedIds(list: string, items: readonly { readonly id?: string | undefined }[]): readonly ParsedIssue[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, at) => {
    if (id === undefined) return [];
    if (seen.has(id)) return [{ path: `${list}.${at}.id`, message: `"${id}" is there already` }];
    seen.add(id);
    return [];
  });
}

/** Whether the schema has a field at the path; lists are settings as a whole. */
function isSetting(schema: z.core.$ZodType, [field, ...rest]: readonly string[]): boolean {
  if (field === undefined) return true;
  const fields = schema instanceof z.ZodReadonly ? schema.unwrap() : schema;
  if (!(fields instanceof z.ZodObject) || !Object.hasOwn(fields.shape, field)) return false;
  return isSetting(fields.shape[field], rest);
}
