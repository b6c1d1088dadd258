import { t } from "@lingui/core/macro";
import { Grid, Group, Select, Skeleton, Stack } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useAccounts } from "../api/accounts.ts";
import type { Draft } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { refusalOf } from "../api/refusal.ts";
import { useMay, useToday } from "../api/session.ts";
import { formatDay } from "../figures/day-text.ts";
import { DayField } from "../forms/day-field.tsx";
import { Page } from "../page/page.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { BillingPreview } from "./billing-preview.tsx";
import { HeldTimeSection } from "./held-time-section.tsx";
import { IssueButton } from "./issue-button.tsx";
import { LaterNote } from "./later-note.tsx";
import { OutdatedNote } from "./outdated-note.tsx";
import { ParkedNote } from "./parked-note.tsx";
import { RunResult } from "./run-result.tsx";

const Settlements = lazy(async () => ({ default: (await import("./settlements.tsx")).Settlements }));

const route = getRouteApi("/_app/billing");

/** The billing run: first what it would issue, then, confirmed once, exactly that. */
export function BillingPage() {
  const today = useToday();
  const { through = today, account } = route.useSearch();
  const navigate = route.useNavigate();
  const accounts = useAccounts();
  const mayIssue = useMay("invoice.run");
  const api = useApi();
  const asked = { through, ...(account === undefined ? {} : { account }) };
  const draft = useQuery({ ...api.invoice.draft.queryOptions(asked), staleTime: 0, refetchOnWindowFocus: false });
  const settlements = useQuery(api.premium.list.queryOptions({ limit: 100 })).data?.items ?? [];
  const toDecide = settlements.filter((each) => account === undefined || each.account === account);
  // What one has looked at: should the books change meanwhile, the preview says what is different.
  const [unreadable, setUnreadable] = useState(false);
  const question = `${through} ${account ?? ""}`;
  const [seen, setSeen] = useState<{ readonly question: string; readonly draft: Draft } | null>(null);
  if (draft.data !== undefined && seen?.question !== question) setSeen({ question, draft: draft.data });
  const run = useMutation(
    api.invoice.run.mutationOptions({
      onError: (error) => {
        if (refusalOf(error)?.code === "DRAFT_OUTDATED") void draft.refetch();
      },
    }),
  );
  const refusedAsOutdated = refusalOf(run.error)?.code === "DRAFT_OUTDATED";
  const changed =
    (run.isIdle || run.isError) && draft.data !== undefined && seen !== null && seen.draft.digest !== draft.data.digest;
  const before = changed && seen.question === question ? seen.draft : null;
  const choose = (search: { through?: string | undefined; account?: string | undefined }) => {
    run.reset();
    setSeen(null);
    return navigate({ search: (old) => ({ ...old, ...search }), replace: true });
  };
  const lastDay = formatDay(through, today);
  return (
    <Page
      title={t`Billing`}
      answer={t`What a run through ${lastDay} issues: pre-paid months that have begun, and the work of every period that has ended by then.`}
    >
      <Group align="flex-end" gap="sm">
        <DayField
          label={t`Through`}
          w={190}
          maxDate={today}
          value={through}
          onUnreadable={setUnreadable}
          onChange={(day) => choose({ through: day ?? undefined })}
        />
        <Select
          label={t`For`}
          placeholder={t`all accounts`}
          searchable
          clearable
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          value={account ?? null}
          onChange={(id) => choose({ account: id ?? undefined })}
        />
      </Group>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, xl: toDecide.length === 0 ? 12 : 8 }}>
          <Stack gap="lg">
            <ParkedNote parked={draft.data?.parked ?? run.data?.parked ?? []} />
            <LaterNote later={draft.data?.later ?? run.data?.later ?? []} />
            {run.data === undefined ? null : <RunResult run={run.data} through={through} />}
            {refusedAsOutdated ? null : <RefusalNote error={run.error} />}
            {before !== null || refusedAsOutdated ? <OutdatedNote /> : null}
            {draft.error !== null ? (
              <RefusalNote error={draft.error} />
            ) : draft.data === undefined ? (
              <Skeleton h={320} />
            ) : run.data !== undefined && draft.data.invoices.length === 0 ? null : (
              <BillingPreview
                draft={draft.data}
                before={before}
                through={through}
                actions={
                  mayIssue && !unreadable ? (
                    <IssueButton
                      draft={draft.data}
                      through={through}
                      busy={run.isPending || draft.isFetching}
                      onIssue={() => draft.data !== undefined && run.mutate({ ...asked, expect: draft.data.digest })}
                    />
                  ) : null
                }
              />
            )}
            <HeldTimeSection account={account} />
          </Stack>
        </Grid.Col>
        {toDecide.length === 0 ? null : (
          <Grid.Col span={{ base: 12, xl: 4 }}>
            <Suspense fallback={<Skeleton h={320} />}>
              <Settlements settlements={toDecide} />
            </Suspense>
          </Grid.Col>
        )}
      </Grid>
    </Page>
  );
}
