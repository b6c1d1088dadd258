import { PaymentTable } from "../payments/payment-table.tsx";
import { CreditTable } from "./credit-table.tsx";

/** What was taken off an account's debts: money received, and corrections of ours. */
export function CreditTab({ account }: { readonly account: string }) {
  return (
    <>
      <PaymentTable account={account} />
      <CreditTable account={account} />
    </>
  );
}
