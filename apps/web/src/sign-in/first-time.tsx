import { Trans } from "@lingui/react/macro";
import { Code, List } from "@mantine/core";
import classes from "./first-time.module.css";

/** How the first admin gets in, before anybody has a password. */
export function FirstTime({ open }: { readonly open: boolean }) {
  return (
    <details className={classes.first} open={open}>
      <summary>
        <Trans>No password yet?</Trans>
      </summary>
      <List spacing="xs" size="sm" mt={4}>
        <List.Item>
          <Trans>Invited? Open the link of the invitation. It works once, within seven days.</Trans>
        </List.Item>
        <List.Item>
          <Trans>
            Setting cimpro up? Whoever started the server finds a link in the line <Code>cimpro ready http://…</Code>{" "}
            that it printed. It signs in the first admin, once.
          </Trans>
        </List.Item>
        <List.Item>
          <Trans>
            A new link: <Code>cimpro serve</Code> prints one each time it starts.
          </Trans>
        </List.Item>
        <List.Item>
          <Trans>
            Scripts and the command line need none: <Code>CIMPRO_TOKEN</Code> with a token from{" "}
            <Code>cimpro token create</Code>.
          </Trans>
        </List.Item>
      </List>
    </details>
  );
}
