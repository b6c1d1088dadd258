import type { AccountView } from "../api/answers.ts";
import { CoverBar } from "../cover-bar/cover-bar.tsx";
import { minutesParts } from "../cover-bar/minutes-parts.ts";
import { Duration } from "../figures/duration.tsx";
import { Section } from "../page/section.tsx";
import { AccountDetails } from "./account-details.tsx";
import { BurnDownSection } from "./burn-down-section.tsx";
import { OpenInvoices } from "./open-invoices.tsx";

export function OverviewTab({ account }: { readonly account: AccountView }) {
  return (
    <>
      <BurnDownSection account={account} />
      <Section
        title="Where the work went"
        note={
          <>
            <Duration minutes={account.minutes.worked} /> worked in all; every minute is in one place
          </>
        }
      >
        <CoverBar label="Where the work went" parts={minutesParts(account.minutes)} />
      </Section>
      <OpenInvoices standing={account.standing} />
      <AccountDetails account={account} />
    </>
  );
}
