import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DeliverableView, FindingView } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay, useSession } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Section } from "../page/section.tsx";
import { tell } from "../page/tell.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";

const words = {
  "punch-list-item": {
    title: msg`Punch list`,
    note: msg`What the customer's testing found; it is addressed before the work goes on to deployment`,
    clause: "PROC-4",
    empty: msg`Nothing was found. Whoever tests adds what does not work as agreed.`,
    label: msg`What was found`,
    add: msg`Add to punch list`,
  },
  issue: {
    title: msg`Issues`,
    note: msg`What shows once it is live; stabilization ends when none is open`,
    clause: "PROC-6",
    empty: msg`No issue was reported.`,
    label: msg`What is wrong`,
    add: msg`Report issue`,
  },
} as const;

const states: Readonly<Record<FindingView["state"], MessageDescriptor>> = {
  open: msg`open`,
  done: msg`done`,
  withdrawn: msg`withdrawn`,
};

/** What was found, with a way to add and to end it (PROC-4, PROC-6). */
export function Findings({ kind, work }: { readonly kind: keyof typeof words; readonly work: DeliverableView }) {
  const api = useApi();
  const mayFind = useMay("punchList.add") && work.state === "open";
  const about = { account: work.account, deliverable: work.id };
  const list = useSuspenseQuery(
    kind === "issue" ? api.issue.list.queryOptions(about) : api.punchList.list.queryOptions(about),
  ).data.items;
  const { title, note, clause, empty, label, add } = words[kind];
  const [what, setWhat] = useState("");
  const added = { onSuccess: () => setWhat("") };
  const addPunch = useMutation(api.punchList.add.mutationOptions(added));
  const addIssue = useMutation(api.issue.report.mutationOptions(added));
  const adding = kind === "issue" ? addIssue : addPunch;
  return (
    <Section
      title={i18n._(title)}
      note={
        <span id={kind === "issue" ? undefined : "findings"}>
          {i18n._(note)} <ClauseLink id={clause} />
        </span>
      }
    >
      <Stack gap="sm">
        {list.length === 0 ? (
          <Text size="sm" c="dimmed">
            {i18n._(empty)}
          </Text>
        ) : (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
            {list.map((finding) => (
              <li key={finding.id}>
                <FindingRow finding={finding} />
              </li>
            ))}
          </Stack>
        )}
        {mayFind ? (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (what.trim() !== "") adding.mutate({ ...about, what });
            }}
          >
            <Group gap="xs" align="flex-end">
              <TextInput
                label={i18n._(label)}
                flex="1 1 14rem"
                value={what}
                onChange={(event) => setWhat(event.currentTarget.value)}
              />
              <Button type="submit" variant="default" loading={adding.isPending} disabled={what.trim() === ""}>
                {i18n._(add)}
              </Button>
            </Group>
          </form>
        ) : null}
        <RefusalNote error={adding.error} />
      </Stack>
    </Section>
  );
}

function FindingRow({ finding }: { readonly finding: FindingView }) {
  const api = useApi();
  const { name } = useSession();
  const delivers = useMay("wait.start");
  const said = { onSuccess: ({ state }: FindingView) => void tell(state === "done" ? t`Done.` : t`Withdrawn.`) };
  const endPunch = useMutation(api.punchList.done.mutationOptions(said));
  const endIssue = useMutation(api.issue.resolve.mutationOptions(said));
  const ending = finding.kind === "issue" ? endIssue : endPunch;
  const { state, account, id, what, reportedBy } = finding;
  const mayWithdraw = delivers || reportedBy === name;
  return (
    <Group justify="space-between" gap="xs" align="flex-start">
      <div style={{ flex: "1 1 14rem", minWidth: 0 }}>
        <Group gap="xs">
          <Text size="sm" fw={500}>
            {what}
          </Text>
          <StateBadge tone={state === "open" ? "soon" : state === "done" ? "good" : "quiet"}>
            {i18n._(states[state])}
          </StateBadge>
        </Group>
        <Text size="sm" c="dimmed" component="div">
          <WhoAndWhen finding={finding} />
        </Text>
        <RefusalNote error={ending.error} />
      </div>
      {state === "open" ? (
        <Group gap="xs">
          {delivers ? (
            <Button
              size="xs"
              variant="default"
              loading={ending.isPending}
              aria-label={t`Done: ${what}`}
              onClick={() => ending.mutate({ account, finding: id })}
            >
              <Trans>Done</Trans>
            </Button>
          ) : null}
          {mayWithdraw ? (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              loading={ending.isPending}
              aria-label={t`Withdraw: ${what}`}
              onClick={() => ending.mutate({ account, finding: id, state: "withdrawn" })}
            >
              <Trans>Withdraw</Trans>
            </Button>
          ) : null}
        </Group>
      ) : null}
    </Group>
  );
}

function WhoAndWhen({ finding }: { readonly finding: FindingView }) {
  const { state, reportedBy, reportedOn, endedBy, endedOn, note } = finding;
  const reported = (
    <>
      {reportedBy}, <DayLabel day={reportedOn} />
    </>
  );
  if (endedOn === null) return reported;
  const end = <DayLabel day={endedOn} />;
  const ended =
    state === "withdrawn" ? (
      <Trans>
        {reported}; withdrawn by {endedBy}, {end}
      </Trans>
    ) : (
      <Trans>
        {reported}; done by {endedBy}, {end}
      </Trans>
    );
  return note === "" ? (
    ended
  ) : (
    <>
      {ended}: {note}
    </>
  );
}
