import type { DeliverableKind } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { said } from "../forms/checks.ts";

type As = "deliverable" | "allowance-work" | "package" | "support-ticket" | "product-bug";

/** What the accept form holds; which of it counts depends on what the request becomes. */
export interface AcceptForm {
  readonly as: As;
  /** A new deliverable or product item, one that is there, or, for a bug, one that is kept elsewhere. */
  readonly which: "new" | "known" | "elsewhere";
  readonly name: string;
  readonly kind: DeliverableKind | null;
  readonly deliverable: string | null;
  readonly productItem: string | null;
  readonly reference: string;
}

/** What the form says, and nothing that does not belong to what the request becomes (REQ-4). */
export function acceptInput(
  { as, which, name, kind, deliverable, productItem, reference }: AcceptForm,
  request: { readonly account: string; readonly id: string },
) {
  const of = { account: request.account, request: request.id, as };
  if (as === "deliverable")
    return which === "known"
      ? { ...of, ...said("deliverable", deliverable) }
      : { ...of, ...said("name", name), ...(kind === null ? {} : { kind }) };
  if (as === "product-bug")
    return which === "known"
      ? { ...of, ...said("productItem", productItem) }
      : which === "elsewhere"
        ? { ...of, ...said("reference", reference) }
        : of;
  return { ...of, ...said("reference", reference) };
}

/** What is missing before the form can be sent, by field. */
export function acceptFaults({ as, which, name, deliverable, productItem, reference }: AcceptForm) {
  const must = t`must be chosen`;
  const bug = as === "product-bug";
  return {
    name: as === "deliverable" && which === "new" && name.trim() === "" ? t`must not be empty` : null,
    deliverable: as === "deliverable" && which === "known" && deliverable === null ? must : null,
    productItem: bug && which === "known" && productItem === null ? must : null,
    reference: bug && which === "elsewhere" && reference.trim() === "" ? t`must not be empty` : null,
  };
}
