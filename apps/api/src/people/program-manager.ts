import { onlyWearer, type Person } from "@cimpro/domain";
import type { Books } from "@cimpro/store";

/** Who holds the customer's budget and approves for it: the one person wearing the hat, else nobody (ROLE-1, ROLE-5). */
export async function programManagerOf(books: Books, account: string): Promise<Person | null> {
  return onlyWearer(await books.people.of(account), "program-manager");
}
