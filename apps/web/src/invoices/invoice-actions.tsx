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
    useApi().invoice.resume.mutationOptions({ onSuccess: () => tell(`${number} counts again.`) }),
  );
  const client = useApiClient();
  const print = (
    <>
      <PrintButton size="sm" label={number} print={() => client.document.invoice.query({ number, account })} />
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
        Print
      </Button>
    </>
  );
  if (!useMay("financial")) return print;
  return (
    <>
      {balance === 0 ? null : (
        <ButtonLink to="/accounts/$id" params={{ id: account }} search={{ ask: "payment", invoice: number }}>
          Record payment
        </ButtonLink>
      )}
      {status === "suspended" ? (
        <Button variant="default" loading={resume.isPending} onClick={() => resume.mutate({ number })}>
          Resume
        </Button>
      ) : balance === 0 ? null : (
        <AskLink ask="suspend">Suspend</AskLink>
      )}
      {status === "voided" ? null : (
        <>
          <AskLink ask="credit">Credit a line</AskLink>
          <AskLink ask="void">Void</AskLink>
        </>
      )}
      {print}
    </>
  );
}
