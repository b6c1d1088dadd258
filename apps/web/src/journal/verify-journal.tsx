import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Alert, Button, Group, List, Text } from "@mantine/core";
import { IconAlertTriangle, IconShieldCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { RefusalNote } from "../page/refusal-note.tsx";

/** Walks the whole journal and says whether every seal still holds. */
export function VerifyJournal() {
  const verify = useQuery({ ...useApi().journal.verify.queryOptions(), enabled: false });
  const { data } = verify;
  return (
    <>
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verify.isFetching}
          onClick={() => verify.refetch()}
        >
          <Trans>Verify the journal</Trans>
        </Button>
        {data?.ok ? (
          <Text size="sm" role="status">
            <Plural value={data.rows} one="The # row is sealed as written." other="All # rows are sealed as written." />
          </Text>
        ) : null}
      </Group>
      <RefusalNote error={verify.error} />
      {data === undefined || data.ok ? null : (
        <Alert
          data-tone="late"
          icon={<IconAlertTriangle aria-hidden />}
          role="alert"
          title={t`The journal was changed afterwards`}
        >
          <List size="sm">
            {data.problems.map(({ stream, seq, message }) => (
              <List.Item key={`${stream} ${seq} ${message}`}>
                <Trans>
                  {stream}, row {seq}: {message}
                </Trans>
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
