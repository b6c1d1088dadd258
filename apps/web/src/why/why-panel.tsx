import { findClause } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, CopyButton, Divider, Drawer, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconCheck, IconCopy, IconPrinter } from "@tabler/icons-react";
import { usePolicy } from "../api/policy.ts";
import { useDropSearch } from "../page/use-drop-search.ts";
import { ClauseCard } from "./clause-card.tsx";
import type { Explanation } from "./explanation.ts";
import { explanationText } from "./explanation-text.ts";
import { FactRows } from "./fact-rows.tsx";
import { StepList } from "./step-list.tsx";
import classes from "./why-panel.module.css";

const saidForWhy = new Set(["why"]);

/** The figure, how it was worked out, the facts it used and the rules it rests on. */
export function WhyPanel({ explanation, open }: { readonly explanation: Explanation; readonly open: boolean }) {
  const { title } = explanation;
  const close = useDropSearch(saidForWhy);
  return (
    <Drawer
      opened={open}
      onClose={close}
      title={t`Why? ${title}`}
      classNames={{
        root: classes.panel ?? "",
        overlay: classes.overlay ?? "",
        inner: classes.inner ?? "",
        content: classes.content ?? "",
        header: classes.header ?? "",
        body: classes.body ?? "",
        close: classes.close ?? "",
      }}
    >
      <Stack gap="lg">
        <div>
          <Text className="figure" fz="1.75rem" fw={620} lh={1.2}>
            {explanation.figure}
          </Text>
          <Text mt={4}>{explanation.sentence}</Text>
        </div>
        <StepList steps={explanation.steps} version={explanation.policyVersion} />
        {explanation.facts === undefined ? null : <FactRows facts={explanation.facts} />}
        <Rules explanation={explanation} />
      </Stack>
    </Drawer>
  );
}

function Rules({ explanation }: { readonly explanation: Explanation }) {
  const shown = usePolicy(explanation.policyVersion);
  if (shown === undefined) return <Skeleton h={200} />;
  const { policy, version } = shown;
  const clauses = explanation.clauses.flatMap((id) => {
    const found = findClause(policy.clauses, id);
    return found.ok ? [found.value] : [];
  });
  const { title } = policy;
  const source = t`${title}, policy version ${version}`;
  return (
    <>
      <div>
        <Title order={3} mb="xs">
          <Trans>The rules it rests on</Trans>
        </Title>
        <Stack gap="sm">
          {clauses.map((clause, at) => (
            <Stack key={clause.id} gap="sm">
              {at === 0 ? null : <Divider />}
              <ClauseCard clause={clause} documents={policy.documents} version={version} />
            </Stack>
          ))}
        </Stack>
      </div>
      <Group justify="space-between">
        <Text size="xs" c="dimmed">
          {source}
        </Text>
        <Group gap="xs" data-no-print>
          <Button
            size="xs"
            variant="default"
            onClick={() => window.print()}
            leftSection={<IconPrinter size={14} aria-hidden />}
          >
            <Trans>Print</Trans>
          </Button>
          <CopyButton value={explanationText(explanation, clauses, source)}>
            {({ copied, copy }) => (
              <Button
                size="xs"
                variant="default"
                onClick={copy}
                leftSection={copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
              >
                {copied ? t`Copied` : t`Copy as text`}
              </Button>
            )}
          </CopyButton>
        </Group>
      </Group>
    </>
  );
}
