import { formatDuration } from "@cimpro/domain";
import { plural } from "@lingui/core/macro";

/** Minutes as hours, for people; the exact minutes on hover. */
export function Duration({ minutes }: { readonly minutes: number }) {
  return (
    <span className="figure" title={plural(minutes, { one: "# minute", other: "# minutes" })}>
      {formatDuration(minutes)}
    </span>
  );
}
