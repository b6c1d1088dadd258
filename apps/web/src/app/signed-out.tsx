import { Center, Code, List, Paper, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Brand } from "./brand.tsx";

/** How to get in: cimpro has no password form, only links that sign in once. */
export function SignedOut() {
  useDocumentTitle("Sign in · cimpro");
  return (
    <Center mih="100dvh" p="md">
      <Paper withBorder p="xl" maw={520}>
        <Stack gap="md">
          <Brand />
          <Title order={1}>You are signed out</Title>
          <Text>
            {new URLSearchParams(location.search).get("sign-in") === "expired"
              ? "That link was used before, or is too old. You need a new one."
              : "Sign in with a link. It works once and keeps this browser signed in."}
          </Text>
          <List spacing="sm" size="sm">
            <List.Item>
              Whoever started the server finds it in the line <Code>cimpro ready http://…</Code> that it printed.
            </List.Item>
            <List.Item>
              A new link: <Code>cimpro serve</Code> prints one each time it starts.
            </List.Item>
            <List.Item>
              Scripts and the command line need no link: <Code>CIMPRO_TOKEN</Code> with a token from{" "}
              <Code>cimpro token create</Code>.
            </List.Item>
          </List>
          <Text size="sm" c="dimmed">
            Signed in elsewhere already? Open this page in that browser.
          </Text>
        </Stack>
      </Paper>
    </Center>
  );
}
