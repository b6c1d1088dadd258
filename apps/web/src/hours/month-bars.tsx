import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Button, Stack, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../api/context.ts";
import { useToday } from "../api/session.ts";
import { CoverBar } from "../cover-bar/cover-bar.tsx";
import { formatMonth } from "../figures/day-text.ts";
import { Duration } from "../figures/duration.tsx";
import { Empty } from "../page/empty.tsx";
import { Section } from "../page/section.tsx";
import { TextLink } from "../page/text-link.tsx";
import { ClauseLink } from "../why/clause-link.tsx";
import { daysOfMonth } from "./days-of-month.ts";
import { grantShades } from "./grant-shades.ts";
import { monthParts } from "./month-parts.ts";

const monthsShown = 4;

/** A bar a month: what of its work a deposit or pre-paid hours covered, what was invoiced, and what is open. */
export function MonthBars({ account }: { readonly account: string }) {
  const { items } = useSuspenseQuery(useApi().home.months.queryOptions({ account })).data;
  const [all, setAll] = useState(false);
  const count = items.length;
  const shades = grantShades(items);
  const today = useToday();
  const shown = all ? items : items.slice(0, monthsShown);
  return (
    <Section
      title={t`Month by month`}
      note={
        <Trans>
          every minute is in one place; what is not closed yet stands where the next billing run would put it{" "}
          <ClauseLink id="ALW-5" />
        </Trans>
      }
    >
      {items.length === 0 ? (
        <Empty title={t`No work yet`} next={t`Each month of work shows here, with what covered it.`} />
      ) : (
        <Stack gap="lg">
          {shown.map(({ month, minutes, expected, grants }) => (
            <div key={month}>
              <Text size="sm" mb={4} component="div">
                <Trans>
                  <TextLink to="/hours" search={daysOfMonth(month)} fw={550} resetScroll={false}>
                    {formatMonth(month)}
                  </TextLink>
                  , <Duration minutes={minutes.worked} /> worked
                </Trans>
              </Text>
              <CoverBar label={formatMonth(month)} parts={monthParts({ minutes, expected, grants }, shades, today)} />
            </div>
          ))}
          {shown.length === items.length ? null : (
            <Button variant="default" size="xs" onClick={() => setAll(true)} style={{ alignSelf: "start" }}>
              <Trans>Show all {count} months</Trans>
            </Button>
          )}
        </Stack>
      )}
    </Section>
  );
}
