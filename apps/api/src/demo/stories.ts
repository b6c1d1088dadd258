import type { RunInvoice } from "../billing/run-answer.ts";
import { clerk, type Desk } from "./desk.ts";
import { idOf } from "./random.ts";

/** Where a story sets in: an invoice of the last run, on its issue day. */
export interface Turn {
  readonly desk: Desk;
  readonly day: string;
  readonly invoice: RunInvoice & { readonly number: string };
}

/** What becomes of single invoices, by account and period; they are not simply paid. */
export const stories: Readonly<Record<string, (turn: Turn) => Promise<void>>> = {
  "prairie-seed 9": async (turn) => {
    const credited = await credit(turn, 45, "rebill", "Wrong purchase order; to be invoiced again");
    await pay(turn, turn.invoice.total - credited, "Bank transfer");
  },
  "prairie-seed 4": async (turn) => {
    const credited = await credit(turn, 30, "waive", "Goodwill: the call started late");
    await pay(turn, turn.invoice.total - credited, "Bank transfer");
  },
  "ironwood-tools 6": async ({ desk, day, invoice: { number } }) => {
    const note = "Sent to the wrong company name; billed again with the next invoice";
    await desk(clerk, day, `void ${number}`).invoice.void({ number, note });
  },
  "maple-street-foods 3": async ({ desk, day, invoice: { number } }) => {
    const reason = "Customer disputes the hours for lot tracking";
    await desk(clerk, day, `suspend ${number}`).invoice.suspend({ number, reason });
  },
};

/** Credits some minutes of the first line, as many as it has at most; gives the amount. */
async function credit(
  { desk, day, invoice: { number } }: Turn,
  most: number,
  reason: "rebill" | "waive",
  note: string,
): Promise<number> {
  const api = desk(clerk, day, `credit ${number}`);
  const minutes = Math.min(most, (await api.invoice.show({ number })).lines[0]?.minutes ?? most);
  const { creditMemo } = await api.credit.issue({ number, line: 1, minutes, reason, note });
  return creditMemo.total;
}

/** Pays an invoice by name. The amount follows from documents, never from balances, so that told again it is the same. */
export async function pay({ desk, day, invoice }: Turn, amount: number, note = ""): Promise<void> {
  const { account, number } = invoice;
  const id = idOf(`payment ${number}`);
  await desk(clerk, day, `pay ${number}`).payment.record({ account, amount, invoice: number, id, note });
}
