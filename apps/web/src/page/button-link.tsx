import { Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";

function LinkedButton(props: ButtonProps & Omit<ComponentProps<"a">, keyof ButtonProps>) {
  return <Button component="a" {...props} />;
}

/** A link within the dashboard that looks like what it is: the next thing to do. */
export const ButtonLink = createLink(LinkedButton);
