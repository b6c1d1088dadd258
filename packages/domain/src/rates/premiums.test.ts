import { expect, test } from "vitest";
import { Premiums } from "./premiums.ts";

test("LEAD-2: a premium is whole cents for an hour, for expedited and for rush", () => {
  expect(Premiums.parse({ expedited: 5000, rush: 10_000 })).toEqual({ expedited: 5000, rush: 10_000 });
  for (const wrong of [{ expedited: 5000 }, { expedited: -1, rush: 0 }, { expedited: 50.5, rush: 100 }])
    expect(Premiums.safeParse(wrong).success).toBe(false);
});
