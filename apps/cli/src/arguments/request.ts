import { issuesOf, type ParsedIssue, type Result, rejection } from "@cimpro/domain";
import { refusedBy } from "../failure/failure.ts";

/** What a schema of the domain does with what is asked. */
interface Schema<T> {
  readonly safeParse: (
    input: unknown,
  ) =>
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: Parameters<typeof issuesOf>[0] };
}

type Input = Readonly<Record<string, unknown>>;

/** The option behind each field of what is asked. */
type Options = Readonly<Record<string, string>>;

/** What a calculator is asked, checked by the domain's own schema; faults are told under the names of the options. */
export function requestOf<T>(schema: Schema<T>, input: Input, options: Options): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw malformedOptions(issuesOf(parsed.error), input, options);
}

/** What a calculator answers to an input, or why not; faults of the input are told under the names of the options. */
export function answerOf<T>(result: Result<T>, input: Input, options: Options): T {
  if (result.ok) return result.value;
  const { issues } = result.rejection;
  throw issues === undefined ? refusedBy(result.rejection) : malformedOptions(issues, input, options);
}

const malformedOptions = (issues: readonly ParsedIssue[], input: Input, options: Options) =>
  refusedBy(rejection("MALFORMED", { issues: issues.map((issue) => underOption(issue, input, options)) }));

/** Of an option that was stated several times it is told which one is meant. */
function underOption({ path, message }: ParsedIssue, input: Input, options: Options): ParsedIssue {
  const [field = "", place] = path.split(".");
  const given = input[field];
  const which = Array.isArray(given) && given.length > 1 && place !== undefined ? `number ${Number(place) + 1}: ` : "";
  return { path: options[field] ?? path, message: `${which}${message}` };
}
