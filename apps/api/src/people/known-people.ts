import { type KnownPerson, type NamedPerson, personMeant, rejection } from "@cimpro/domain";
import { type Books, Refused } from "@cimpro/store";
import type { Actor } from "../access/roles.ts";

/**
 * Whom the books know beside an account: the team's users, the account's users, and the customer's people. Somebody of the
 * customer who also signs in is one person, known by the same email or, without one, by the same name.
 */
export async function knownPeople(books: Books, account: string): Promise<readonly KnownPerson[]> {
  const users = [...(await books.users.active(null)), ...(await books.users.active(account))];
  const others = (await books.people.of(account)).filter(
    (person) =>
      person.active &&
      !users.some((user) =>
        person.email === "" || user.email === null ? user.name === person.name : user.email === person.email,
      ),
  );
  return [
    ...users.map(({ id, name }) => ({ identity: `user:${id}`, name })),
    ...others.map(({ id, name }) => ({ identity: `person:${account}/${id}`, name })),
  ];
}

/** Who is asking: the user of the session; a token or whoever runs the process is one by an unmistakable name only. */
export function actorAmong({ name, user }: Actor, known: readonly KnownPerson[]): NamedPerson {
  if (user !== undefined) return { person: name, identity: `user:${user}` };
  const namesakes = known.filter((each) => each.name === name);
  const [only] = namesakes;
  return namesakes.length === 1 && only !== undefined ? { person: name, identity: only.identity } : { person: name };
}

/** Whom a spelling means: the one who asks, somebody known, or somebody new. What may be two people is refused. */
export function personNamed(said: string, self: NamedPerson, known: readonly KnownPerson[]): NamedPerson {
  const meant = personMeant(said, known);
  if (meant.kind === "known") return { person: meant.person.name, identity: meant.person.identity };
  if (said === self.person) return self;
  if (meant.kind === "unclear")
    throw new Refused(rejection("PERSON_UNCLEAR", { person: said, candidates: meant.candidates }));
  return { person: said };
}
