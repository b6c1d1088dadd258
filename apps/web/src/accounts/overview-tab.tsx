import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { AccountView } from "../api/answers.ts";
import { CoverBar } from "../cover-bar/cover-bar.tsx";
import { minutesParts } from "../cover-bar/minutes-parts.ts";
import { Duration } from "../figures/duration.tsx";
import { Section } from "../page/section.tsx";
import { AccountDetails } from "./account-details.tsx";
import { BurnDownSection } from "./burn-down-section.tsx";
import { OpenInvoices } from "./open-invoices.tsx";
import { ReturnedOutside } from "./returned-outside.tsx";

export function OverviewTab({ account }: { readonly account: AccountView }) {
  return (
    <>
      <BurnDownSection account={account} />
      <Section
        title={t`Where the work went`}
        note={
          <Trans>
            <Duration minutes={account.minutes.worked} /> worked in all; every minute is in one place
          </Trans>
        }
      >
        <CoverBar label={t`Where the work went`} parts={minutesParts(account.minutes)} />
      </Section>
      <OpenInvoices standing={account.standing} />
      <ReturnedOutside account={account.id} />
      <AccountDetails account={account} />
    </>
  );
}
