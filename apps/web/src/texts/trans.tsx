import { Trans as LinguiTrans } from "@lingui/react";
import type { ComponentProps } from "react";

/**
 * What `<Trans>` becomes. Lingui looks for its own marks, `<0>…</0>`, in the finished text, and drops others from it:
 * what people typed with such signs goes around that, as an element does. So does what turns the direction of writing,
 * which ends with it and leaves our own words as they are.
 */
export function Trans({ values, ...text }: ComponentProps<typeof LinguiTrans>) {
  return <LinguiTrans {...text} {...(values === undefined ? {} : { values: asElements(values) })} />;
}

const asElements = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, apart(value)]));

const apart = (value: unknown): unknown =>
  typeof value === "string" && /[<\\\u202A-\u202E\u2066-\u2069]/.test(value) ? <bdi>{value}</bdi> : value;
