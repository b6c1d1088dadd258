import { type Command, practiceStream, type Store } from "@cimpro/store";
import type { Role } from "../access/roles.ts";

/** Whom one may look at the demo practice as, without a password. Their addresses are nobody's. */
export const demoPeople: readonly {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly account: string | null;
}[] = [
  { id: "demo-dana", name: "Dana Coordinator", email: "dana@proservices.example", role: "coordinator", account: null },
  { id: "demo-felix", name: "Felix Amara", email: "felix@proservices.example", role: "finance", account: null },
  { id: "demo-ada", name: "Ada Lindqvist", email: "ada@proservices.example", role: "admin", account: null },
  { id: "demo-elena", name: "Elena Soto", email: "elena@proservices.example", role: "consultant", account: null },
  {
    id: "demo-harbor-manager",
    name: "Grace Lindqvist",
    email: "grace@harborelectric.example",
    role: "program-manager",
    account: "harbor-electric",
  },
  {
    id: "demo-harbor-member",
    name: "Omar Reyes",
    email: "omar@harborelectric.example",
    role: "member",
    account: "harbor-electric",
  },
  {
    id: "demo-bluewater-manager",
    name: "Ruth Castellan",
    email: "ruth@bluewater.example",
    role: "program-manager",
    account: "bluewater-marine",
  },
];

/** Makes them, once each, with the accounts that are there. */
export async function addDemoPeople(store: Store, command: (type: string) => Command, today: string): Promise<void> {
  for (const person of demoPeople)
    await store.write(
      { ...command(`user.added ${person.id}`), stream: practiceStream, type: "user.added" },
      async (books) => {
        const known = await books.users.find(person.id);
        const there = person.account === null || (await books.accounts.find(person.account)) !== undefined;
        if (known !== undefined || !there) return { answer: null, data: null, effectiveOn: today };
        const createdAt = `${today}T00:00:00.000Z`;
        const user = { ...person, state: "active" as const, createdAt };
        await books.users.insert(user);
        return { answer: null, data: { user }, effectiveOn: today };
      },
    );
}
