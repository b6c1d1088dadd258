import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Group, Text } from "@mantine/core";
import { AskLink } from "../forms/ask-link.tsx";
import { Section } from "../page/section.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import type { OwnUser } from "./own-user.ts";

/** A code of an authenticator app beside the password. */
export function SecondStepSection({ user }: { readonly user: OwnUser }) {
  const { hasSecondStep, recoveryCodesLeft } = user;
  return (
    <Section
      title={t`Second step`}
      note={t`A code of an authenticator app beside the password, so that the password alone opens nothing.`}
      actions={
        hasSecondStep ? (
          <Group gap="xs">
            <AskLink ask="recovery-codes">
              <Trans>New recovery codes</Trans>
            </AskLink>
            <AskLink ask="second-step-off">
              <Trans>Turn off</Trans>
            </AskLink>
          </Group>
        ) : (
          <AskLink ask="second-step">
            <Trans>Turn on</Trans>
          </AskLink>
        )
      }
    >
      {hasSecondStep ? (
        <Text size="sm" component="div">
          <StateBadge tone="good">
            <Trans>On</Trans>
          </StateBadge>{" "}
          {plural(recoveryCodesLeft, { one: "# recovery code is left.", other: "# recovery codes are left." })}
          {recoveryCodesLeft < 3 ? ` ${t`Make new ones before you need them.`}` : ""}
        </Text>
      ) : (
        <StateBadge tone="quiet">
          <Trans>Off</Trans>
        </StateBadge>
      )}
    </Section>
  );
}
