import { plural, t } from "@lingui/core/macro";
import type { RequestView } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import type { Tone } from "../theme/tones.ts";

type Clock = RequestView["followUp"];

const tones: Readonly<Record<Clock["state"], Tone>> = { "on-time": "good", amber: "soon", late: "late" };

/** The follow-up clock of a request: how long it has waited, or did wait, in business days (REQ-1). */
export function FollowUpBadge({ clock, decided }: { readonly clock: Clock; readonly decided?: boolean }) {
  const today = useToday();
  const { state, running } = clock;
  if (!running) return <StateBadge tone={state === "late" ? "late" : "good"}>{answeredAfter(clock)}</StateBadge>;
  if (decided === true) return null;
  return <StateBadge tone={state === "on-time" ? "quiet" : tones[state]}>{waitsFor(clock, today)}</StateBadge>;
}

const answeredAfter = ({ state, businessDays }: Clock): string =>
  state === "late"
    ? t`Followed up late: ${plural(businessDays, { one: "# business day", other: "# business days" })}`
    : t`Followed up: ${plural(businessDays, { one: "# business day", other: "# business days" })}`;

function waitsFor({ state, businessDays, dueOn }: Clock, today: string): string {
  if (state === "on-time" && businessDays === 0) return t`New`;
  if (state === "on-time") return t`Waits ${plural(businessDays, { one: "# business day", other: "# business days" })}`;
  if (state === "late")
    return t`Late, waits ${plural(businessDays, { one: "# business day", other: "# business days" })}`;
  if (dueOn === today)
    return t`Due today, waits ${plural(businessDays, { one: "# business day", other: "# business days" })}`;
  const day = formatDay(dueOn, today);
  return t`Due ${day}, waits ${plural(businessDays, { one: "# business day", other: "# business days" })}`;
}
