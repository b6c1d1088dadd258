import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Code, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useApi } from "../api/context.ts";
import { useMay, useSession } from "../api/session.ts";
import { ButtonLink } from "../page/button-link.tsx";
import { Section } from "../page/section.tsx";
import classes from "./first-steps.module.css";

/** What a practice without any account does first, and whoever has no way back in; nothing once both are done. */
export function FirstSteps() {
  // Where nothing goes on the page has asked before it is shown; elsewhere nothing flashes by while the answer comes.
  const accounts = useQuery(useApi().account.list.queryOptions({ limit: 500 })).data?.items;
  const begun = accounts === undefined || accounts.length > 0;
  const { user, practice } = useSession();
  const hasNoWayBack = user !== null && !user.hasPassword && !practice.demo;
  if (begun && !hasNoWayBack) return null;
  return (
    <Section title={t`Begin here`} note={begun ? undefined : t`The books are empty. These are the first steps.`} flush>
      <ol className={classes.steps}>
        {hasNoWayBack ? (
          <Step
            title={t`Say your email and choose a password`}
            why={t`The link that let you in works only once.`}
            action={
              <ButtonLink size="xs" to="/settings" search={{ ask: "profile" }}>
                <Trans>Go to settings</Trans>
              </ButtonLink>
            }
          />
        ) : null}
        {begun ? null : <EmptyBooks first={!hasNoWayBack} />}
      </ol>
      {begun ? null : <OtherTool />}
    </Section>
  );
}

/** What comes first where nobody is a customer yet. */
function EmptyBooks({ first }: { readonly first: boolean }) {
  const [mayOpen, mayInvite] = [useMay("account.open"), useMay("token.create")];
  return (
    <>
      <Step
        title={t`Open the first account`}
        why={t`A customer that you log time for, sell hours to and invoice.`}
        action={
          mayOpen ? (
            <ButtonLink size="xs" variant={first ? "filled" : "light"} to="/accounts" search={{ ask: "account" }}>
              <Trans>Open an account</Trans>
            </ButtonLink>
          ) : (
            <Whose>{t`A coordinator does that`}</Whose>
          )
        }
      />
      <Step
        title={t`Read the policy`}
        why={t`Rates, premiums, packages and the process as the offering states them, and the settings that are yours.`}
        action={
          <ButtonLink size="xs" variant="light" to="/policy">
            <Trans>Open the policy</Trans>
          </ButtonLink>
        }
      />
      <Step
        title={t`Invite the others`}
        why={t`Colleagues log their own time. A customer's people see their own account and nothing else.`}
        action={
          mayInvite ? (
            <ButtonLink size="xs" variant="light" to="/people" search={{ ask: "invite" }}>
              <Trans>Invite someone</Trans>
            </ButtonLink>
          ) : (
            <Whose>{t`An admin does that`}</Whose>
          )
        }
      />
    </>
  );
}

function OtherTool() {
  return (
    <Text size="sm" c="dimmed" px="md" pt="sm">
      <Trans>
        Do you come from a spreadsheet or another tool? The command line takes over customers, running work, hours and
        open invoices; it begins with <Code>cimpro account import</Code>.
      </Trans>
    </Text>
  );
}

function Step({ title, why, action }: { readonly title: string; readonly why: string; readonly action: ReactNode }) {
  return (
    <li className={classes.step}>
      <div className={classes.what}>
        <Text fw={550}>{title}</Text>
        <Text size="sm" c="dimmed">
          {why}
        </Text>
      </div>
      <div className={classes.action}>{action}</div>
    </li>
  );
}

const Whose = ({ children }: { readonly children: string }) => (
  <Text size="sm" c="dimmed">
    {children}
  </Text>
);
