import { t } from "@lingui/core/macro";
import type { PackageRow } from "../api/answers.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { usePackageTitle } from "../package-use/package-title.ts";
import { EndPackage } from "./end-package.tsx";
import type { PackageSearch } from "./package-search.ts";
import { SubscribePackage } from "./subscribe-package.tsx";
import { UpgradePackage } from "./upgrade-package.tsx";

/** The forms of the packages' page; the address says which is open. */
export function PackageDialogs({
  search: { ask, customer, subscription, package: wanted, units },
  rows,
}: {
  readonly search: PackageSearch;
  readonly rows: readonly PackageRow[];
}) {
  const titleOf = usePackageTitle();
  const asked = rows.find(({ account, id }) => account === customer && id === subscription);
  const [title, accountName] = asked === undefined ? ["", ""] : [titleOf(asked), asked.accountName];
  return (
    <>
      <AskDialog does="package.subscribe" open={ask === "subscribe"} title={t`Order a package`}>
        <SubscribePackage account={customer} wanted={wanted} units={units} />
      </AskDialog>
      <AskDialog
        does="package.upgrade"
        open={ask === "upgrade" && asked !== undefined}
        title={t`Upgrade ${title} of ${accountName}`}
      >
        {asked === undefined ? null : <UpgradePackage row={asked} wanted={wanted} units={units} />}
      </AskDialog>
      <AskDialog
        does="package.end"
        open={ask === "end" && asked !== undefined}
        title={t`End ${title} of ${accountName}`}
      >
        {asked === undefined ? null : <EndPackage row={asked} />}
      </AskDialog>
    </>
  );
}
