import { Button, type ButtonProps } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** Opens a form over the page by asking for it in the address. */
export function AskLink({
  ask,
  with: details = {},
  children,
  ...look
}: ButtonProps & {
  readonly ask: string;
  readonly with?: Readonly<Record<string, string | number>>;
  readonly children: ReactNode;
}) {
  return (
    <Button
      variant="default"
      {...look}
      renderRoot={(props) => (
        <Link
          to="."
          search={(search: Record<string, unknown>) => ({ ...search, ...details, ask })}
          resetScroll={false}
          preload={false}
          {...props}
        />
      )}
    >
      {children}
    </Button>
  );
}
