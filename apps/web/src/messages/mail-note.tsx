import { Trans } from "@lingui/react/macro";
import { Alert, Code, Text } from "@mantine/core";
import { IconMailOff } from "@tabler/icons-react";

/** Whether messages leave by themselves, or people pass their links on. */
export function MailNote({ goesOut }: { readonly goesOut: boolean }) {
  if (goesOut)
    return (
      <Text size="sm" c="dimmed">
        <Trans>Mail is set up: messages are sent within seconds, and again later when the mail server is away.</Trans>
      </Text>
    );
  return (
    <Alert color="gray" icon={<IconMailOff aria-hidden />} title={<Trans>Mail is not set up</Trans>}>
      <Text size="sm">
        <Trans>
          Messages wait here. Until mail is set up, open a message, copy its link and pass it on yourself. Mail goes out
          once the server is started with <Code>CIMPRO_SMTP_URL</Code> and <Code>CIMPRO_MAIL_FROM</Code>; what waits is
          sent then.
        </Trans>
      </Text>
    </Alert>
  );
}
