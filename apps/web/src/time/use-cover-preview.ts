import { t } from "@lingui/core/macro";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { LogTime } from "../api/answers.ts";
import { dryRun } from "../api/client.ts";
import { useApiClient } from "../api/context.ts";

/** The cover that time would get, or why it would be refused: the write itself, tried and not saved. */
export function useCoverPreview(input: LogTime | null) {
  const client = useApiClient();
  const [asked] = useDebouncedValue(input, 250, { leading: false });
  return useQuery({
    queryKey: [t`cover preview`, asked],
    queryFn: () => (asked === null ? null : client.time.log.mutate(asked, dryRun)),
    enabled: asked !== null && input !== null,
    retry: false,
    staleTime: 5000,
  });
}
