import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Text } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import type { SignedInAt } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { formatInstant } from "../figures/day-text.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Section } from "../page/section.tsx";
import { tell } from "../page/tell.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import { browserWords } from "./browser-words.ts";
import classes from "./settings.module.css";

/** Where one is signed in, and the way to end it from here. */
export function SessionSection() {
  const api = useApi();
  const sessions = useSuspenseQuery(api.session.list.queryOptions()).data.items;
  const revoke = useMutation(
    api.session.revoke.mutationOptions({
      onSuccess: ({ revoked }) =>
        void tell(plural(revoked, { one: "One session is ended.", other: "# sessions are ended." })),
    }),
  );
  const others = sessions.filter(({ current }) => !current).length;
  return (
    <Section
      title={t`Where you are signed in`}
      note={
        others === 0
          ? t`Only here.`
          : plural(others, { one: "Here, and in # other place.", other: "Here, and in # other places." })
      }
      actions={
        others === 0 ? null : (
          <Button
            variant="default"
            loading={revoke.isPending && revoke.variables.session === "others"}
            onClick={() => revoke.mutate({ session: "others" })}
          >
            <Trans>End all others</Trans>
          </Button>
        )
      }
    >
      <RefusalNote error={revoke.error} />
      <ul className={classes.sessions}>
        {sessions.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            busy={revoke.isPending && revoke.variables.session === session.id}
            onEnd={() => revoke.mutate({ session: session.id })}
          />
        ))}
      </ul>
    </Section>
  );
}

function SessionRow({
  session: { current, userAgent, createdAt, lastUsedAt },
  busy,
  onEnd,
}: {
  readonly session: SignedInAt;
  readonly busy: boolean;
  readonly onEnd: () => void;
}) {
  const { timeZone } = useSession().practice;
  const browser = browserWords(userAgent);
  const [signedIn, lastUsed] = [formatInstant(createdAt, timeZone), formatInstant(lastUsedAt, timeZone)];
  return (
    <li className={classes.session}>
      <div style={{ flex: "1 1 12rem", minWidth: 0 }}>
        <Text fw={550} title={userAgent}>
          {browser}
        </Text>
        <Text size="sm" c="dimmed">
          <Trans>
            Signed in {signedIn}, last used {lastUsed}
          </Trans>
        </Text>
      </div>
      {current ? (
        <StateBadge tone="good">
          <Trans>This one</Trans>
        </StateBadge>
      ) : (
        <Button variant="default" loading={busy} onClick={onEnd} aria-label={t`End ${browser}, signed in ${signedIn}`}>
          <Trans>End</Trans>
        </Button>
      )}
    </li>
  );
}
