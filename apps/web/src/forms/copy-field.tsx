import { Button, CopyButton, Group, TextInput } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";

/** A text to take along: it is selected when one enters it, and can be copied with a button. */
export function CopyField({
  label,
  text,
  note,
}: {
  readonly label: string;
  readonly text: string;
  readonly note?: string;
}) {
  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        label={label}
        value={text}
        readOnly
        flex={1}
        miw={0}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
        {...(note === undefined ? {} : { description: note })}
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
          {copied ? "Copied" : "Copy"}
        </Button>
      )}
    </CopyButton>
  );
}
