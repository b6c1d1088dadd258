import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { CopyTextButton } from "../forms/copy-field.tsx";
import classes from "./settings.module.css";

/** The way in without the authenticator; shown this once. */
export function RecoveryCodes({
  codes,
  children,
}: {
  readonly codes: readonly string[];
  /** What was done. */
  readonly children: ReactNode;
}) {
  const close = useDropAsk();
  const text = `${codes.join("\n")}\n`;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        {children}{" "}
        <Trans>
          Keep them where you find them without your phone: each opens the door once. They are shown only now; without
          them and without your phone only an admin can let you in again.
        </Trans>
      </Text>
      <ul className={classes.codes} aria-label={t`Recovery codes`}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <CopyTextButton text={text} />
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => save(text)}>
            <Trans>Save as a file</Trans>
          </Button>
        </Group>
        <Button onClick={close}>
          <Trans>I have kept them</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: "cimpro-recovery-codes.txt" });
  link.click();
  URL.revokeObjectURL(address);
}
