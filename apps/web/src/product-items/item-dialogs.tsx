import { t } from "@lingui/core/macro";
import type { ProductItem } from "../api/answers.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import type { ItemSearch } from "./item-search.ts";
import { ReportItem } from "./report-item.tsx";
import { UpdateItem } from "./update-item.tsx";

/** The forms of the product items' page; the address says which is open. */
export function ItemDialogs({
  ask,
  item,
}: {
  readonly ask: ItemSearch["ask"];
  readonly item: ProductItem | undefined;
}) {
  const title = item?.title ?? "";
  return (
    <>
      <AskDialog does="productItem.report" open={ask === "report"} title={t`Report an item to the product team`}>
        <ReportItem />
      </AskDialog>
      <AskDialog does="productItem.update" open={ask === "update" && item !== undefined} title={t`Update: ${title}`}>
        {item === undefined ? null : <UpdateItem item={item} />}
      </AskDialog>
    </>
  );
}
