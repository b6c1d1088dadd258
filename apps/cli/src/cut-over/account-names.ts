import type { Client } from "../client/client.ts";
import { everyPage } from "../client/every-page.ts";

/** Which account is called so: by its whole name, capitals and spacing aside; null where none is, or several are. */
export async function accountNames(client: Client): Promise<(name: string) => string | null> {
  const { items } = await everyPage(undefined, (page) => client.account.list.query(page));
  const ids = Map.groupBy(items, ({ name }) => plain(name));
  return (name) => {
    const found = ids.get(plain(name)) ?? [];
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  };
}

const plain = (name: string): string => name.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
