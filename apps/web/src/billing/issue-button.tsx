import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
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
  const money = formatMoney(sum(invoices.map(({ total }) => total)), invoices[0]?.currency ?? "USD");
  const count = invoices.length;
  const day = formatDay(through, today);
  const issueDay = formatDay(today, today);
  const label = count === 0 ? t`Close periods` : plural(count, { one: "Issue # invoice", other: "Issue # invoices" });
  return (
    <>
      <Button loading={busy} onClick={open}>
        {label}
      </Button>
      <Modal opened={asking} onClose={close} title={t`${label}?`}>
        <Stack gap="sm">
          <Text size="sm">
            {invoices.length === 0
              ? t`The periods that ended by ${day} are closed; all their work is covered, so nothing is invoiced.`
              : plural(count, {
                  one: `# invoice over ${money} is issued today, ${issueDay}, and due on receipt. It gets its number now and never changes; corrections are credit memos.`,
                  other: `# invoices over ${money} are issued today, ${issueDay}, and due on receipt. They get their numbers now and never change; corrections are credit memos.`,
                })}
          </Text>
          <Text size="sm">
            <Trans>If the books changed since this preview, nothing is issued and you see a new one.</Trans>
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              <Trans>Cancel</Trans>
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
