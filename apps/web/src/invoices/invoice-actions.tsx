import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { InvoiceView } from "../api/answers.ts";
import { useApi, useApiClient } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { PrintButton } from "../documents/print-button.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { ButtonLink } from "../page/button-link.tsx";
import { tell } from "../page/tell.ts";

/** What can be done about an invoice in its present state. */
export function InvoiceActions({ invoice }: { readonly invoice: InvoiceView }) {
  const { number, account, status, balance } = invoice;
  const resume = useMutation(
    useApi().invoice.resume.mutationOptions({ onSuccess: () => tell(t`${number} counts again.`) }),
  );
  const client = useApiClient();
  const print = (
    <>
      <PrintButton size="sm" label={number} print={() => client.document.invoice.query({ number, account })} />
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        <Trans>Print</Trans>
      </Button>
    </>
  );
  if (!useMay("invoice.void")) return print;
  return (
    <>
      {balance === 0 ? null : (
        <ButtonLink to="/accounts/$id" params={{ id: account }} search={{ ask: "payment", invoice: number }}>
          <Trans>Record payment</Trans>
        </ButtonLink>
      )}
      {status === "suspended" ? (
        <Button variant="default" loading={resume.isPending} onClick={() => resume.mutate({ number })}>
          <Trans>Resume</Trans>
        </Button>
      ) : balance === 0 ? null : (
        <AskLink ask="suspend">
          <Trans>Suspend</Trans>
        </AskLink>
      )}
      {status === "voided" ? null : (
        <>
          <AskLink ask="credit">
            <Trans>Credit a line</Trans>
          </AskLink>
          <AskLink ask="void">
            <Trans>Void</Trans>
          </AskLink>
        </>
      )}
      {print}
    </>
  );
}
