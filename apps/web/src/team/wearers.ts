import type { HatId } from "@cimpro/domain";
import type { PersonView } from "../api/answers.ts";

/** Who wears a hat, in the program or in one project of it; whoever left wears none (ROLE-1). */
export const wearersOf = (people: readonly PersonView[], hat: HatId) =>
  people
    .filter(({ active }) => active)
    .flatMap(({ id, name, hats }) =>
      hats.filter((worn) => worn.hat === hat).map(({ plan, answers }) => ({ person: id, name, plan, answers })),
    );
