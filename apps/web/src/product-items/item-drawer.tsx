import { isEnded } from "@cimpro/domain";
import { Drawer, Group, Skeleton, Stack, Text, Timeline } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useAccountName } from "../api/accounts.ts";
import type { ProductItemDetail } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { TextLink } from "../page/text-link.tsx";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";
import type { ItemSearch } from "./item-search.ts";
import { itemKinds, itemStates } from "./item-words.ts";

/** One item with what became of it and the waits it caused; the address says which. */
export function ItemDrawer({ search: { item, of, ask } }: { readonly search: ItemSearch }) {
  const navigate = useNavigate();
  const wanted = item !== undefined && of !== undefined;
  const query = useQuery({
    ...useApi().productItem.show.queryOptions({ account: of ?? "", item: item ?? "" }),
    enabled: wanted,
  });
  const close = () =>
    navigate({
      to: ".",
      search: ({ item: _item, of: _of, ...rest }: Record<string, unknown>) => rest,
      resetScroll: false,
    });
  return (
    <Drawer opened={wanted && ask === undefined} onClose={close} title={query.data?.title ?? "Product item"}>
      <RefusalNote error={query.error} />
      {query.data === undefined ? query.isError ? null : <Skeleton h={200} /> : <Item item={query.data} />}
    </Drawer>
  );
}

function Item({ item }: { readonly item: ProductItemDetail }) {
  const nameOf = useAccountName();
  const mayUpdate = useMay("delivering");
  const { account, kind, state, description, deliverable, blocks, waits } = item;
  const steps = item.steps.map((step, place) => ({ step, place }));
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <StateBadge tone={itemStates[state].tone}>{itemStates[state].word}</StateBadge>
        <Text size="sm" c="dimmed">
          {itemKinds[kind]} for{" "}
          <TextLink to="/accounts/$id" params={{ id: account }} underline="always">
            {nameOf(account)}
          </TextLink>
        </Text>
      </Group>
      {description === "" ? null : <Text style={{ whiteSpace: "pre-wrap" }}>{description}</Text>}
      {deliverable === null ? null : (
        <Text size="sm">
          {blocks && !isEnded(item) ? "Blocks " : "For "}
          <DeliverableLink account={account} deliverable={deliverable}>
            {deliverable}
          </DeliverableLink>
          . {blocks && !isEnded(item) ? "Its lead-time clock stops meanwhile." : null} <ClauseLink id="PROD-2" />{" "}
          <ClauseLink id="LEAD-6" />
        </Text>
      )}
      {waits.map(({ id, from, to }) => (
        <Text key={id} size="sm">
          Work waited from <DayLabel day={from} />{" "}
          {to === null ? (
            "and still waits"
          ) : (
            <>
              to <DayLabel day={to} />
            </>
          )}
          .
        </Text>
      ))}
      {mayUpdate && !isEnded(item) ? (
        <Group>
          <AskLink ask="update" with={{ item: item.id, of: account }}>
            Update
          </AskLink>
        </Group>
      ) : null}
      <Timeline active={-1} bulletSize={14} lineWidth={2} mt="xs">
        {steps.toReversed().map(({ step, place }) => (
          <Timeline.Item
            key={place}
            title={
              <Text size="sm">
                {itemStates[step.state].word}
                {step.scheduledFor === null ? null : (
                  <>
                    {" "}
                    for <DayLabel day={step.scheduledFor} />
                  </>
                )}
              </Text>
            }
          >
            {step.note === "" ? null : <Text size="sm">{step.note}</Text>}
            <Text size="xs" c="dimmed">
              {step.by}, <DayLabel day={step.on} />
            </Text>
          </Timeline.Item>
        ))}
      </Timeline>
    </Stack>
  );
}
