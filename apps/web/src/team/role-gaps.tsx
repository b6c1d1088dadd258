import { Group, Stack, Text } from "@mantine/core";
import type { TeamGaps } from "../api/answers.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { Section } from "../page/section.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

/** The roles on the services team's side that no package fills yet, and which packages could (ROLE-4). */
export function RoleGaps({ gaps: { roles } }: { readonly gaps: TeamGaps }) {
  if (roles.length === 0) return null;
  return (
    <Section
      title="Roles a package could fill"
      note={
        <>
          on the services side; no package of this account fills them <ClauseLink id="ROLE-4" />
        </>
      }
      actions={
        <ButtonLink to="/package-finder" variant="default" size="xs">
          Find a package
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
              {packages.length === 0 ? "no package fills it here" : packages.map((each) => each.title).join(" or ")}
            </Text>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
