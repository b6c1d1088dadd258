import { formatDuration, minutesBetween } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Select, Text } from "@mantine/core";
import { useInterval, useLocalStorage } from "@mantine/hooks";
import { IconPlayerPlay, IconPlayerStop, IconX } from "@tabler/icons-react";
import { useMutation, useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { useAccounts } from "../api/accounts.ts";
import type { LoggedTime } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { type RunningTimer, timerFrom } from "./running-timer.ts";
import { rowKey, type SheetRow } from "./week.ts";

/** Counts the time of one piece of work while it is done, and logs it when stopped. */
export function Timer({
  rows,
  onLogged,
}: {
  readonly rows: readonly SheetRow[];
  readonly onLogged: (logged: LoggedTime) => void;
}) {
  const [kept, keep, drop] = useLocalStorage<string | undefined>({
    key: "cimpro-timer",
    defaultValue: undefined,
    getInitialValueInEffect: false,
    serialize: (value) => value ?? "",
    deserialize: (value) => value,
  });
  const running = timerFrom(kept);
  const [now, setNow] = useState(Date.now);
  useInterval(() => setNow(Date.now()), 1000, { autoInvoke: true });
  const [chosen, choose] = useState<string | null>(null);
  const nameOf = useRowName(running === null ? rows : [...rows, running]);
  const log = useMutation(
    useApi().time.log.mutationOptions({
      onSuccess: (logged) => {
        drop();
        onLogged(logged);
      },
    }),
  );
  const row = rows.find((each) => rowKey(each) === chosen) ?? rows[0];
  if (running === null && row === undefined) return null;
  const start = () => {
    if (row === undefined) return;
    setNow(Date.now());
    keep(JSON.stringify({ account: row.account, deliverable: row.deliverable, startedAt: Date.now() }));
  };
  const stop = ({ account, deliverable, startedAt }: RunningTimer) => {
    if (log.isPending) return;
    const minutes = Math.max(1, minutesBetween(startedAt, Date.now()));
    log.mutate({ account, minutes, ...(deliverable === null ? {} : { deliverable }) });
  };
  // One button starts and stops: whoever pressed it stays on it.
  return (
    <Group gap="xs" px="md" pb="sm">
      {running === null ? (
        <Select
          aria-label={t`What the timer runs on`}
          size="xs"
          style={{ flex: "0 1 22rem" }}
          allowDeselect={false}
          data={rows.map((each) => ({ value: rowKey(each), label: nameOf(each) }))}
          value={row === undefined ? null : rowKey(row)}
          onChange={choose}
        />
      ) : (
        <Counted timer={running} now={now} work={nameOf(running)} />
      )}
      <Button
        size="xs"
        variant={running === null ? "light" : "filled"}
        leftSection={
          running === null ? <IconPlayerPlay size={14} aria-hidden /> : <IconPlayerStop size={14} aria-hidden />
        }
        aria-busy={log.isPending}
        onClick={() => (running === null ? start() : stop(running))}
        title={running === null ? undefined : t`Logs the time on today`}
      >
        {running === null ? <Trans>Start timer</Trans> : <Trans>Stop and log</Trans>}
      </Button>
      {running === null ? null : (
        <Button size="xs" variant="default" leftSection={<IconX size={14} aria-hidden />} onClick={drop}>
          <Trans>Forget it</Trans>
        </Button>
      )}
      {running === null ? null : <RefusalNote error={log.error} />}
    </Group>
  );
}

function Counted({
  timer: { startedAt },
  now,
  work,
}: {
  readonly timer: RunningTimer;
  readonly now: number;
  readonly work: string;
}) {
  const counted = formatDuration(minutesBetween(startedAt, now));
  return (
    <Text size="sm" role="timer">
      <Trans>
        <strong>{counted}</strong> on {work}
      </Trans>
    </Text>
  );
}

/** `Acme Tools, Price sync`. */
function useRowName(rows: readonly SheetRow[]): (row: SheetRow) => string {
  const api = useApi();
  const accounts = useAccounts();
  const used = [...new Set(rows.map(({ account }) => account))];
  const lists = useQueries({
    queries: used.map((account) => api.deliverable.list.queryOptions({ account, limit: 500 })),
  });
  const deliverables = lists.flatMap(({ data }) => data?.items ?? []);
  return ({ account, deliverable }) => {
    const name = accounts.find(({ id }) => id === account)?.name ?? account;
    const known = deliverables.find((each) => each.account === account && each.id === deliverable);
    const work = known?.name ?? deliverable ?? t`general work`;
    return `${name}, ${work}`;
  };
}
