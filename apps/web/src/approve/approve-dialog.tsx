import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import { GuardedModal } from "../forms/guarded-modal.tsx";

const ApproveSow = lazy(async () => ({ default: (await import("./approve-sow.tsx")).ApproveSow }));
const ApproveChangeOrder = lazy(async () => ({
  default: (await import("./approve-change-order.tsx")).ApproveChangeOrder,
}));
const ApproveTesting = lazy(async () => ({ default: (await import("./approve-testing.tsx")).ApproveTesting }));

/** What waits for a customer's decision. */
export type ToApprove =
  | { readonly kind: "sow"; readonly account: string; readonly deliverable: string; readonly sow?: string | undefined }
  | {
      readonly kind: "change-order";
      readonly account: string;
      readonly order: string;
      readonly declining?: boolean;
    }
  /** The final approval after testing; `condition` is the gate's condition that it states. */
  | { readonly kind: "testing"; readonly account: string; readonly deliverable: string; readonly condition: string };

/** The document, what it means in money and dates, then approve or ask. Closed where there is nothing to approve. */
export function ApproveDialog({
  approve,
  title,
  onClose,
}: {
  readonly approve: ToApprove | null;
  readonly title: string;
  readonly onClose: () => void;
}) {
  return (
    <GuardedModal opened={approve !== null} onClose={onClose} title={title} size="lg">
      <Suspense fallback={<Skeleton h={260} />}>
        {approve === null ? null : <Body approve={approve} onDone={onClose} />}
      </Suspense>
    </GuardedModal>
  );
}

function Body({ approve, onDone }: { readonly approve: ToApprove; readonly onDone: () => void }) {
  switch (approve.kind) {
    case "sow":
      return <ApproveSow {...approve} onDone={onDone} />;
    case "change-order":
      return <ApproveChangeOrder {...approve} onDone={onDone} />;
    case "testing":
      return <ApproveTesting {...approve} onDone={onDone} />;
  }
}
