import type { ReviewOutcome } from "@cimpro/domain";
import { coordinator, personNamed } from "./desk.ts";
import { type Practice, planAgo } from "./practice.ts";

interface DemoUpdate {
  readonly account: string;
  readonly version: string;
  readonly ago: number;
  /** Of its live customizations; the others are undecided. */
  readonly reviews: readonly {
    readonly ago: number;
    readonly customization: string;
    readonly outcome: ReviewOutcome;
    readonly note: string;
  }[];
}

/** Updates of the platform, with what they mean for each customization that is live (PROC-9). */
const demoUpdates: readonly DemoUpdate[] = [
  {
    account: "harbor-electric",
    version: "Spring release",
    ago: 110,
    reviews: [{ ago: 106, customization: "erp-sync", outcome: "compatible", note: "Nightly job run on staging" }],
  },
  {
    account: "harbor-electric",
    version: "Autumn release",
    ago: 9,
    reviews: [
      {
        ago: 6,
        customization: "erp-sync",
        outcome: "needs-work",
        note: "Contract prices come from a new interface: the nightly job must read it.",
      },
    ],
  },
  {
    account: "cascade-packaging",
    version: "Autumn release",
    ago: 9,
    // Freight is undecided.
    reviews: [{ ago: 7, customization: "quote-tool", outcome: "compatible", note: "Ten boxes quoted on staging" }],
  },
  {
    account: "northfield-dental",
    version: "Autumn release",
    ago: 9,
    reviews: [
      { ago: 5, customization: "reorder", outcome: "retired", note: "The release has reorder lists of its own" },
    ],
  },
  { account: "lakeshore-janitorial", version: "Autumn release", ago: 8, reviews: [] },
];

export function planVersionUpdates(practice: Practice): void {
  const { desk } = practice;
  for (const { account, version, ago, reviews } of demoUpdates) {
    planAgo(practice, ago, (day) =>
      desk(coordinator, day, `update ${account} ${version}`).update.open({ account, version }),
    );
    for (const { ago: on, ...review } of reviews)
      planAgo(practice, on, (day) =>
        desk(personNamed("Tom Okafor"), day, `review ${account} ${version} ${review.customization}`).update.review({
          account,
          ...review,
        }),
      );
  }
}
