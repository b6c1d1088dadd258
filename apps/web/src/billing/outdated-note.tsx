import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { ClauseLink } from "../why/clause-link.tsx";

/** Nothing was issued, because the books were no longer those of the preview. */
export function OutdatedNote() {
  return (
    <Alert data-tone="soon" icon={<IconRefresh aria-hidden />} role="alert" title={t`Nothing was issued yet`}>
      <Text size="sm" component="div">
        <Trans>
          The books changed since your preview. Below is the new one with what changed; issue it if it is right.
        </Trans>{" "}
        <ClauseLink id="INV-4" />
      </Text>
    </Alert>
  );
}
