import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useApi } from "../api/context.ts";
import { usePeopleOf } from "../api/people.ts";
import { refusalOf } from "../api/refusal.ts";
import { useMay, useSession } from "../api/session.ts";
import { PersonField } from "../forms/person-field.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { TextLink } from "../page/text-link.tsx";
import classes from "./approve-foot.module.css";

/**
 * The end of a document to decide: a program manager approves in person, a coordinator puts the approval on record for
 * them, others read (ROLE-5). A customer with a question asks first: by email, else with a request.
 */
export function ApproveFoot({
  customer,
  subject,
  declines,
  busy,
  error,
  onApprove,
  onCancel,
  otherwise,
}: {
  /** Whose account it is. */
  readonly customer: string;
  /** What is decided, such as "Statement of work sync-sow-1". */
  readonly subject: string;
  /** A reason to decline is being written: there is nothing to approve meanwhile. */
  readonly declines?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  /** `by`: for whom it is put on record; left out where the books know. */
  readonly onApprove: (by?: string) => void;
  readonly onCancel: () => void;
  /** Other ways to decide. */
  readonly otherwise?: (by?: string) => ReactNode;
}) {
  const { role, account } = useSession();
  const [mayApprove, forThem] = [useMay("sow.approve"), useMay("sow.issue")];
  const people = usePeopleOf(customer, "customer");
  const [typed, setTyped] = useState("");
  const [unchosen, setUnchosen] = useState(false);
  const by = role === "program-manager" || typed.trim() === "" ? undefined : typed.trim();
  const email =
    useQuery({ ...useApi().offer.show.queryOptions(), enabled: account !== null }).data?.practice.email ?? "";
  const fault = refusalOf(error)?.issues?.find(({ path }) => path === "by" || path === "person")?.message;
  return (
    <Stack gap="sm" className={classes.foot ?? ""}>
      {forThem ? (
        <PersonField
          clearable
          people={people}
          newcomer={(who) => t`“${who}”, who is not known here yet`}
          onUnchosen={(who) => setUnchosen(who !== null)}
          label={declines ? t`Declined by` : t`Approved by`}
          description={
            declines
              ? t`Whose refusal this puts on record. Empty: the customer's program manager.`
              : t`Whose approval this puts on record. Empty: the customer's program manager.`
          }
          value={typed}
          onChange={(who) => setTyped(who ?? "")}
          {...(fault === undefined ? {} : { error: fault })}
        />
      ) : null}
      {mayApprove ? null : (
        <Text size="sm">
          {account === null ? (
            <Trans>The customer's program manager approves it.</Trans>
          ) : (
            <Trans>Your program manager approves it.</Trans>
          )}
        </Text>
      )}
      <RefusalNote error={error} />
      <Group justify="flex-end" gap="xs" className={classes.ways ?? ""}>
        {account === null ? null : (
          <Text size="sm" className={classes.ask ?? ""}>
            {email === "" ? (
              <TextLink to="/requests" search={{ ask: "request", about: t`Question about: ${subject}` }}>
                <Trans>Ask a question first</Trans>
              </TextLink>
            ) : (
              <Anchor inherit href={`mailto:${email}?subject=${encodeURIComponent(subject)}`}>
                <Trans>Ask a question first</Trans>
              </Anchor>
            )}
          </Text>
        )}
        <Button variant="default" onClick={onCancel}>
          {mayApprove ? t`Not now` : t`Close`}
        </Button>
        {mayApprove ? otherwise?.(by) : null}
        {mayApprove && !declines ? (
          <Button
            leftSection={<IconCheck size={16} aria-hidden />}
            loading={busy}
            disabled={unchosen}
            onClick={() => onApprove(by)}
          >
            {forThem ? t`Record approval` : t`Approve`}
          </Button>
        ) : null}
      </Group>
    </Stack>
  );
}
