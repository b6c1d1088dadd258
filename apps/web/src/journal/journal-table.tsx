import { t } from "@lingui/core/macro";
import { useAccountName } from "../api/accounts.ts";
import type { JournalRow } from "../api/answers.ts";
import { useSession } from "../api/session.ts";
import { DataTable } from "../data-table/data-table.tsx";
import type { ListQuery } from "../data-table/list-query.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { formatInstant } from "../figures/day-text.ts";
import { Empty } from "../page/empty.tsx";
import classes from "./journal-table.module.css";

export function JournalTable({ rows, more }: { readonly rows: readonly JournalRow[]; readonly more: ListQuery }) {
  const nameOf = useAccountName();
  const { timeZone } = useSession().practice;
  const streamName = (stream: string) => (stream.startsWith("@") ? t`The practice` : nameOf(stream));
  return (
    <DataTable<JournalRow>
      label={t`Journal`}
      rows={rows}
      rowKey={({ stream, seq }) => `${stream} ${seq}`}
      sort="fixed"
      fileName="journal"
      more={more}
      empty={
        <Empty title={t`Nothing like that happened`} next={t`Choose another account, kind, person or other days.`} />
      }
      columns={[
        {
          id: "when",
          label: t`When`,
          show: ({ recordedAt }) => (
            <time dateTime={recordedAt} title={recordedAt} className={classes.when}>
              {formatInstant(recordedAt, timeZone)}
            </time>
          ),
          value: ({ recordedAt }) => recordedAt,
        },
        { id: "actor", label: t`Who`, show: ({ actor }) => actor, value: ({ actor }) => actor },
        {
          id: "type",
          label: t`What`,
          show: ({ type, data }) => (
            <details className={classes.what}>
              <summary>{type}</summary>
              <pre>{JSON.stringify(data, null, 2)}</pre>
            </details>
          ),
          value: ({ type }) => type,
        },
        { id: "stream", label: t`Of`, show: ({ stream }) => streamName(stream), value: ({ stream }) => stream },
        {
          id: "effective",
          label: t`As of`,
          show: ({ effectiveOn }) => <DayLabel day={effectiveOn} />,
          value: ({ effectiveOn }) => effectiveOn,
        },
        {
          id: "seal",
          label: t`Seal`,
          wide: true,
          show: ({ seq, hash }) => (
            <span className={classes.seal} title={hash}>
              {seq} · {hash.slice(0, 10)}
            </span>
          ),
          value: ({ hash }) => hash,
        },
      ]}
    />
  );
}
