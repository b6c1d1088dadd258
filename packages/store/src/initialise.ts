import { defaultPolicy } from "@cimpro/domain";
import { booksOf } from "./books.ts";
import type { Database } from "./engines/database.ts";
import { practiceStream } from "./journal.ts";
import { beginning, policyHash } from "./practice.ts";
import { write } from "./write.ts";

/** Gives new books their practice and first policy version, once; books that have them are left alone. */
export async function initialise(
  database: Database,
  { now, demo = false }: { readonly now: () => string; readonly demo?: boolean },
): Promise<void> {
  if ((await database.read((tx) => booksOf(tx).practice.find())) !== undefined) return;
  const recordedAt = now();
  const practice = {
    name: demo ? "CIMcloud Pro Services (demo)" : defaultPolicy.title,
    address: "",
    email: "",
    timeZone: "UTC",
    currency: defaultPolicy.currency,
    demo,
  };
  const command = {
    stream: practiceStream,
    type: "books.opened",
    actor: "cimpro",
    key: null,
    input: null,
    recordedAt,
    dryRun: false,
  };
  await write(database, command, async (books) => {
    // Another process may have been first.
    if ((await books.practice.find()) !== undefined) return { answer: null, data: null, effectiveOn: beginning };
    await books.practice.put(practice);
    await books.policies.put({ version: 1, from: beginning, policy: defaultPolicy }, recordedAt);
    return {
      answer: null,
      data: {
        practice,
        policy: { id: defaultPolicy.id, version: 1, from: beginning, hash: policyHash(defaultPolicy) },
      },
      effectiveOn: recordedAt.slice(0, 10),
    };
  });
}
