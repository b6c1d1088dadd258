import type { LeadTimeChange } from "@cimpro/domain";
import { InvalidArgumentError } from "@commander-js/extra-typings";
import { asDay, asMinutesOrNone } from "../../arguments/parse.ts";

/** `2024-03-05`, `2024-03-05:90` or `2024-03-05::2024-04-01:2024-03-20`: an empty part says nothing. */
export function asChangeOrder(text: string): LeadTimeChange {
  const [on = "", minutes = "", newExpeditedBy = "", newRushBy = "", ...rest] = text.split(":");
  if (rest.length > 0) throw new InvalidArgumentError(`has more than four parts; write ${changeOrderShape}`);
  return {
    on: asDay(on),
    ...(minutes === "" ? {} : { minutes: asMinutesOrNone(minutes) }),
    ...(newExpeditedBy === "" ? {} : { newExpeditedBy: asDay(newExpeditedBy) }),
    ...(newRushBy === "" ? {} : { newRushBy: asDay(newRushBy) }),
  };
}

export const changeOrderShape = "date[:minutes[:new-expedited-by[:new-rush-by]]]";
