import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { WorkTable } from "../deliverables/work-table.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";

const route = getRouteApi("/_app/accounts/$id");

/** The deliverables of an account, each with where it stands. */
export function WorkTab({ account }: { readonly account: string }) {
  const { sort } = route.useSearch();
  const mayAdd = useMay("deliverable.add");
  const works = useSuspenseQuery(useApi().deliverable.progress.queryOptions({ account })).data.items;
  const add = (
    <AskLink ask="deliverable" size="xs">
      <Trans>Add deliverable</Trans>
    </AskLink>
  );
  return (
    <Section
      title={t`Work`}
      note={t`One by one: scoped, estimated, approved and implemented`}
      flush
      actions={mayAdd ? add : null}
    >
      <WorkTable
        works={works}
        sort={sort}
        empty={
          <Empty
            title={t`No deliverables: all of its work is general work`}
            next={t`Add one, so that time and invoice lines name it, and a statement of work can be approved for it.`}
          >
            {mayAdd ? add : undefined}
          </Empty>
        }
      />
    </Section>
  );
}
