import { formatDuration } from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { useAccountName } from "../api/accounts.ts";
import type { CoveredPeriod, RunAnswer } from "../api/answers.ts";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { Duration } from "../figures/duration.tsx";
import { PeriodLabel } from "../figures/period-label.tsx";
import { sum } from "../figures/sum.ts";
import { periodText } from "../invoices/period-text.ts";
import { TextLink } from "../page/text-link.tsx";
import { coveredBeside } from "./covered-beside.ts";
import classes from "./covered-periods.module.css";

/** The periods that close without an invoice: how much is covered in them, and on request each of them. */
export function CoveredPeriods({
  run,
  fileName,
}: {
  readonly run: Pick<RunAnswer, "withoutInvoice">;
  readonly fileName: string;
}) {
  const nameOf = useAccountName();
  const { withoutInvoice: rows } = run;
  if (rows.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>{sentenceOf(run)}</summary>
      <DataTable<CoveredPeriod>
        label={t`Periods without an invoice`}
        rows={rows}
        columns={columnsFor(nameOf)}
        rowKey={({ account, period }) => `${account} ${period.start}`}
        sort="fixed"
        fileName={fileName}
        empty={null}
      />
    </details>
  );
}

function sentenceOf(run: Pick<RunAnswer, "withoutInvoice">): string {
  const covered = coveredBeside(run);
  const hours = formatDuration(covered);
  if (covered > 0) return t`Besides these, ${hours} is covered in periods that need no invoice.`;
  return plural(run.withoutInvoice.length, {
    one: "Besides these, # period needs no invoice: its time is held.",
    other: "Besides these, # periods need no invoice: their time is held.",
  });
}

const columnsFor = (nameOf: (id: string) => string): readonly Column<CoveredPeriod>[] => [
  {
    id: "account",
    label: t`Account`,
    show: ({ account }) => (
      <TextLink to="/accounts/$id" params={{ id: account }} c="var(--mantine-color-text)">
        {nameOf(account)}
      </TextLink>
    ),
    csv: ({ account }) => nameOf(account),
  },
  {
    id: "period",
    label: t`Period`,
    show: ({ period }) => <PeriodLabel period={period} />,
    csv: ({ period }) => periodText(period),
  },
  minutesColumn("deposit", t`By deposit`, ({ covered }) => covered.deposit),
  minutesColumn("allowance", t`By allowance`, ({ covered }) => covered.allowance),
  minutesColumn("held", t`Held`, ({ held }) => held),
];

const minutesColumn = (
  id: string,
  label: string,
  minutesOf: (row: CoveredPeriod) => number,
): Column<CoveredPeriod> => ({
  id,
  label,
  figures: true,
  show: (row) => (minutesOf(row) === 0 ? "–" : <Duration minutes={minutesOf(row)} />),
  csv: minutesOf,
  total: (rows) => <Duration minutes={sum(rows.map(minutesOf))} />,
});
