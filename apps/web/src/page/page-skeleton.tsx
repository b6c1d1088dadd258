import { Trans } from "@lingui/react/macro";
import { SimpleGrid, Skeleton, Stack, VisuallyHidden } from "@mantine/core";

/** The shape of a screen while its answers are on their way. */
export function PageSkeleton() {
  return (
    <Stack gap="lg" maw={1240} mx="auto" aria-busy>
      <VisuallyHidden role="status">
        <Trans>Loading</Trans>
      </VisuallyHidden>
      <div>
        <Skeleton h={28} w={220} mb={8} />
        <Skeleton h={18} w="min(420px, 80%)" />
      </div>
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Skeleton h={92} />
        <Skeleton h={92} />
        <Skeleton h={92} visibleFrom="sm" />
        <Skeleton h={92} visibleFrom="sm" />
      </SimpleGrid>
      <Skeleton h={280} />
    </Stack>
  );
}
