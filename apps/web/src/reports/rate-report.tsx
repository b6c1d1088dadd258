import { useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { RateOutlook } from "../public/rate-outlook.tsx";

/** What customers are told that the rate may become. */
export function RateReport() {
  const today = useToday();
  const { policy } = useSuspenseQuery(useApi().policy.show.queryOptions({})).data;
  return <RateOutlook policy={policy} on={today} />;
}
