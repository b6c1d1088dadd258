import type { ReactNode } from "react";
import { ButtonLink } from "../page/button-link.tsx";
import { type Approval, approvalSearch } from "./approval-search.ts";

/** Opens what there is to approve: the document, what it means, and the way to say yes. */
export function ApprovalLink({
  account,
  kind,
  deliverable,
  id,
  children,
}: {
  readonly account: string;
  readonly kind: Approval;
  readonly deliverable: string;
  readonly id: string;
  readonly children: ReactNode;
}) {
  return (
    <ButtonLink
      size="xs"
      variant="light"
      to="/accounts/$id/deliverables/$deliverable"
      params={{ id: account, deliverable }}
      search={approvalSearch(kind, id)}
    >
      {children}
    </ButtonLink>
  );
}
