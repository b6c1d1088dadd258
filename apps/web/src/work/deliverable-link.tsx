import type { ReactNode } from "react";
import { ButtonLink } from "../page/button-link.tsx";
import { TextLink } from "../page/text-link.tsx";

/** Leads to a deliverable's own page. */
export function DeliverableLink({
  account,
  deliverable,
  children,
}: {
  readonly account: string;
  readonly deliverable: string;
  readonly children: ReactNode;
}) {
  return (
    <TextLink to="/accounts/$id/deliverables/$deliverable" params={{ id: account, deliverable }}>
      {children}
    </TextLink>
  );
}

/** The same, as the one thing to do. */
export function DeliverableButton({
  account,
  deliverable,
  children,
}: {
  readonly account: string;
  readonly deliverable: string;
  readonly children: ReactNode;
}) {
  return (
    <ButtonLink
      size="xs"
      variant="light"
      to="/accounts/$id/deliverables/$deliverable"
      params={{ id: account, deliverable }}
    >
      {children}
    </ButtonLink>
  );
}
