import { List, Text } from "@mantine/core";
import type { RequestView } from "../api/answers.ts";
import { useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";

/** What was said about a request, oldest first; nothing while nothing was. */
export function RequestHistory({ history }: { readonly history: RequestView["history"] }) {
  const today = useToday();
  const said = history.flatMap((event) =>
    (event.type === "noted" || event.type === "followed-up") && event.text !== ""
      ? [{ person: event.person, on: event.on, text: event.text }]
      : [],
  );
  if (said.length === 0) return null;
  return (
    <List size="sm" mt="xs" listStyleType="none" spacing={4}>
      {said.map(({ person, on, text }) => (
        <List.Item key={`${person} ${on} ${text}`}>
          <Text span inherit c="dimmed">
            {person}, {formatDay(on, today)}:
          </Text>{" "}
          {text}
        </List.Item>
      ))}
    </List>
  );
}
