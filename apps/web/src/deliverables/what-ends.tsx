import { Trans } from "@lingui/react/macro";
import { List, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { DeliverableView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";

type EndPreview = NonNullable<ReturnType<typeof useEndPreview>["data"]>;

/** What ending work today would do, as the server says. */
export const useEndPreview = ({ account, id: deliverable }: Pick<DeliverableView, "account" | "id">) =>
  useQuery({ ...useApi().deliverable.previewEnd.queryOptions({ account, deliverable }), retry: false });

/** What changes when work ends today: when it closes, what of its deposit comes back, what becomes of its open time (DLV-3). */
export function WhatEnds({ work }: { readonly work: DeliverableView }) {
  const { data, error } = useEndPreview(work);
  if (data === undefined) return error === null ? <Skeleton h={72} /> : <RefusalNote error={error} />;
  return (
    <List size="sm" spacing={4}>
      {changesOf(work, data).map(([id, says]) => (
        <List.Item key={id}>{says}</List.Item>
      ))}
    </List>
  );
}

type Change = readonly [id: string, says: ReactNode];

const changesOf = (work: DeliverableView, preview: EndPreview): readonly Change[] => [
  ["when", <WhenItCloses key="when" {...preview} />],
  ...depositChanges(work.currency, preview),
  ...(work.approved === null && work.cover.open > 0
    ? [
        [
          "open",
          <Trans key="open">
            Its open time is billed as general work: <Duration minutes={work.cover.open} />.
          </Trans>,
        ] as const,
      ]
    : []),
  ["later", <Trans key="later">Later time on it is general work, and what is said of it stays as it is.</Trans>],
];

function WhenItCloses({ openMinutes, awaitsPremium }: Pick<EndPreview, "openMinutes" | "awaitsPremium">) {
  if (openMinutes > 0)
    return (
      <Trans>
        It ends today, and closes once its open time is billed or written off: <Duration minutes={openMinutes} />.
      </Trans>
    );
  if (awaitsPremium)
    return <Trans>It ends today, and closes once the proposed settlement of its premium is decided.</Trans>;
  return <Trans>It ends and closes today.</Trans>;
}

function depositChanges(currency: string, { openMinutes, awaitsPremium, deposit }: EndPreview): readonly Change[] {
  if (deposit === null) return [];
  const invoice = deposit.invoice ?? "";
  const credited = <Money amount={deposit.credited} currency={currency} />;
  const outside = <Money amount={deposit.returnedOutside} currency={currency} />;
  const comesBack =
    openMinutes > 0 || awaitsPremium ? (
      <Trans key="deposit">
        Then what is left of its deposit comes back as a credit memo on {invoice}: at most {credited}.
      </Trans>
    ) : (
      <Trans key="deposit">
        What is left of its deposit comes back as a credit memo on {invoice}: {credited}.
      </Trans>
    );
  const paidBack = (
    <Trans key="outside">
      {outside} of its deposit is to be paid back where it was paid: its invoice is not in these books.
    </Trans>
  );
  return [
    ...(deposit.credited === 0 ? [] : [["deposit", comesBack] as const]),
    ...(deposit.returnedOutside === 0 ? [] : [["outside", paidBack] as const]),
  ];
}
