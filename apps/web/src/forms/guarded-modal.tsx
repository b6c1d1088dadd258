import { Trans } from "@lingui/react/macro";
import { Alert, Box, Button, Group, Modal, type ModalProps, Text } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";

/** A dialog that asks before a stray key or click throws away what was typed in it. */
export function GuardedModal({
  opened,
  onClose,
  children,
  ...look
}: Omit<ModalProps, "onInput"> & { readonly children: ReactNode }) {
  const [typed, setTyped] = useState(false);
  const [asks, setAsks] = useState(false);
  // The way to another page, or back to this one without the form; what is said and done is put in its place.
  const leaving = useBlocker({
    shouldBlockFn: ({ current, next, action }) =>
      action !== "REPLACE" && (current.pathname !== next.pathname || formOf(current) !== formOf(next)),
    disabled: !opened || !typed,
    enableBeforeUnload: false,
    withResolver: true,
  });
  const leaves = leaving.status === "blocked";
  const stay = () => {
    setAsks(false);
    leaving.reset?.();
  };
  // Opened again, it begins anew.
  if (!opened && (typed || asks)) {
    setTyped(false);
    setAsks(false);
  }
  return (
    <Modal {...look} opened={opened} onClose={() => (typed && !asks ? setAsks(true) : onClose())}>
      {asks || leaves ? (
        <Alert data-tone="soon" role="alert" mb="sm">
          <Text size="sm">
            <Trans>What you typed here is not kept.</Trans>
          </Text>
          <Group gap="xs" mt="xs">
            <Button size="xs" variant="default" onClick={stay}>
              <Trans>Go on writing</Trans>
            </Button>
            <Button size="xs" variant="subtle" color="gray" onClick={leaves ? leaving.proceed : onClose}>
              <Trans>Close without it</Trans>
            </Button>
          </Group>
        </Alert>
      ) : null}
      <Box onInput={() => setTyped(true)}>{children}</Box>
    </Modal>
  );
}

/** Which form an address opens. */
const formOf = ({ search }: { readonly search: object }): unknown => Reflect.get(search, "ask");
