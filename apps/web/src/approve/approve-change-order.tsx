import { t } from "@lingui/core/macro";
import { Button, Stack, Textarea } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api/context.ts";
import { tell } from "../page/tell.ts";
import { ApproveFoot } from "./approve-foot.tsx";
import { ChangeOrderDocument } from "./change-order-document.tsx";

/** A change order: what it says, what follows in money, dates and guarantee, then approve, decline or ask (DLV-4, LEAD-5). */
export function ApproveChangeOrder({
  account,
  order: id,
  declining: opensDeclining = false,
  onDone,
}: {
  readonly account: string;
  readonly order: string;
  readonly declining?: boolean;
  readonly onDone: () => void;
}) {
  const api = useApi();
  const previewed = useSuspenseQuery(api.changeOrder.preview.queryOptions({ account, changeOrder: id })).data;
  const { changeOrder } = previewed;
  const [declining, setDeclining] = useState(opensDeclining);
  const [reason, setReason] = useState("");
  const done = (what: string) => ({
    onSuccess: () => {
      void tell(what);
      onDone();
    },
  });
  const approve = useMutation(
    api.changeOrder.approve.mutationOptions(done(t`Change order approved: the work goes on with what it adds.`)),
  );
  const decline = useMutation(
    api.changeOrder.decline.mutationOptions(done(t`Change order declined: the work goes on without it.`)),
  );
  return (
    <Stack gap="sm">
      <ChangeOrderDocument {...previewed} />
      {changeOrder !== null && changeOrder.state !== "proposed" ? null : (
        <>
          {declining ? (
            <Textarea
              label={t`Reason to decline`}
              description={t`The work goes on without it: nothing is added to what is approved.`}
              autosize
              minRows={2}
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          <ApproveFoot
            customer={account}
            subject={t`Change order ${id}`}
            declines={declining}
            busy={approve.isPending}
            error={approve.error ?? decline.error}
            onCancel={declining && !opensDeclining ? () => setDeclining(false) : onDone}
            onApprove={(by) => approve.mutate({ account, changeOrder: id, ...(by === undefined ? {} : { by }) })}
            otherwise={(by) => (
              <Button
                {...(declining ? { color: "red" } : { variant: "default" })}
                loading={decline.isPending}
                disabled={declining && reason.trim() === ""}
                onClick={() =>
                  declining
                    ? decline.mutate({ account, changeOrder: id, reason, ...(by === undefined ? {} : { by }) })
                    : setDeclining(true)
                }
              >
                {declining ? t`Decline it` : t`Decline`}
              </Button>
            )}
          />
        </>
      )}
    </Stack>
  );
}
