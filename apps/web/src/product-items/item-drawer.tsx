import { isEnded } from "@cimpro/domain";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Drawer, Group, Skeleton, Stack, Text, Timeline } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useAccountName } from "../api/accounts.ts";
import type { ProductItemDetail } from "../api/answers.ts";
import { useApi } from "../api/context.ts";
import { useMay } from "../api/session.ts";
import { DayLabel } from "../figures/day-label.tsx";
import { AskLink } from "../forms/ask-link.tsx";
import { RefusalNote } from "../page/refusal-note.tsx";
import { TextLink } from "../page/text-link.tsx";
import { useDropSearch } from "../page/use-drop-search.ts";
import { StateBadge } from "../standing/state-badge.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { DeliverableLink } from "../work/deliverable-link.tsx";
import type { ItemSearch } from "./item-search.ts";
import { itemTones, kindWord, stateWord } from "./item-words.ts";

const saidForItem = new Set(["item", "of"]);

/** One item with what became of it and the waits it caused; the address says which. */
export function ItemDrawer({ search: { item, of, ask } }: { readonly search: ItemSearch }) {
  const wanted = item !== undefined && of !== undefined;
  const query = useQuery({
    ...useApi().productItem.show.queryOptions({ account: of ?? "", item: item ?? "" }),
    enabled: wanted,
  });
  const close = useDropSearch(saidForItem);
  return (
    <Drawer opened={wanted && ask === undefined} onClose={close} title={query.data?.title ?? t`Product item`}>
      <RefusalNote error={query.error} />
      {query.data === undefined ? query.isError ? null : <Skeleton h={200} /> : <Item item={query.data} />}
    </Drawer>
  );
}

function Item({ item }: { readonly item: ProductItemDetail }) {
  const nameOf = useAccountName();
  const mayUpdate = useMay("productItem.update");
  const { account, kind, state, description, waits } = item;
  const [kindName, accountName] = [kindWord(kind), nameOf(account)];
  const steps = item.steps.map((step, place) => ({ step, place }));
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <StateBadge tone={itemTones[state]}>{stateWord(state)}</StateBadge>
        <Text size="sm" c="dimmed">
          <Trans>
            {kindName} for{" "}
            <TextLink to="/accounts/$id" params={{ id: account }} underline="always">
              {accountName}
            </TextLink>
          </Trans>
        </Text>
      </Group>
      {description === "" ? null : <Text style={{ whiteSpace: "pre-wrap" }}>{description}</Text>}
      <ItemWork item={item} />
      {waits.map(({ id, from, to }) => (
        <Text key={id} size="sm">
          {to === null ? (
            <Trans>
              Work waited from <DayLabel day={from} /> and still waits.
            </Trans>
          ) : (
            <Trans>
              Work waited from <DayLabel day={from} /> to <DayLabel day={to} />.
            </Trans>
          )}
        </Text>
      ))}
      {mayUpdate && !isEnded(item) ? (
        <Group>
          <AskLink ask="update" with={{ item: item.id, of: account }}>
            <Trans>Update</Trans>
          </AskLink>
        </Group>
      ) : null}
      <Timeline active={-1} bulletSize={14} lineWidth={2} mt="xs">
        {steps.toReversed().map(({ step, place }) => (
          <Timeline.Item
            key={place}
            title={
              <Text size="sm">
                {step.scheduledFor === null ? (
                  stateWord(step.state)
                ) : (
                  <Trans>
                    Scheduled for <DayLabel day={step.scheduledFor} />
                  </Trans>
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

/** The deliverable it is for; one that it blocks has its lead-time clock stopped (LEAD-6). */
function ItemWork({ item }: { readonly item: ProductItemDetail }) {
  const { account, deliverable, deliverableName, blocks } = item;
  if (deliverable === null) return null;
  const link = (
    <DeliverableLink account={account} deliverable={deliverable}>
      {deliverableName}
    </DeliverableLink>
  );
  return (
    <Text size="sm">
      {blocks && !isEnded(item) ? (
        <Trans>Blocks {link}. Its lead-time clock stops meanwhile.</Trans>
      ) : (
        <Trans>For {link}.</Trans>
      )}{" "}
      <ClauseLink id="PROD-2" /> <ClauseLink id="LEAD-6" />
    </Text>
  );
}
