import { t } from "@lingui/core/macro";
import { Button, CopyButton, Group, Textarea } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

/** A text to take along: all of it is seen, it is selected when one enters it, and a button copies it. */
export function CopyField({
  label,
  text,
  shown = text,
}: {
  readonly label: string;
  readonly text: string;
  /** The same, easier to read. */
  readonly shown?: string;
}) {
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <Textarea
        label={label}
        value={shown}
        readOnly
        autosize
        minRows={1}
        flex={1}
        miw={0}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyTextButton text={text} />
    </Group>
  );
}

export function CopyTextButton({ text }: { readonly text: string }) {
  return (
    <CopyButton value={text} timeout={3000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          style={{ flexShrink: 0 }}
          leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
        >
          {copied ? t`Copied` : t`Copy`}
        </Button>
      )}
    </CopyButton>
  );
}
