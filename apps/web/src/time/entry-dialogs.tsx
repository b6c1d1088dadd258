import { t } from "@lingui/core/macro";
import { useSearch } from "@tanstack/react-router";
import type { AccountView, Entry } from "../api/answers.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { AmendEntry } from "./amend-entry.tsx";
import { ReverseEntry } from "./reverse-entry.tsx";
import { WriteOffEntry } from "./write-off-entry.tsx";

/** The forms about one entry of the list; the address says which. */
export function EntryDialogs({
  account,
  entries,
}: {
  readonly account: AccountView;
  readonly entries: readonly Entry[];
}) {
  const { ask, entry: id } = useSearch({ strict: false });
  const entry = entries.find((each) => each.id === id);
  if (entry === undefined) return null;
  return (
    <>
      <AskDialog does="time.amend" open={ask === "amend"} title={t`Change a time entry`}>
        <AmendEntry entry={entry} account={account} />
      </AskDialog>
      <AskDialog does="time.reverse" open={ask === "reverse"} title={t`Take a time entry back`}>
        <ReverseEntry entry={entry} />
      </AskDialog>
      <AskDialog does="time.writeOff" open={ask === "write-off"} title={t`Write time off`}>
        <WriteOffEntry entry={entry} />
      </AskDialog>
    </>
  );
}
