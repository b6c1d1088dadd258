import {
  formatDuration,
  type PackageContext,
  type PackageRecommendation,
  type PackageTable,
  type PortalAccess,
  parseDuration,
  recommendPackage,
} from "@cimpro/domain";
import { plural, t } from "@lingui/core/macro";
import { Alert, Checkbox, Group, Radio, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { getRouteApi } from "@tanstack/react-router";
import { Page } from "../page/page.tsx";
import { Section } from "../page/section.tsx";
import { ClauseNotes } from "./clause-notes.tsx";
import classes from "./package-finder.module.css";
import { useOffer } from "./use-offer.ts";

const route = getRouteApi("/_public/package-finder");

interface Wishes {
  readonly roles?: string[] | undefined;
  readonly portal?: PortalAccess | undefined;
  readonly hours?: string | undefined;
  readonly context?: PackageContext | undefined;
}

/** Which labor package does all that is wanted, and why none of the others is better. */
export function PackageFinderPage() {
  const { policy } = useOffer();
  const table = policy.packages;
  const wishes = route.useSearch();
  const { portal = "none", hours = "", context = "project" } = wishes;
  // An address of another practice may name roles that are not there.
  const roles = (wishes.roles ?? []).filter((id) => table.roles.some((role) => role.id === id));
  const duration = hours.trim() === "" ? ({ ok: true, minutes: 0 } as const) : parseDuration(hours, "hours");
  const answer = duration.ok
    ? recommendPackage({ roles, portal, minutesPerMonth: duration.minutes, context }, table)
    : null;
  const found = answer?.ok === true ? answer.value : null;
  return (
    <Page title={t`Which package fits?`} answer={found === null ? t`Say what you need.` : sentence(found, table)}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <WishForm
          table={table}
          wishes={{ roles, portal, hours, context }}
          fault={duration.ok ? null : duration.message}
        />
        {found === null ? null : <Offers found={found} table={table} />}
      </SimpleGrid>
    </Page>
  );
}

const titleOf = (table: PackageTable, id: string): string => table.levels.find((level) => level.id === id)?.title ?? id;

function sentence({ recommended, offers }: PackageRecommendation, table: PackageTable): string {
  const tested = offers.length;
  if (recommended === null) return t`None of the ${tested} offers meets every wish.`;
  const { package: id, units, capMinutes } = recommended;
  const [title, hours] = [titleOf(table, id), formatDuration(capMinutes)];
  return t`${title}, ${plural(units, { one: "# unit", other: "# units" })}: up to ${hours} a month. All ${tested} offers were tested.`;
}

const offerWords = (title: string, units: number, hours: string): string =>
  t`${title} · ${plural(units, { one: "# unit", other: "# units" })} · ${hours} a month`;

function WishForm({
  table,
  wishes,
  fault,
}: {
  readonly table: PackageTable;
  readonly wishes: Wishes;
  readonly fault: string | null;
}) {
  const navigate = route.useNavigate();
  const set = (changes: Wishes) =>
    void navigate({ search: (old) => ({ ...old, ...changes }), replace: true, resetScroll: false });
  const setHours = useDebouncedCallback((hours: string) => set({ hours: hours || undefined }), 150);
  return (
    <Section title={t`What you need`}>
      <Stack gap="md">
        <Checkbox.Group
          label={t`Roles somebody should fill for you`}
          value={wishes.roles ?? []}
          onChange={(roles) => set({ roles })}
        >
          <Stack gap={6} mt="xs">
            {table.roles.map(({ id, title }) => (
              <Checkbox key={id} value={id} label={title} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Radio.Group
          label={t`Work in your portal`}
          value={wishes.portal ?? "none"}
          onChange={(portal) => set({ portal: portal as PortalAccess })}
        >
          <Stack gap={6} mt="xs">
            <Radio value="none" label={t`None`} />
            <Radio value="workspaces" label={t`In the workspaces`} />
            <Radio value="dev-tools" label={t`In the Dev Tools too`} />
          </Stack>
        </Radio.Group>
        <TextInput
          label={t`Hours a month`}
          description={t`10, 12.5 or 7h30; leave it empty if it does not matter`}
          defaultValue={wishes.hours ?? ""}
          error={fault}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
        <Radio.Group
          label={t`What it is for`}
          value={wishes.context ?? "project"}
          onChange={(context) => set({ context: context as PackageContext })}
        >
          <Stack gap={6} mt="xs">
            <Radio value="project" label={t`A self-service project`} />
            <Radio value="program" label={t`An active program`} />
          </Stack>
        </Radio.Group>
      </Stack>
    </Section>
  );
}

function Offers({ found, table }: { readonly found: PackageRecommendation; readonly table: PackageTable }) {
  const { recommended, offers, hint } = found;
  return (
    <Section title={t`Every offer, tested`} note={t`The lowest level that does it all, then the fewest units.`}>
      <Stack gap="xs">
        {hint === undefined ? null : (
          <Alert color="yellow" title={t`What else there is`}>
            {hint}
          </Alert>
        )}
        {offers.map(({ package: id, units, capMinutes, fits, reasons }) => {
          const isBest = recommended?.package === id && recommended.units === units;
          return (
            <div key={`${id} ${units}`} className={classes.offer} data-best={isBest || undefined}>
              <Group justify="space-between" gap="xs">
                <Text fw={600} size="sm">
                  {offerWords(titleOf(table, id), units, formatDuration(capMinutes))}
                </Text>
                <Text size="sm" c={isBest ? "var(--mantine-color-text)" : "dimmed"} fw={isBest ? 600 : 400}>
                  {isBest ? t`✓ The answer` : fits ? t`Fits too` : t`Does not fit`}
                </Text>
              </Group>
              {reasons.map(({ message }) => (
                <Text key={message} size="sm">
                  {message}
                </Text>
              ))}
              {reasons.length === 0 ? null : <ClauseNotes ids={[...new Set(reasons.map(({ clause }) => clause))]} />}
            </div>
          );
        })}
      </Stack>
    </Section>
  );
}
