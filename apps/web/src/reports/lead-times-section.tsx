import { addDays } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, plural, t } from "@lingui/core/macro";
import { Skeleton } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useAccountName } from "../api/accounts.ts";
import type { Settlement } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import type { Column } from "../data-table/column.ts";
import { DataTable } from "../data-table/data-table.tsx";
import { DayLabel } from "../figures/day-label.tsx";
import { formatDay } from "../figures/day-text.ts";
import { Empty } from "../page/empty.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { Section } from "../page/section.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import type { Tone } from "../theme/tones.ts";
import { ClauseLink } from "../why/clause-link.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";

/** Promises are counted over a year, as those about requests are. */
const daysCounted = 365;

/** Every state: what was decided, and what is still to decide. */
const states = ["proposed", "automatic", "confirmed", "declined"] as const;

/** How the promised dates of delivered work were kept (LEAD-3, LEAD-4, LEAD-7). */
export function LeadTimesSection({ sort }: { readonly sort: string | undefined }) {
  const api = useApi();
  const since = addDays(useToday(), -daysCounted);
  const nameOf = useAccountName();
  const settled = useInfiniteQuery(
    api.premium.list.infiniteQueryOptions(
      { states: [...states], limit: 500 },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const works = useQuery(api.deliverable.list.queryOptions({ limit: 500 })).data?.items ?? [];
  const names = new Map(works.map(({ account, id, name }) => [`${account} ${id}`, name]));
  const rows = settled.data?.pages
    .flatMap(({ items }) => items)
    .filter(({ deliveredOn }) => deliveredOn >= since)
    .toSorted((a, b) => b.deliveredOn.localeCompare(a.deliveredOn));
  return (
    <Section title={t`Lead times`} note={rows === undefined ? undefined : <Kept rows={rows} since={since} />} flush>
      <RefusalNote error={settled.error} />
      {rows === undefined ? (
        settled.error === null ? (
          <Skeleton h={120} mx="md" />
        ) : null
      ) : (
        <DataTable
          label={t`Lead times`}
          rows={rows}
          columns={columnsFor(nameOf, ({ account, id }) => names.get(`${account} ${id}`) ?? id)}
          rowKey={({ account, id }) => `${account} ${id}`}
          sort={sort}
          fileName="lead-times"
          empty={
            <Empty
              title={t`No work with a lead time was delivered`}
              next={t`Expedited and Rush deliveries stand here from their delivery day.`}
            />
          }
          more={settled}
        />
      )}
    </Section>
  );
}

function Kept({ rows, since }: { readonly rows: readonly Settlement[]; readonly since: string }) {
  const met = rows.filter(({ settlement }) => settlement.outcome === "met").length;
  const day = formatDay(since, useToday());
  return (
    <>
      {rows.length === 0
        ? null
        : t`${met} of ${plural(rows.length, { one: "# delivery", other: "# deliveries" })} since ${day} met the promised date, moved by what stopped the clock.`}{" "}
      <ClauseLink id="LEAD-6" /> <ClauseLink id="LEAD-7" />
    </>
  );
}

interface Word {
  readonly tone: Tone;
  readonly word: MessageDescriptor;
}

const outcomes: Readonly<Record<Settlement["settlement"]["outcome"], Word>> = {
  met: { tone: "good", word: msg`Met` },
  downgraded: { tone: "soon", word: msg`Rush missed, Expedited met` },
  credited: { tone: "late", word: msg`Missed` },
  lapsed: { tone: "quiet", word: msg`Missed, the guarantee had ended` },
};

const decisions: Readonly<Record<Settlement["state"], MessageDescriptor>> = {
  proposed: msg`To decide`,
  automatic: msg`By rule`,
  confirmed: msg`Confirmed`,
  declined: msg`Declined: the premium stays due`,
};

/** The date that was promised: Rush's where it was bought. */
const promised = ({ settlement: { dueDates } }: Settlement): string => dueDates.rush ?? dueDates.expedited;

const columnsFor = (
  accountName: (id: string) => string,
  workName: (row: Settlement) => string,
): readonly Column<Settlement>[] => [
  {
    id: "work",
    label: t`Work`,
    show: (row) => (
      <DeliverableLink account={row.account} deliverable={row.id}>
        {workName(row)}
      </DeliverableLink>
    ),
    value: workName,
  },
  {
    id: "customer",
    label: t`Account`,
    show: ({ account }) => accountName(account),
    value: ({ account }) => accountName(account),
  },
  {
    id: "lead-time",
    label: t`Lead time`,
    show: (row) => leadTimeOf(row),
    value: (row) => leadTimeOf(row),
  },
  { id: "promised", label: t`Promised`, show: (row) => <DayLabel day={promised(row)} />, value: promised },
  {
    id: "delivered",
    label: t`Delivered`,
    show: ({ deliveredOn }) => <DayLabel day={deliveredOn} />,
    value: ({ deliveredOn }) => deliveredOn,
  },
  {
    id: "outcome",
    label: t`Outcome`,
    beside: true,
    show: ({ settlement }) => {
      const { tone, word } = outcomes[settlement.outcome];
      return <StateBadge tone={tone}>{i18n._(word)}</StateBadge>;
    },
    value: ({ settlement }) => settlement.outcome,
    csv: ({ settlement }) => i18n._(outcomes[settlement.outcome].word),
  },
  {
    id: "decision",
    label: t`Premium`,
    show: ({ state }) => i18n._(decisions[state]),
    value: ({ state }) => state,
    csv: ({ state }) => i18n._(decisions[state]),
  },
];

const leadTimeOf = ({ settlement }: Settlement): string =>
  settlement.dueDates.rush === undefined ? t`Expedited` : t`Rush`;
