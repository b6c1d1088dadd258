import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, type ButtonProps } from "@mantine/core";
import { IconFileTypePdf } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { PrintedFile } from "../api/answers.ts";
import { messageOf } from "../api/refusal.ts";
import { tell } from "../page/tell.ts";
import { savePrinted } from "./save-printed.ts";

/** Saves a document as a PDF file; it is printed when it is asked for. */
export function PrintButton({
  print,
  label,
  ...look
}: ButtonProps & {
  readonly print: () => Promise<PrintedFile>;
  /** Which document, for those who do not see the button in its place. */
  readonly label: string;
}) {
  const printing = useMutation({
    mutationFn: print,
    onSuccess: savePrinted,
    onError: (error) => void tell(messageOf(error), "late"),
  });
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconFileTypePdf size={16} aria-hidden />}
      loading={printing.isPending}
      aria-label={t`Save ${label} as PDF`}
      {...look}
      onClick={() => printing.mutate()}
    >
      <Trans>PDF</Trans>
    </Button>
  );
}
