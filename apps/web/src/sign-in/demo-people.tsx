import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Avatar, Divider, Text, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import type { DemoPerson } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { roleName } from "../users/role-words.ts";
import classes from "./demo-people.module.css";

/** Whom one may look at the demo practice as, without a password. */
export function DemoPeople({
  people,
  onDone,
}: {
  readonly people: readonly DemoPerson[];
  readonly onDone: (who: { readonly name: string; readonly role: string; readonly account: string | null }) => void;
}) {
  const signIn = useMutation(useApi().session.signInAsDemo.mutationOptions({ onSuccess: onDone }));
  return (
    <>
      <div>
        <Text size="sm" mb="xs" id="demo-people">
          <Trans>This is the demo practice. Look around as</Trans>
        </Text>
        <ul className={classes.people} aria-labelledby="demo-people">
          {people.map(({ user, name, role, account }) => (
            <li key={user}>
              <UnstyledButton
                {...(classes.person === undefined ? {} : { className: classes.person })}
                disabled={signIn.isPending || signIn.isSuccess}
                onClick={() => signIn.mutate({ user })}
              >
                <Avatar name={name} color="gray" size={32} aria-hidden />
                <span style={{ flex: 1, minWidth: 0 }}>
                  <Text component="span" display="block" fw={550}>
                    {name}
                  </Text>
                  <Text component="span" display="block" size="sm" c="dimmed">
                    {[roleName(role), ...(account === null ? [] : [account])].join(", ")}
                  </Text>
                </span>
                <IconChevronRight size={16} aria-hidden />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      </div>
      <RefusalNote error={signIn.error} />
      <Divider label={t`or with email and password`} />
    </>
  );
}
