import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Stack, Text } from "@mantine/core";
import type { TeamGaps } from "../api/answers.ts";
import { anyOf } from "../page/any-of.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { Section } from "../page/section.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** The roles on the services team's side that no package fills yet, and which packages could (ROLE-4). */
export function RoleGaps({ gaps: { roles } }: { readonly gaps: TeamGaps }) {
  if (roles.length === 0) return null;
  return (
    <Section
      title={t`Roles a package could fill`}
      note={
        <Trans>
          on the services side; no package of this account fills them <ClauseLink id="ROLE-4" />
        </Trans>
      }
      actions={
        <ButtonLink to="/package-finder" variant="default" size="xs">
          <Trans>Find a package</Trans>
        </ButtonLink>
      }
    >
      <Stack gap="xs">
        {roles.map(({ role, title, packages }) => (
          <Group key={role} justify="space-between" gap="xs">
            <Text size="sm" fw={550}>
              {title}
            </Text>
            <Text size="sm" c="dimmed">
              {packages.length === 0 ? t`no package fills it here` : anyOf(packages.map((each) => each.title))}
            </Text>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
