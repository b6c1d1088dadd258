import { t } from "@lingui/core/macro";
import type { RequestView } from "../api/answers.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { AcceptRequest } from "./accept-request.tsx";
import type { QueueSearch } from "./queue-search.ts";
import { DeclineRequest, FollowUpRequest } from "./say-about-request.tsx";

/** The forms about the selected request; the address says which is open. */
export function QueueDialogs({
  ask,
  request,
  onFollowedUp,
  onDecided,
}: {
  readonly ask: QueueSearch["ask"];
  readonly request: RequestView;
  readonly onFollowedUp: () => void;
  readonly onDecided: () => void;
}) {
  const { id, title } = request;
  return (
    <>
      <AskDialog does="request.followUp" open={ask === "follow-up"} title={t`Follow up: ${title}`}>
        <FollowUpRequest key={id} request={request} onDone={onFollowedUp} />
      </AskDialog>
      <AskDialog does="request.accept" open={ask === "accept"} title={t`Accept: ${title}`}>
        <AcceptRequest key={id} request={request} onDone={onDecided} />
      </AskDialog>
      <AskDialog does="request.decline" open={ask === "decline"} title={t`Decline: ${title}`}>
        <DeclineRequest key={id} request={request} onDone={onDecided} />
      </AskDialog>
    </>
  );
}
