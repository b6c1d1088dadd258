import { t } from "@lingui/core/macro";
import { getRouteApi } from "@tanstack/react-router";
import { BuyAllowance } from "../allowances/buy-allowance.tsx";
import { EndAllowance } from "../allowances/end-allowance.tsx";
import type { AccountView } from "../api/answers.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { RecordPayment } from "../payments/record-payment.tsx";
import { LogTime } from "../time/log-time.tsx";
import { AddDeliverable } from "./add-deliverable.tsx";
import { EditAccount } from "./edit-account.tsx";

const route = getRouteApi("/_app/accounts/$id");

/** The forms of an account's page; the address says which is open. */
export function AccountDialogs({ account }: { readonly account: AccountView }) {
  const { ask, invoice, allowance } = route.useSearch();
  const { name } = account;
  return (
    <>
      <AskDialog does="time.log" open={ask === "log"} title={t`Log time for ${name}`}>
        <LogTime account={account} />
      </AskDialog>
      <AskDialog does="payment.record" open={ask === "payment"} title={t`Payment by ${name}`}>
        <RecordPayment account={account} invoice={invoice} />
      </AskDialog>
      <AskDialog does="allowance.buy" open={ask === "allowance"} title={t`Sell hours to ${name}`}>
        <BuyAllowance account={account.id} />
      </AskDialog>
      <AskDialog does="allowance.end" open={ask === "end-allowance"} title={t`End a monthly allowance`}>
        <EndAllowance account={account.id} allowance={allowance} />
      </AskDialog>
      <AskDialog does="deliverable.add" open={ask === "deliverable"} title={t`Add a deliverable`}>
        <AddDeliverable account={account.id} />
      </AskDialog>
      <AskDialog does="account.edit" open={ask === "edit"} title={t`Edit ${name}`}>
        <EditAccount account={account} />
      </AskDialog>
    </>
  );
}
