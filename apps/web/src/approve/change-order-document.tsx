import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text } from "@mantine/core";
import type { ChangeOrderView, Consequence } from "../api/answers.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Money } from "../figures/money.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { consequenceRows, guaranteeSentence } from "./consequence-rows.tsx";
import { Meaning } from "./meaning.tsx";

interface Previewed {
  /** Null while it is only written. */
  readonly changeOrder: ChangeOrderView | null;
  readonly consequence: Consequence;
}

/** A change order: what it says, and what follows in money, dates and guarantee (DLV-4, LEAD-5). */
export function ChangeOrderDocument({ changeOrder, consequence }: Previewed) {
  const guarantee = guaranteeSentence(consequence);
  const { currency } = consequence.after.price;
  return (
    <Stack gap="sm">
      <Text style={{ whiteSpace: "pre-line" }}>{changeOrder?.scope || t`Nothing was written down about it.`}</Text>
      <Text fw={600} size="sm">
        <Trans>
          What it means: <Money amount={consequence.addedPrice} currency={currency} /> more
        </Trans>
      </Text>
      <Meaning label={t`What the change order means`} rows={consequenceRows(consequence)} />
      <Text size="sm" c="dimmed">
        {guarantee === null ? (
          <Trans>
            No lead time is promised, so no date moves. Time that was held for it is released with its approval.
          </Trans>
        ) : (
          <Trans>{guarantee}. Time that was held for it is released with its approval.</Trans>
        )}{" "}
        <ClauseLink id="DLV-4" /> <ClauseLink id="DLV-5" /> {guarantee === null ? null : <ClauseLink id="LEAD-5" />}
      </Text>
      {changeOrder === null || changeOrder.state === "proposed" ? null : (
        <Text size="sm">
          <Decided changeOrder={changeOrder} />
        </Text>
      )}
    </Stack>
  );
}

function Decided({ changeOrder }: { readonly changeOrder: ChangeOrderView }) {
  const { state, decidedBy, decidedOn, reason } = changeOrder;
  const day = decidedOn === null ? null : <DayLabel day={decidedOn} />;
  if (state === "approved")
    return (
      <Trans>
        Approved by {decidedBy} on {day}.
      </Trans>
    );
  return reason === null || reason === "" ? (
    <Trans>
      Declined by {decidedBy} on {day}.
    </Trans>
  ) : (
    <Trans>
      Declined by {decidedBy} on {day}: {reason}
    </Trans>
  );
}
