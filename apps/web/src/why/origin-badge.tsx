import type { Origin } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Badge } from "@mantine/core";

// Both alike wide, so that what they stand before is flush.
const unshrunk = { flexShrink: 0, minWidth: "2.75rem", maxWidth: "none", overflow: "visible" };

/** Whether a source document says so, or we decided it where the sources are silent. */
export function OriginBadge({ origin }: { readonly origin: Origin }) {
  return origin === "seed" ? (
    <Badge size="sm" variant="light" style={unshrunk} title={t`A source document says so`}>
      <Trans>seed</Trans>
    </Badge>
  ) : (
    <Badge
      size="sm"
      variant="outline"
      color="gray"
      style={unshrunk}
      title={t`The sources are silent; this is our setting`}
    >
      <Trans>ours</Trans>
    </Badge>
  );
}
