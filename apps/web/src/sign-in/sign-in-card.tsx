import { Center, Paper, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import type { ReactNode } from "react";

/** One quiet card: the door and what opens it. */
export function SignInCard({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  useDocumentTitle(`${title} · cimpro`);
  return (
    <Center py={{ base: 0, sm: "xl" }}>
      <Paper withBorder p={{ base: "md", sm: "xl" }} w="100%" maw={460}>
        <Stack gap="md">
          <div>
            <Title order={1}>{title}</Title>
            {note === undefined ? null : (
              <Text component="div" c="dimmed" mt={4}>
                {note}
              </Text>
            )}
          </div>
          {children}
        </Stack>
      </Paper>
    </Center>
  );
}
