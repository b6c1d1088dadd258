import { decimalOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import type { InvoiceViewLine } from "../api/answers.ts";
import type { Column } from "../data-table/column.ts";
import { lineText } from "./line-text.ts";

/** The lines of an invoice for an export: exact minutes, plain amounts. */
export const lineColumns = (
  currency: string,
  deliverableName: (id: string) => string,
): readonly Column<InvoiceViewLine>[] => [
  column("line", t`Line`, ({ line }) => line),
  column("for", t`For`, (line) => lineText(line, deliverableName)),
  column("minutes", t`Minutes`, ({ minutes }) => minutes),
  column("rate", t`Per hour`, ({ ratePerHour }) => decimalOf(ratePerHour, currency)),
  column("amount", t`Amount`, ({ amount }) => decimalOf(amount, currency)),
  column("credited", t`Minutes credited since`, ({ creditedMinutes }) => creditedMinutes),
];

const column = (
  id: string,
  label: string,
  csv: (line: InvoiceViewLine) => string | number,
): Column<InvoiceViewLine> => ({ id, label, csv, show: csv });
