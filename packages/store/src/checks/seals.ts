import { ChangeOrder, contentOfChangeOrder, contentOfSow, Sow } from "@cimpro/domain";
import { digestOf } from "../digest.ts";
import type { Tx } from "../engines/database.ts";
import { pagesOf } from "../pages.ts";
import { jsonFrom } from "./json-from.ts";
import type { Problem } from "./problem.ts";

/** Approved SOWs and change orders against their seals, and a deposit against its invoice (DLV-2, DLV-3, DLV-4). */
export async function wrongSeals(tx: Tx): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const approved = new Set<string>();
  for await (const page of pagesOf(tx, "sow"))
    for (const { account, id, data } of page) {
      const at = `${account} ${id}`;
      const fault = (check: string, message: string): void => void problems.push({ check, at, message });
      const read = Sow.safeParse(jsonFrom(data));
      // What cannot be read is told by the check of the registers.
      if (!read.success) continue;
      const sow = read.data;
      const isApproved = sow.state === "approved";
      if (sow.seal !== (isApproved ? digestOf(contentOfSow(sow)) : null))
        fault("seal", "The SOW and its seal do not agree.");
      if (isApproved && approved.has(`${account} ${sow.deliverable}`))
        fault("sow", "The deliverable has another approved SOW.");
      if (isApproved) approved.add(`${account} ${sow.deliverable}`);
      if (!(await isInvoicedOnce(tx, sow))) fault("deposit", "The deposit of the SOW and its invoice do not agree.");
    }
  for await (const page of pagesOf(tx, "change_order"))
    for (const { account, id, data } of page) {
      const read = ChangeOrder.safeParse(jsonFrom(data));
      if (!read.success) continue;
      const order = read.data;
      const at = `${account} ${id}`;
      if (order.seal !== (order.state === "approved" ? digestOf(contentOfChangeOrder(order)) : null))
        problems.push({ check: "seal", at, message: "The change order and its seal do not agree." });
      if (order.state === "approved" && !approved.has(`${account} ${order.deliverable}`))
        problems.push({ check: "change-order", at, message: "The deliverable has no approved SOW to change." });
    }
  return problems;
}

/** A deposit is invoiced when its SOW is approved, as one line; without one there is no invoice (DLV-3). */
async function isInvoicedOnce(tx: Tx, sow: Sow): Promise<boolean> {
  const due = sow.state === "approved" && !sow.opening && sow.deposit > 0;
  if (!due || sow.depositInvoice === null) return !due && sow.depositInvoice === null;
  const lines = await tx.db
    .selectFrom("invoice_line")
    .innerJoin("invoice", (join) =>
      join.onRef("invoice.account", "=", "invoice_line.account").onRef("invoice.number", "=", "invoice_line.invoice"),
    )
    .select(["invoice.kind", "invoice_line.amount", "invoice_line.deliverable"])
    .where("invoice_line.account", "=", sow.account)
    .where("invoice_line.invoice", "=", sow.depositInvoice)
    .execute();
  const [line, ...others] = lines;
  return (
    others.length === 0 &&
    line?.kind === "deposit" &&
    line.amount === sow.deposit &&
    line.deliverable === sow.deliverable
  );
}
