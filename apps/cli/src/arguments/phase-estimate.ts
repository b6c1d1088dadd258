import { type PhaseEstimate, parseDuration } from "@cimpro/domain";
import { InvalidArgumentError } from "@commander-js/extra-typings";

/** `discovery=4h`: how long a phase is expected to take; `discovery=0m` takes an estimate back. */
export function asPhaseEstimate(text: string): PhaseEstimate {
  const at = text.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("write a phase and a duration, such as discovery=4h");
  const parsed = parseDuration(text.slice(at + 1), "refused");
  if (!parsed.ok) throw new InvalidArgumentError(parsed.message);
  return { phase: text.slice(0, at), minutes: parsed.minutes };
}
