import { formatDuration, minutesBetween } from "@cimpro/domain";
import { Button, Group, Select, Text } from "@mantine/core";
import { useInterval, useLocalStorage } from "@mantine/hooks";
import { IconPlayerPlay, IconPlayerStop, IconX } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useAccounts } from "../api/accounts.ts";
import { useApi } from "../api/context.ts";
import { RefusalNote } from "../page/refusal-note.tsx";
import { tell } from "../page/tell.ts";
import { coverSentence } from "./cover-sentence.ts";
import { timerFrom } from "./running-timer.ts";
import { rowKey, type SheetRow } from "./week.ts";

/** Counts the time of one piece of work while it is done, and logs it when stopped. */
export function Timer({ rows }: { readonly rows: readonly SheetRow[] }) {
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
  const nameOf = useRowName();
  const log = useMutation(
    useApi().time.log.mutationOptions({
      onSuccess: (logged) => {
        drop();
        void tell(`${formatDuration(logged.entry.minutes)} logged, ${coverSentence(logged)}.`);
      },
    }),
  );
  if (running === null) {
    const row = rows.find((each) => rowKey(each) === chosen) ?? rows[0];
    if (row === undefined) return null;
    const start = () => {
      setNow(Date.now());
      keep(JSON.stringify({ account: row.account, deliverable: row.deliverable, startedAt: Date.now() }));
    };
    return (
      <Group gap="xs" px="md" pb="sm">
        <Select
          aria-label="What the timer runs on"
          size="xs"
          allowDeselect={false}
          data={rows.map((each) => ({ value: rowKey(each), label: nameOf(each) }))}
          value={rowKey(row)}
          onChange={choose}
        />
        <Button size="xs" variant="light" leftSection={<IconPlayerPlay size={14} aria-hidden />} onClick={start}>
          Start timer
        </Button>
      </Group>
    );
  }
  const minutes = minutesBetween(running.startedAt, now);
  const stop = () => {
    const { account, deliverable } = running;
    const worked = Math.max(1, minutesBetween(running.startedAt, Date.now()));
    log.mutate({ account, minutes: worked, ...(deliverable === null ? {} : { deliverable }) });
  };
  return (
    <Group gap="xs" px="md" pb="sm">
      <Text size="sm" role="timer">
        <strong>{formatDuration(minutes)}</strong> on {nameOf(running)}
      </Text>
      <Button
        size="xs"
        leftSection={<IconPlayerStop size={14} aria-hidden />}
        loading={log.isPending}
        onClick={stop}
        title="Logs the time on today"
      >
        Stop and log
      </Button>
      <Button size="xs" variant="default" leftSection={<IconX size={14} aria-hidden />} onClick={drop}>
        Forget it
      </Button>
      {log.error === null ? null : <RefusalNote error={log.error} />}
    </Group>
  );
}

/** `Acme Tools, Price sync`. */
function useRowName(): (row: SheetRow) => string {
  const accounts = useAccounts();
  return ({ account, deliverable }) => {
    const name = accounts.find(({ id }) => id === account)?.name ?? account;
    return `${name}, ${deliverable ?? "general work"}`;
  };
}
