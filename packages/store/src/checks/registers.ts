import type { Books } from "../books.ts";
import type { Tx } from "../engines/database.ts";
import { fieldsOf, jsonFrom } from "./json-from.ts";
import type { Problem } from "./problem.ts";

/** Records that are filed otherwise than they say, so that lists and queues would miss them. */
export async function wrongRegisters(tx: Tx, books: Books): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const message = "It is filed otherwise than it says.";
  for (const noun of Object.values(books))
    if (typeof noun === "object" && "misfiled" in noun)
      for (const at of await noun.misfiled()) problems.push({ check: "register", at, message });
  const deliverables = await tx.db.selectFrom("deliverable").selectAll().execute();
  for (const { account, id, name, sequence, state, about, on_day: on, data } of deliverables) {
    const said = { ...unsaid(account, id, name), ...fieldsOf(jsonFrom(data)) };
    const expected = [said.account, said.id, said.name, 0, said.state, said.parent, said.addedOn ?? ""];
    if (JSON.stringify([account, id, name, sequence, state, about, on]) !== JSON.stringify(expected))
      problems.push({ check: "register", at: `deliverable ${account} ${id}`, message });
  }
  return problems;
}

/** What an import said of a deliverable that it opened. */
const unsaid = (account: string, id: string, name: string) => ({
  ...{ account, id, name, state: "open", parent: null, addedOn: null },
});
