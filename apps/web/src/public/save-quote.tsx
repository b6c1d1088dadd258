import type { LeadTime } from "@cimpro/domain";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { messageOf } from "../api/refusal.ts";
import { savePrinted } from "../documents/save-printed.ts";
import { tell } from "../page/tell.ts";

/** Takes the quote along on paper; nobody has to sign in for it. */
export function SaveQuote(asked: { readonly minutes: number; readonly leadTime: LeadTime; readonly on: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const printing = useMutation({
    mutationFn: () => queries.fetchQuery(api.document.quote.queryOptions(asked)),
    onSuccess: savePrinted,
    onError: (error) => void tell(messageOf(error), "late"),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconFileTypePdf size={16} aria-hidden />}
      loading={printing.isPending}
      onClick={() => printing.mutate()}
    >
      <Trans>Save as PDF</Trans>
    </Button>
  );
}
