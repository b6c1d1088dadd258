import { Stack } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { FunnelSection } from "../board/funnel-section.tsx";
import { BacklogSection } from "../queue/backlog-section.tsx";
import { LeadTimesSection } from "./lead-times-section.tsx";

const route = getRouteApi("/_app/reports");

/** Where work is, what has not begun, and how the promises about it were kept. */
export function WorkReport() {
  const { sort } = route.useSearch();
  return (
    <Stack gap="lg">
      <FunnelSection />
      <LeadTimesSection sort={sort} />
      <BacklogSection sort={sort} />
    </Stack>
  );
}
