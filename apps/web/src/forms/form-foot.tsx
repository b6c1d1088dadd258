import { t } from "@lingui/core/macro";
import { Button, Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { RefusalNote } from "../page/refusal-note.tsx";
import { useDropAsk } from "./ask-dialog.tsx";

/** The end of a form: what the server said no to, and the way on. */
export function FormFoot({
  submit,
  busy,
  error,
  danger,
  back,
  children,
}: {
  readonly submit: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly danger?: true;
  /** The way out, in words of its own where "Cancel" could be taken for the way on. */
  readonly back?: string;
  readonly children?: ReactNode;
}) {
  const close = useDropAsk();
  return (
    <Stack gap="sm" mt="xs">
      <RefusalNote error={error}>{children}</RefusalNote>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close}>
          {back ?? t`Cancel`}
        </Button>
        <Button type="submit" loading={busy} {...(danger ? { color: "red" } : {})}>
          {submit}
        </Button>
      </Group>
    </Stack>
  );
}
