import type { ReactNode } from "react";
import { ButtonLink } from "../page/button-link.tsx";
import { namedWith } from "../page/named-with.ts";
import { TextLink } from "../page/text-link.tsx";

/** Leads to a deliverable's own page. */
export function DeliverableLink({
  account,
  deliverable,
  inText,
  children,
}: {
  readonly account: string;
  readonly deliverable: string;
  /** Among other words, where its colour alone would not tell it from them. */
  readonly inText?: true;
  readonly children: ReactNode;
}) {
  return (
    <TextLink
      to="/accounts/$id/deliverables/$deliverable"
      params={{ id: account, deliverable }}
      underline={inText ? "always" : "hover"}
    >
      {children}
    </TextLink>
  );
}

/** The same, as the one thing to do. */
export function DeliverableButton({
  account,
  deliverable,
  search = {},
  subject,
  children,
}: {
  readonly account: string;
  readonly deliverable: string;
  /** Where on that page, such as the form that is opened over it. */
  readonly search?: Readonly<Record<string, string>>;
  /** The name, on the page, of what says what it is about. */
  readonly subject: string;
  readonly children: ReactNode;
}) {
  return (
    <ButtonLink
      size="xs"
      variant="light"
      to="/accounts/$id/deliverables/$deliverable"
      params={{ id: account, deliverable }}
      search={search}
      {...namedWith(subject)}
    >
      {children}
    </ButtonLink>
  );
}
