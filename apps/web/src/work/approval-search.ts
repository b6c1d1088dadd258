/** What a customer approves (ROLE-5). */
export type Approval = "sow" | "change-order" | "uat";

export const isApproval = (kind: string): kind is Approval => ["sow", "change-order", "uat"].includes(kind);

/** What the address of a deliverable's page says while an approval is open over it. */
export function approvalSearch(kind: Approval, id: string) {
  switch (kind) {
    case "sow":
      return { ask: "approve-sow", sow: id } as const;
    case "change-order":
      return { ask: "approve-order", order: id } as const;
    case "uat":
      return { ask: "approve-testing" } as const;
  }
}
