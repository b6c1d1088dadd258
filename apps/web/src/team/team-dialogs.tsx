import { hatOf } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { useSearch } from "@tanstack/react-router";
import type { PersonView } from "../api/answers.ts";
import { AskDialog } from "../forms/ask-dialog.tsx";
import { AddPerson } from "./add-person.tsx";
import { AssignHat } from "./assign-hat.tsx";
import { TeamSearch } from "./team-search.ts";

/** The forms about people and hats; the address says which is open. */
export function TeamDialogs({ account, people }: { readonly account: string; readonly people: readonly PersonView[] }) {
  const { ask, hat } = TeamSearch.parse(useSearch({ strict: false }));
  const title = hat === undefined ? "" : hatOf(hat).title;
  return (
    <>
      <AskDialog does="person.add" open={ask === "person"} title={t`Add a person`}>
        <AddPerson account={account} />
      </AskDialog>
      {hat === undefined ? null : (
        <AskDialog does="person.assign" open={ask === "assign"} title={t`${title}: who wears it?`}>
          <AssignHat account={account} hat={hat} people={people.filter(({ active }) => active)} />
        </AskDialog>
      )}
    </>
  );
}
