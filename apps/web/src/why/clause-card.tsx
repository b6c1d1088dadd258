import type { Clause, SourceDocument } from "@cimpro/domain";
import { Trans } from "@lingui/react/macro";
import { Box, Group, Stack, Text } from "@mantine/core";
import { ClauseLink } from "./clause-link.tsx";
import { OriginBadge } from "./origin-badge.tsx";

/** A rule in our wording: part by part what a source says and what we set, and where the source says it. */
export function ClauseCard({
  clause,
  documents,
  version,
  unlinked,
}: {
  readonly clause: Clause;
  readonly documents: readonly SourceDocument[];
  readonly version: number;
  /** Where the policy page cannot be read, as without sign-in. */
  readonly unlinked?: true;
}) {
  const document = documents.find(({ id }) => id === clause.source?.document);
  return (
    <Box>
      <Group gap="xs" mb={4} wrap="nowrap" align="baseline">
        {unlinked ? <Text size="sm">{clause.id}</Text> : <ClauseLink id={clause.id} version={version} />}
        <Text size="sm" fw={600}>
          {clause.title}
        </Text>
      </Group>
      <Stack gap={6}>
        {clause.parts.map((part) => (
          <Group key={part.text} gap="xs" wrap="nowrap" align="baseline">
            <OriginBadge origin={part.origin} />
            <Text size="sm">{part.text}</Text>
          </Group>
        ))}
      </Stack>
      {clause.source === null ? null : (
        <Text size="xs" c="dimmed" mt={6}>
          <SourcePlace
            document={clause.source.document}
            title={document?.title ?? ""}
            section={clause.source.section}
          />
        </Text>
      )}
    </Box>
  );
}

function SourcePlace({
  document,
  title,
  section,
}: {
  readonly document: string;
  readonly title: string;
  readonly section: string;
}) {
  return (
    <Trans>
      {document} {title}, section “{section}”
    </Trans>
  );
}
