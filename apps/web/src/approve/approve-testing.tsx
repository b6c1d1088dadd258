import { t } from "@lingui/core/macro";
import { Stack, Textarea } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { tell } from "../page/tell.ts";
import { ApproveFoot } from "./approve-foot.tsx";
import { TestedWork } from "./tested-work.tsx";

/** What was built, after the customer's testing: what its final approval means, then approve or report more (PROC-4). */
export function ApproveTesting({
  account,
  deliverable,
  condition,
  onDone,
}: {
  readonly account: string;
  readonly deliverable: string;
  /** The condition of the gate that the approval states. */
  readonly condition: string;
  readonly onDone: () => void;
}) {
  const api = useApi();
  const mayApprove = useMay("sow.approve");
  const { name } = useSuspenseQuery(api.deliverable.show.queryOptions({ account, deliverable })).data;
  const [what, setWhat] = useState(() => t`Tested and approved`);
  const approve = useMutation(
    api.phase.record.mutationOptions({
      onSuccess: () => {
        void tell(t`${name} is approved. The services team takes it from here.`);
        onDone();
      },
    }),
  );
  return (
    <Stack gap="sm">
      <TestedWork account={account} deliverable={deliverable} />
      {mayApprove ? (
        <Textarea
          label={t`What you approve`}
          autosize
          minRows={1}
          value={what}
          onChange={(event) => setWhat(event.currentTarget.value)}
        />
      ) : null}
      <ApproveFoot
        customer={account}
        subject={t`Approval of ${name}`}
        busy={approve.isPending}
        error={approve.error}
        onCancel={onDone}
        onApprove={(person) =>
          approve.mutate({
            ...{ account, deliverable, condition, what, by: "program-manager" },
            ...(person === undefined ? {} : { person }),
          })
        }
      />
    </Stack>
  );
}
