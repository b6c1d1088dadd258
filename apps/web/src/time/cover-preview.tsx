import { formatDuration } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Text } from "@mantine/core";
import type { LoggedTime, LogTime } from "../api/answers.ts";
import { refusalOf } from "../api/refusal.ts";
import { coverSentence } from "./cover-sentence.ts";
import { useCoverPreview } from "./use-cover-preview.ts";

/** Says, while one types, where the time would go. */
export function CoverPreview({ input }: { readonly input: LogTime | null }) {
  const preview = useCoverPreview(input);
  const refusal = refusalOf(preview.error);
  return (
    <Text size="sm" c="dimmed" mih="1.55em" aria-live="polite">
      {input === null
        ? null
        : refusal !== null
          ? refusedSentence(refusal.message)
          : preview.data
            ? coveredSentence(preview.data)
            : "…"}
    </Text>
  );
}

const refusedSentence = (reason: string): string => t`Would be refused: ${reason}`;

function coveredSentence(logged: LoggedTime): string {
  const [duration, cover] = [formatDuration(logged.entry.minutes), coverSentence(logged)];
  return t`${duration}: ${cover}.`;
}
