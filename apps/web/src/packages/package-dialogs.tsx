import type { PackageRow } from "../api/answers.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { usePackageTitle } from "../package-use/package-title.ts";
import { EndPackage } from "./end-package.tsx";
import type { PackageSearch } from "./package-search.ts";
import { SubscribePackage } from "./subscribe-package.tsx";

/** The forms of the packages' page; the address says which is open. */
export function PackageDialogs({
  search: { ask, customer, subscription, package: wanted, units },
  rows,
}: {
  readonly search: PackageSearch;
  readonly rows: readonly PackageRow[];
}) {
  const titleOf = usePackageTitle();
  const ending = rows.find(({ account, id }) => account === customer && id === subscription);
  return (
    <>
      <AskDialog open={ask === "subscribe"} title="Order a package">
        <SubscribePackage account={customer} wanted={wanted} units={units} />
      </AskDialog>
      <AskDialog
        open={ask === "end" && ending !== undefined}
        title={ending === undefined ? "" : `End ${titleOf(ending)} of ${ending.accountName}`}
      >
        {ending === undefined ? null : <EndPackage row={ending} />}
      </AskDialog>
    </>
  );
}
