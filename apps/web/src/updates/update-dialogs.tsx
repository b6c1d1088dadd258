import { t } from "@lingui/core/macro";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { DecideReview } from "./decide-review.tsx";
import { OpenUpdate } from "./open-update.tsx";
import type { ReviewToDecide, UpdateSearch } from "./update-search.ts";

/** The forms of the updates' page; the address says which is open. */
export function UpdateDialogs({
  ask,
  asked,
  accounts,
}: {
  readonly ask: UpdateSearch["ask"];
  readonly asked: ReviewToDecide | undefined;
  /** Those with a live customization, and how many each has. */
  readonly accounts: ReadonlyMap<string, number>;
}) {
  return (
    <>
      <AskDialog does="update.open" open={ask === "update"} title={t`Open a version update`}>
        <OpenUpdate accounts={accounts} />
      </AskDialog>
      <AskDialog
        does="update.review"
        open={ask === "review" && asked !== undefined}
        title={asked === undefined ? "" : titleOf(asked)}
      >
        {asked === undefined ? null : <DecideReview asked={asked} />}
      </AskDialog>
    </>
  );
}

function titleOf({ name, update: { version } }: ReviewToDecide): string {
  return t`${name} with ${version}`;
}
