import { Employment, Name, type Person, rejection, Slug, slugOf, text } from "@cimpro/domain";
import { orNotFound, Refused } from "@cimpro/store";
import { z } from "zod";
import { accountOf, businessDay, commandOf, type SignedIn } from "../context.ts";
import { checkMayChange } from "./program-manager-hat.ts";

export const AddPerson = z.object({
  account: Slug,
  name: Name,
  id: Slug.optional(),
  email: text(320).default(""),
  employment: Employment.default("employee"),
});
export const EditPerson = z.object({
  account: Slug,
  person: Slug,
  name: Name.optional(),
  email: text(320).optional(),
  employment: Employment.optional(),
  active: z.boolean().optional(),
});

/** Puts one of the customer's people on the books; they wear no hat yet (ROLE-2). */
export async function addPerson(ctx: SignedIn, input: z.infer<typeof AddPerson>): Promise<Person> {
  return ctx.store.write(commandOf(ctx, input.account, "person.added", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const id = input.id ?? slugOf(input.name, "person");
    if ((await books.people.find(account.id, id)) !== undefined)
      throw new Refused(rejection("PERSON_EXISTS", { account: account.id, person: id }));
    const { name, email, employment } = input;
    const person: Person = {
      ...{ account: account.id, id, name, email, employment },
      ...{ hats: [], active: true, addedOn: today },
    };
    await books.people.put(person);
    return { answer: person, data: { person: id }, effectiveOn: today };
  });
}

/** Changes what a person is called, or whether they are still there; whoever left wears no hat (ROLE-2). */
export async function editPerson(ctx: SignedIn, input: z.infer<typeof EditPerson>): Promise<Person> {
  return ctx.store.write(commandOf(ctx, input.account, "person.edited", input), async (books) => {
    const account = await accountOf(books, input.account);
    const today = await businessDay(ctx, books, account);
    const before = orNotFound(await books.people.find(account.id, input.person), "person", input.person);
    checkMayChange(ctx, before.hats);
    const after: Person = {
      ...before,
      name: input.name ?? before.name,
      email: input.email ?? before.email,
      employment: input.employment ?? before.employment,
      active: input.active ?? before.active,
    };
    await books.people.put(after);
    return { answer: after, data: { person: after.id }, effectiveOn: today };
  });
}
