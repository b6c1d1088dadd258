import { Anchor, Button, Group, Stack, TextInput } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useApi } from "../api/context.ts";
import { refusalOf } from "../api/refusal.ts";
import { useMay, useSession } from "../api/session.ts";
import { RefusalNote } from "../page/refusal-note.tsx";

/**
 * The end of a document to decide: a program manager approves in person, a coordinator puts the approval on record for
 * them, others read (ROLE-5). Whoever has a question can ask first.
 */
export function ApproveFoot({
  subject,
  busy,
  error,
  onApprove,
  onCancel,
  children,
}: {
  /** What is decided, such as "Statement of work sync-sow-1". */
  readonly subject: string;
  readonly busy: boolean;
  readonly error: unknown;
  /** `by`: for whom it is put on record; left out where the books know. */
  readonly onApprove: (by?: string) => void;
  readonly onCancel: () => void;
  /** Other ways to decide. */
  readonly children?: ReactNode;
}) {
  const { role } = useSession();
  const [mayApprove, forThem] = [useMay("approving"), useMay("commercial")];
  const [by, setBy] = useState("");
  const email = useQuery({ ...useApi().offer.show.queryOptions(), enabled: !forThem }).data?.practice.email ?? "";
  const fault = refusalOf(error)?.issues?.find(({ path }) => path === "by" || path === "person")?.message;
  return (
    <Stack gap="sm" mt="xs">
      {forThem ? (
        <TextInput
          label="Approved by"
          description="Whose approval this puts on record. Empty: the customer's program manager."
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
          {...(fault === undefined ? {} : { error: fault })}
        />
      ) : null}
      <RefusalNote error={error} />
      <Group justify="flex-end" gap="xs">
        {email === "" || forThem ? null : (
          <Anchor size="sm" mr="auto" href={`mailto:${email}?subject=${encodeURIComponent(subject)}`}>
            Ask a question first
          </Anchor>
        )}
        <Button variant="default" onClick={onCancel}>
          {mayApprove ? "Not now" : "Close"}
        </Button>
        {mayApprove ? (
          <>
            {children}
            <Button
              leftSection={<IconCheck size={16} aria-hidden />}
              loading={busy}
              onClick={() => onApprove(role === "program-manager" || by.trim() === "" ? undefined : by.trim())}
            >
              {forThem ? "Record approval" : "Approve"}
            </Button>
          </>
        ) : null}
      </Group>
    </Stack>
  );
}
