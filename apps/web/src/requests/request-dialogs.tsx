import { t } from "@lingui/core/macro";
import { useSearch } from "@tanstack/react-router";
import type { RequestView } from "../api/answers.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { NoteRequest } from "./note-request.tsx";
import { SubmitRequest } from "./submit-request.tsx";
import { WithdrawRequest } from "./withdraw-request.tsx";

/** The forms about requests; the address says which is open. */
export function RequestDialogs({
  account,
  requests,
}: {
  readonly account: string;
  readonly requests: readonly RequestView[];
}) {
  const { ask, about, request: id } = useSearch({ strict: false });
  const request = requests.find((each) => each.id === id);
  const title = request?.title ?? "";
  return (
    <>
      <AskDialog does="request.submit" open={ask === "request"} title={t`Ask for something`}>
        <SubmitRequest account={account} {...(about === undefined ? {} : { about })} />
      </AskDialog>
      {request === undefined ? null : (
        <>
          <AskDialog does="request.note" open={ask === "note"} title={t`Add to “${title}”`}>
            <NoteRequest request={request} />
          </AskDialog>
          <AskDialog does="request.withdraw" open={ask === "withdraw"} title={t`Withdraw “${title}”`}>
            <WithdrawRequest request={request} />
          </AskDialog>
        </>
      )}
    </>
  );
}
