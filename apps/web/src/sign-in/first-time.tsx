import { Code, List } from "@mantine/core";
import classes from "./first-time.module.css";

/** How the first admin gets in, before anybody has a password. */
export function FirstTime({ open }: { readonly open: boolean }) {
  return (
    <details className={classes.first} open={open}>
      <summary>No password yet?</summary>
      <List spacing="xs" size="sm" mt={4}>
        <List.Item>Invited? Open the link of the invitation. It works once, within seven days.</List.Item>
        <List.Item>
          Setting cimpro up? Whoever started the server finds a link in the line <Code>cimpro ready http://…</Code> that
          it printed. It signs in the first admin, once.
        </List.Item>
        <List.Item>
          A new link: <Code>cimpro serve</Code> prints one each time it starts.
        </List.Item>
        <List.Item>
          Scripts and the command line need none: <Code>CIMPRO_TOKEN</Code> with a token from{" "}
          <Code>cimpro token create</Code>.
        </List.Item>
      </List>
    </details>
  );
}
