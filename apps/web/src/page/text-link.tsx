import { Anchor, type AnchorProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentProps } from "react";

function LinkedAnchor(props: AnchorProps & Omit<ComponentProps<"a">, keyof AnchorProps>) {
  return <Anchor inherit {...props} />;
}

/** A link within the dashboard, in the look of the text around it. */
export const TextLink = createLink(LinkedAnchor);
