import { t } from "@lingui/core/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { tell } from "../page/tell.ts";
import { queueInput } from "./queue-search.ts";
import { withSize } from "./with-size.ts";

/** Sets the size of a request: on the page at once, taken back should the server refuse. The other key undoes it. */
export function useSizing() {
  const api = useApi();
  const queries = useQueryClient();
  const queueKey = api.request.queue.infiniteQueryKey(queueInput);
  return useMutation(
    api.request.triage.mutationOptions({
      // One after the other: what was pressed last stays.
      scope: { id: "sizing" },
      onMutate: async ({ request, size }) => {
        await queries.cancelQueries({ queryKey: queueKey });
        const before = queries.getQueryData(queueKey);
        if (size === undefined) return { before };
        const windows = queries.getQueryData(api.request.promises.queryKey({}))?.startWindows;
        queries.setQueryData(queueKey, (queue) => queue && withSize(queue, request, size, windows?.[size] ?? null));
        return { before };
      },
      onError: (_error, _asked, context) => queries.setQueryData(queueKey, context?.before),
      onSuccess: ({ title, size }) => void tell(size === "large" ? t`${title} is large.` : t`${title} is small.`),
    }),
  );
}
