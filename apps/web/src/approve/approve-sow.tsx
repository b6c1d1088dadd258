import { t } from "@lingui/core/macro";
import { Stack } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { tell } from "../page/tell.ts";
import { ApproveFoot } from "./approve-foot.tsx";
import { SowDocument } from "./sow-document.tsx";

/** A statement of work: what it says, what approving it means in money and dates, then approve or ask (DLV-2, DLV-3). */
export function ApproveSow({
  account,
  deliverable,
  sow: id,
  onDone,
}: {
  readonly account: string;
  readonly deliverable: string;
  /** The latest one, unless it is named. */
  readonly sow?: string | undefined;
  readonly onDone: () => void;
}) {
  const api = useApi();
  const named = { account, deliverable, ...(id === undefined ? {} : { sow: id }) };
  const { sow } = useSuspenseQuery(api.sow.show.queryOptions(named)).data;
  const approve = useMutation(
    api.sow.approve.mutationOptions({
      onSuccess: ({ invoice }) => {
        const number = invoice?.number;
        void tell(
          number === undefined
            ? t`Approved: the work can go on as agreed.`
            : sow.expeditedBy === null
              ? t`Approved: the work can go on as agreed. The deposit is invoiced with ${number}, due on receipt.`
              : t`Approved. The deposit is invoiced with ${number}; the lead time begins once it is paid.`,
        );
        onDone();
      },
    }),
  );
  const sowId = sow.id;
  return (
    <Stack gap="sm">
      <SowDocument account={account} deliverable={deliverable} sow={sow} />
      {sow.state === "issued" ? (
        <ApproveFoot
          customer={account}
          subject={t`Statement of work ${sowId}`}
          busy={approve.isPending}
          error={approve.error}
          onCancel={onDone}
          onApprove={(by) => approve.mutate({ account, deliverable, sow: sowId, ...(by === undefined ? {} : { by }) })}
        />
      ) : null}
    </Stack>
  );
}
