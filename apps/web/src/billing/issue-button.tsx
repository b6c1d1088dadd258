import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Draft } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { formatMoney } from "../figures/money-text.ts";
import { sum } from "../figures/sum.ts";

/** Issues what the preview shows, after saying once what that means. */
export function IssueButton({
  draft,
  through,
  busy,
  onIssue,
}: {
  readonly draft: Draft;
  readonly through: string;
  readonly busy: boolean;
  readonly onIssue: () => void;
}) {
  const [asking, { open, close }] = useDisclosure(false);
  const today = useToday();
  const { invoices, closedPeriods } = draft;
  if (invoices.length === 0 && closedPeriods === 0) return null;
  const count = invoices.length === 1 ? "1 invoice" : `${invoices.length} invoices`;
  const money = formatMoney(sum(invoices.map(({ total }) => total)), invoices[0]?.currency ?? "USD");
  const label = invoices.length === 0 ? "Close periods" : `Issue ${count}`;
  return (
    <>
      <Button loading={busy} onClick={open}>
        {label}
      </Button>
      <Modal opened={asking} onClose={close} title={`${label}?`}>
        <Stack gap="sm">
          <Text size="sm">
            {invoices.length === 0
              ? `The periods that ended by ${formatDay(through, today)} are closed; all their work is covered, so nothing is invoiced.`
              : `${count} over ${money} are issued today, ${formatDay(today, today)}, and due on receipt. They get their numbers now and never change; corrections are credit memos.`}
          </Text>
          <Text size="sm">If the books changed since this preview, nothing is issued and you see a new one.</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button
              data-autofocus
              onClick={() => {
                close();
                onIssue();
              }}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
