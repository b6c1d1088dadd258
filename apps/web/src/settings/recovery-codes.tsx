import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useDropAsk } from "../forms/ask-dialog.tsx";
import { CopyTextButton } from "../forms/copy-field.tsx";
import classes from "./settings.module.css";

/** The way in without the authenticator; shown this once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const close = useDropAsk();
  const text = `${codes.join("\n")}\n`;
  return (
    <Stack gap="sm">
      <Text size="sm" role="status">
        The second step is on. Keep these recovery codes where you find them without your phone: each opens the door
        once. They are shown only now, and nobody can turn your second step off for you.
      </Text>
      <ul className={classes.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <CopyTextButton text={text} />
          <Button variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => save(text)}>
            Save as a file
          </Button>
        </Group>
        <Button onClick={close}>I have kept them</Button>
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
