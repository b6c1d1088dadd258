import type { ReactNode } from "react";
import { ButtonLink } from "../page/button-link.tsx";
import { namedWith } from "../page/named-with.ts";
import { type Approval, approvalSearch } from "./approval-search.ts";

/** Opens what there is to approve: the document, what it means, and the way to say yes. */
export function ApprovalLink({
  account,
  kind,
  deliverable,
  id,
  subject,
  children,
}: {
  readonly account: string;
  readonly kind: Approval;
  readonly deliverable: string;
  readonly id: string;
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
      search={approvalSearch(kind, id)}
      {...namedWith(subject)}
    >
      {children}
    </ButtonLink>
  );
}
