import type { Message } from "../api/answers.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import type { Tone } from "../theme/tones.ts";
import { stateName } from "./message-words.ts";

const tones: Readonly<Record<Message["state"], Tone>> = {
  queued: "soon",
  sent: "good",
  failed: "late",
  dropped: "quiet",
};

export function MessageState({ state }: { readonly state: Message["state"] }) {
  return <StateBadge tone={tones[state]}>{stateName(state)}</StateBadge>;
}
