import { Text } from "@mantine/core";
import { AskLink } from "../forms/ask-link.tsx";
import { Section } from "../page/section.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import type { OwnUser } from "./own-user.ts";

/** A code of an authenticator app beside the password. */
export function SecondStepSection({ user }: { readonly user: OwnUser }) {
  const { hasSecondStep, recoveryCodesLeft } = user;
  return (
    <Section
      title="Second step"
      note="A code of an authenticator app beside the password, so that the password alone opens nothing."
      actions={
        hasSecondStep ? <AskLink ask="second-step-off">Turn off</AskLink> : <AskLink ask="second-step">Turn on</AskLink>
      }
    >
      {hasSecondStep ? (
        <Text size="sm" component="div">
          <StateBadge tone="good">On</StateBadge> {recoveryCodesLeft} recovery{" "}
          {recoveryCodesLeft === 1 ? "code is" : "codes are"} left.
          {recoveryCodesLeft < 3 ? " For new ones, turn it off and on again." : ""}
        </Text>
      ) : (
        <StateBadge tone="quiet">Off</StateBadge>
      )}
    </Section>
  );
}
