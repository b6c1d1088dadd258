import { useLocation } from "@tanstack/react-router";

/** The secret of the link that somebody followed: it stands after `#`, which browsers send to no server. */
export function useLinkSecret(): string | null {
  const secret = useLocation({ select: ({ hash }) => hash });
  return secret.length < 20 || secret.length > 200 ? null : secret;
}
