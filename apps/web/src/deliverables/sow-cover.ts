import { t } from "@lingui/core/macro";
import type { DeliverableView } from "../api/answers.ts";
import type { CoverPart } from "../cover-bar/cover-part.ts";
import { minutesParts } from "../cover-bar/minutes-parts.ts";

/** Where the minutes of a deliverable are, as the parts of a bar; what is open of it will be billed. */
export const coverParts = (cover: DeliverableView["cover"]): readonly CoverPart[] =>
  minutesParts(cover).map((part) => (part.kind === "open" ? { ...part, label: t`Open` } : part));

/** The SOW that stands: approved, else the last one that can be. */
export const standingSow = (sows: DeliverableView["sows"]): DeliverableView["sows"][number] | undefined =>
  sows.find(({ state }) => state === "approved") ?? sows.findLast(({ state }) => state === "issued");
