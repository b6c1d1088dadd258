import type { RequestView } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import type { Tone } from "../theme/tones.ts";
import { businessDays } from "./triage-words.ts";

type Clock = RequestView["followUp"];

const tones: Readonly<Record<Clock["state"], Tone>> = { "on-time": "good", amber: "soon", late: "late" };

/** The follow-up clock of a request: how long it has waited, or did wait, in business days (REQ-1). */
export function FollowUpBadge({ clock, decided }: { readonly clock: Clock; readonly decided?: boolean }) {
  const today = useToday();
  const { state, running, businessDays: days, dueOn } = clock;
  const waited = businessDays(days);
  if (!running)
    return (
      <StateBadge tone={state === "late" ? "late" : "good"}>
        {state === "late" ? "Followed up late" : "Followed up"}: {waited}
      </StateBadge>
    );
  if (decided === true) return null;
  const words: Readonly<Record<Clock["state"], string>> = {
    "on-time": `Waits ${waited}`,
    amber: `Due ${dueOn === today ? "today" : formatDay(dueOn, today)}, waits ${waited}`,
    late: `Late, waits ${waited}`,
  };
  return <StateBadge tone={state === "on-time" ? "quiet" : tones[state]}>{words[state]}</StateBadge>;
}
