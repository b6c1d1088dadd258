import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { refusalOf } from "../api/refusal.ts";
import { useMay } from "../api/session.ts";
import { ButtonLink } from "../page/button-link.tsx";

/** How to proceed when work is stopped: have it paid, or let a coordinator say why work goes on (INV-5). */
export function OverrideField({
  error,
  account,
  busy,
  onOverride,
}: {
  readonly error: unknown;
  readonly account: string;
  readonly busy: boolean;
  readonly onOverride: (reason: string) => void;
}) {
  const [reason, setReason] = useState("");
  const [mayOverride, mayRecord] = [useMay("time.writeOff"), useMay("payment.record")];
  if (refusalOf(error)?.code !== "WORK_STOPPED") return null;
  return (
    <Group gap="xs" align="flex-end" wrap="wrap">
      {mayRecord ? (
        <ButtonLink to="/accounts/$id" params={{ id: account }} search={{ ask: "payment" }} size="xs" variant="default">
          <Trans>Record payment</Trans>
        </ButtonLink>
      ) : null}
      {mayOverride ? (
        <>
          <TextInput
            size="xs"
            label={t`Log it anyway, because`}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            size="xs"
            color="red"
            loading={busy}
            disabled={reason.trim() === ""}
            onClick={() => onOverride(reason)}
          >
            <Trans>Log anyway</Trans>
          </Button>
        </>
      ) : (
        <Text size="sm">
          <Trans>A coordinator may log it with a reason.</Trans>
        </Text>
      )}
    </Group>
  );
}
