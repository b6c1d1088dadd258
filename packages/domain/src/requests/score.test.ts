import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { followUpClock } from "./follow-up-clock.ts";
import { type ScoredRequest, scoreRequests } from "./score.ts";
import { expectedStart } from "./start-window.ts";

const today = "2024-07-01";
const terms = defaultPolicy.requests;

interface Told {
  readonly submittedOn?: string;
  readonly followedUpOn?: string | null;
  readonly withdrawnOn?: string;
  readonly startedOn?: string | null;
  readonly as?: "deliverable" | "package";
  readonly sized?: boolean;
  readonly cancelled?: boolean;
}

/** One that was sized small on 2024-06-03, a Monday: work is to begin from 06-17 to 06-24. */
function scored({ submittedOn = "2024-06-03", followedUpOn = null, withdrawnOn, as, ...told }: Told): ScoredRequest {
  const dates = { submittedOn, followedUpOn, decidedOn: withdrawnOn ?? null };
  return {
    request: {
      state: as === undefined ? "in-review" : "accepted",
      followedUpOn,
      acceptance: as === undefined ? null : { as, reference: null },
    },
    clock: followUpClock(dates, today, terms, new Set()),
    expectedStart: told.sized === false ? null : expectedStart("small", "2024-06-03", terms.startWindows),
    startedOn: told.startedOn ?? null,
    cancelled: told.cancelled ?? false,
  };
}
const score = (...told: readonly Told[]) => scoreRequests(told.map(scored), today);

describe("promises about requests", () => {
  test.each([
    ["kept by a follow-up on the third business day", { followedUpOn: "2024-06-06" }, [1, 0, 0]],
    ["missed by one on the fourth", { followedUpOn: "2024-06-07" }, [0, 1, 0]],
    ["missed while nobody follows up a late one", {}, [0, 1, 0]],
    ["open while there is time", { submittedOn: "2024-06-28" }, [0, 0, 1]],
    ["not at stake for one that was withdrawn in time", { withdrawnOn: "2024-06-05" }, [0, 0, 0]],
    ["missed for one that was withdrawn late", { withdrawnOn: "2024-06-20" }, [0, 1, 0]],
  ] as const)("REQ-1: a follow-up is %s", (_says, told, [kept, missed, open]) => {
    expect(score(told).followUp).toMatchObject({ kept, missed, open });
  });

  const begun = { followedUpOn: "2024-06-04", as: "deliverable" as const };
  test.each([
    ["kept within its window", { startedOn: "2024-06-24" }, [1, 0, 0]],
    ["kept when work begins sooner", { startedOn: "2024-06-05" }, [1, 0, 0]],
    ["missed a day later", { startedOn: "2024-06-25" }, [0, 1, 0]],
    ["missed while nothing began by its end", {}, [0, 1, 0]],
    ["not at stake without a size", { sized: false }, [0, 0, 0]],
    ["not at stake for what is no deliverable", { as: "package" as const }, [0, 0, 0]],
    ["not at stake when the deliverable was cancelled first", { cancelled: true }, [0, 0, 0]],
  ] as const)("REQ-3: a start is %s", (_says, told, [kept, missed, open]) => {
    expect(score({ ...begun, ...told }).start).toMatchObject({ kept, missed, open });
  });

  test("REQ-3: a start is open while its window lasts", () => {
    expect(scoreRequests([scored(begun)], "2024-06-24").start).toMatchObject({ kept: 0, missed: 0, open: 1 });
  });

  test("REQ-1, REQ-3: the share is in whole percent, and there is none before anything was kept or missed", () => {
    const kept = { followedUpOn: "2024-06-04" };
    expect(score(kept, kept, {})).toMatchObject({
      followUp: { kept: 2, missed: 1, keptPercent: 67 },
      start: { keptPercent: null },
      clauses: ["REQ-1", "REQ-3"],
    });
  });

  test("REQ-1: what was kept, missed and is open never exceeds what was asked", () => {
    const day = fc.integer({ min: 3, max: 28 }).map((number) => `2024-06-${String(number).padStart(2, "0")}`);
    const told = fc.record({ followedUpOn: fc.option(day), startedOn: fc.option(day), as: fc.constant("deliverable") });
    fc.assert(
      fc.property(fc.array(told, { maxLength: 20 }), (all) => {
        const { followUp, start } = score(...(all as readonly Told[]));
        expect(followUp.kept + followUp.missed + followUp.open).toBe(all.length);
        expect(start.kept + start.missed + start.open).toBe(all.length);
      }),
    );
  });
});
