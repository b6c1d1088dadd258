import { Button, Stack, Text, Textarea } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api/context.ts";
import { Money } from "../figures/money.tsx";
import { tell } from "../page/tell.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { ApproveFoot } from "./approve-foot.tsx";
import { consequenceRows, guaranteeSentence } from "./consequence-rows.tsx";
import { Meaning } from "./meaning.tsx";

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
  const { changeOrder, consequence } = useSuspenseQuery(
    api.changeOrder.preview.queryOptions({ account, changeOrder: id }),
  ).data;
  const [declining, setDeclining] = useState(opensDeclining);
  const [reason, setReason] = useState("");
  const done = (what: string) => ({
    onSuccess: () => {
      void tell(what);
      onDone();
    },
  });
  const approve = useMutation(api.changeOrder.approve.mutationOptions(done("Change order approved.")));
  const decline = useMutation(api.changeOrder.decline.mutationOptions(done("Change order declined.")));
  const guarantee = guaranteeSentence(consequence);
  const { currency } = consequence.after.price;
  return (
    <Stack gap="sm">
      <Text style={{ whiteSpace: "pre-line" }}>{changeOrder?.scope || "Nothing was written down about it."}</Text>
      <Text fw={600} size="sm">
        What it means: <Money amount={consequence.addedPrice} currency={currency} /> more
      </Text>
      <Meaning label="What the change order means" rows={consequenceRows(consequence)} />
      <Text size="sm" c="dimmed">
        {guarantee === null ? "No lead time is promised, so no date moves. " : `${guarantee}. `}
        Time that was held for it is released with its approval. <ClauseLink id="DLV-4" /> <ClauseLink id="DLV-5" />{" "}
        {guarantee === null ? null : <ClauseLink id="LEAD-5" />}
      </Text>
      {declining ? (
        <Textarea
          label="Reason to decline"
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      ) : null}
      {changeOrder !== null && changeOrder.state !== "proposed" ? (
        <Text size="sm">It was {changeOrder.state} already.</Text>
      ) : (
        <ApproveFoot
          subject={`Change order ${id}`}
          busy={approve.isPending}
          error={approve.error ?? decline.error}
          onCancel={onDone}
          onApprove={(by) => approve.mutate({ account, changeOrder: id, ...(by === undefined ? {} : { by }) })}
        >
          <Button
            variant="default"
            loading={decline.isPending}
            disabled={declining && reason.trim() === ""}
            onClick={() => (declining ? decline.mutate({ account, changeOrder: id, reason }) : setDeclining(true))}
          >
            {declining ? "Decline it" : "Decline"}
          </Button>
        </ApproveFoot>
      )}
    </Stack>
  );
}
