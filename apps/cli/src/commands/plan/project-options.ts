import { ConnectPackage, type ProjectChange, ProjectKind, StepId } from "@cimpro/domain";
import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { asDay } from "../../arguments/parse.ts";

// What an implementation project is, in options: the same words for the calculator and on the books.

export const connectOption = () =>
  new Option("--connect <package>", "the Connect package (select, unless stated)").choices(ConnectPackage.options);

export const projectOption = () =>
  new Option("--project <kind>", "what kind of project (first, unless stated)").choices(ProjectKind.options);

export interface ChangeFlags {
  readonly newSoftware?: true | undefined;
  readonly deployment?: true | undefined;
  readonly managerChanged?: true | undefined;
  readonly implementerChanged?: true | undefined;
}

/** What the flags say changed beyond what the kind of project implies (IMPL-6). */
export const changesOf = (flags: ChangeFlags): readonly ProjectChange[] => [
  ...(flags.newSoftware ? (["new-software"] as const) : []),
  ...(flags.deployment ? (["deployment"] as const) : []),
  ...(flags.managerChanged ? (["manager-changed"] as const) : []),
  ...(flags.implementerChanged ? (["implementer-changed"] as const) : []),
];

export type Done = Readonly<Record<string, string>>;

/** `S1.2=2024-01-12`, beside those stated before. */
export function asDone(text: string, before: Done | undefined): Done {
  const [step = "", day, ...rest] = text.split("=");
  if (day === undefined || rest.length > 0)
    throw new InvalidArgumentError("write a step and its day, such as S1.2=2024-01-12");
  const id = asStep(step);
  if (before !== undefined && Object.hasOwn(before, id)) throw new InvalidArgumentError(`${id} is stated twice`);
  return { ...before, [id]: asDay(day) };
}

/** The id of a step, such as `S1.2`. */
export function asStep(text: string): string {
  const id = StepId.safeParse(text);
  if (id.success) return id.data;
  throw new InvalidArgumentError(id.error.issues[0]?.message ?? "not a step");
}
