import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { faultsOf } from "../api/refusal.ts";
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
  const foot = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState(false);
  useLayoutEffect(() => setMarked(isMarked(error, foot.current)), [error]);
  return (
    <Stack gap="sm" mt="xs" ref={foot}>
      {marked ? <MarkedNote /> : <RefusalNote error={error}>{children}</RefusalNote>}
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

/** Whether the fields of the form already say all that is wrong; then it is not said twice. */
function isMarked(error: unknown, foot: HTMLElement | null): boolean {
  const said = new Set(
    [...(foot?.closest("form")?.querySelectorAll("[id$='-error']") ?? [])].map(({ textContent }) => textContent),
  );
  const faults = Object.values(faultsOf(error));
  return faults.length > 0 && faults.every((fault) => said.has(fault));
}

const MarkedNote = () => (
  <Alert data-tone="late" icon={<IconAlertTriangle aria-hidden />} role="alert">
    <Text size="sm">
      <Trans>Nothing is saved yet: see what is marked above.</Trans>
    </Text>
  </Alert>
);
