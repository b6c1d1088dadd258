import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Stack, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useApi } from "../api/context.ts";
import { useSession } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { Duration } from "../figures/duration.tsx";
import { Money } from "../figures/money.tsx";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { Meaning } from "./meaning.tsx";

/** What was built, after the customer's testing, and what its final approval means (PROC-4). */
export function TestedWork({ account, deliverable }: { readonly account: string; readonly deliverable: string }) {
  const api = useApi();
  const { role, account: own } = useSession();
  const work = useSuspenseQuery(api.deliverable.show.queryOptions({ account, deliverable })).data;
  const phases = useSuspenseQuery(api.phase.show.queryOptions({ account, deliverable })).data;
  const punches = useSuspenseQuery(api.punchList.list.queryOptions({ account, deliverable })).data.items;
  const open = punches.filter(({ state }) => state === "open").length;
  const { name, used, approved, currency } = work;
  return (
    <Stack gap="sm">
      <Text>
        {role === "program-manager" ? (
          <Trans>You approve {name} as it was tested.</Trans>
        ) : own !== null ? (
          <Trans>Your program manager approves {name} as it was tested.</Trans>
        ) : (
          <Trans>The customer's program manager approves {name} as it was tested.</Trans>
        )}{" "}
        {open === 0
          ? t`No punch-list item is open.`
          : plural(open, {
              one: "# punch-list item is still open; the work goes on to deployment once none is.",
              other: "# punch-list items are still open; the work goes on to deployment once none is.",
            })}
      </Text>
      <Meaning
        label={t`What approving means`}
        rows={[
          ...(used === null || approved === null
            ? []
            : [
                {
                  label: t`Worked so far`,
                  after: (
                    <Trans>
                      <Duration minutes={used.minutes} /> of <Duration minutes={approved.minutes} />
                    </Trans>
                  ),
                },
                {
                  label: t`Money so far`,
                  after: (
                    <Trans>
                      <Money amount={used.total} currency={currency} /> of{" "}
                      <Money amount={approved.price.total} currency={currency} />
                    </Trans>
                  ),
                },
              ]),
          {
            label: t`Handed over`,
            after: phases.deliveredOn === null ? t`not yet` : <DayLabel day={phases.deliveredOn} />,
          },
          { label: t`Next`, after: phases.next?.title ?? "–" },
        ]}
      />
      <Text size="sm" c="dimmed">
        <Trans>
          Approving costs nothing by itself and moves no date: a lead time is judged by the day it was handed over. New
          wishes from now on take a change order; what does not work as agreed belongs on the{" "}
          <TextLink
            to="/accounts/$id/deliverables/$deliverable"
            params={{ id: account, deliverable }}
            search={{ tab: "gates" }}
            underline="always"
          >
            punch list
          </TextLink>
          .
        </Trans>{" "}
        <ClauseLink id="PROC-4" /> <ClauseLink id="DLV-6" />
      </Text>
    </Stack>
  );
}
