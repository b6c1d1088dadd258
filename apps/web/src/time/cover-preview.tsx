import { formatDuration } from "@cimpro/domain";
import { Text } from "@mantine/core";
import type { LogTime } from "../api/answers.ts";
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
          ? `Would be refused: ${refusal.message}`
          : preview.data
            ? `${formatDuration(preview.data.entry.minutes)}: ${coverSentence(preview.data)}.`
            : "…"}
    </Text>
  );
}
