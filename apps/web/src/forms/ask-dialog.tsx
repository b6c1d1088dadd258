import { Modal } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** Closes the form that the address asks for. */
export function useDropAsk(): () => void {
  const navigate = useNavigate();
  return () =>
    navigate({
      to: ".",
      search: ({ ask, invoice, line, entry, allowance, ...search }: Record<string, unknown>) => search,
      resetScroll: false,
    });
}

/** A form over the page, open while the address asks for it; so a link can lead straight to it. */
export function AskDialog({
  open,
  title,
  children,
}: {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <Modal opened={open} onClose={useDropAsk()} title={title}>
      {children}
    </Modal>
  );
}
