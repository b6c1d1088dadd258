import { Trans as LinguiTrans } from "@lingui/react";
import type { ComponentProps } from "react";

/**
 * What `<Trans>` becomes. Lingui looks for its own marks, `<0>…</0>`, in the finished text, and drops others from it:
 * what people typed with such signs goes around that, as an element does.
 */
export function Trans({ values, ...text }: ComponentProps<typeof LinguiTrans>) {
  return <LinguiTrans {...text} {...(values === undefined ? {} : { values: asElements(values) })} />;
}

const asElements = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" && /[<\\]/.test(value) ? [value] : value,
    ]),
  );
