import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { messageOf } from "../api/refusal.ts";
import { tell } from "../page/tell.ts";
import type { Column } from "./column.ts";
import { csvOf } from "./csv.ts";
import { fetchAll, type ListQuery } from "./list-query.ts";

/** Saves the rows in the order shown; of a list that comes page by page, all of them. */
export function CsvButton<Row>({
  rows,
  columns,
  fileName,
  of,
  more,
}: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly fileName: string;
  /** What the rows are, for those who do not see beside what the button is. */
  readonly of: string;
  /** Where the rows come from that are not shown yet. */
  readonly more?: ListQuery | undefined;
}) {
  const [wanted, setWanted] = useState(false);
  const complete = more === undefined || !more.hasNextPage;
  const ready = wanted && complete;
  useEffect(() => {
    if (!ready) return;
    setWanted(false);
    save(csvOf(rows, columns), fileName);
  }, [ready, rows, columns, fileName]);
  const start = async () => {
    setWanted(true);
    if (more === undefined || (await fetchAll(more))) return;
    setWanted(false);
    await tell(messageOf(null), "late");
  };
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      ml="auto"
      flex="none"
      data-no-print
      aria-label={t`CSV: ${of}`}
      loading={wanted}
      leftSection={<IconDownload size={14} aria-hidden />}
      onClick={start}
    >
      <Trans>CSV</Trans>
    </Button>
  );
}

function save(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: `${fileName}.csv` });
  link.click();
  URL.revokeObjectURL(address);
}
