import { formatDuration } from "@cimpro/domain";

/** Minutes as hours, for people; the exact minutes on hover. */
export function Duration({ minutes }: { readonly minutes: number }) {
  return (
    <span className="figure" title={`${minutes} minutes`}>
      {formatDuration(minutes)}
    </span>
  );
}
