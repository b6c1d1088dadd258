import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import type { Column } from "./column.ts";
import { csvOf } from "./csv.ts";

/** Saves the rows shown, in the order shown. */
export function CsvButton<Row>({
  rows,
  columns,
  fileName,
}: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly fileName: string;
}) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([csvOf(rows, columns)], { type: "text/csv;charset=utf-8" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: `${fileName}.csv` });
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      color="gray"
      ml="auto"
      leftSection={<IconDownload size={14} aria-hidden />}
      onClick={save}
    >
      CSV
    </Button>
  );
}
