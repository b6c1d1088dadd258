import { type Block, facts } from "../../terminal/block.ts";

/** An account's own data, as people read them. */
export const accountFacts = (account: {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly openedOn: string;
  readonly timeZone: string | null;
  readonly billingAnchor: string | null;
}): Block =>
  facts(
    ["Account", account.id],
    ["Name", account.name],
    ["Address", account.address],
    ["E-mail", account.email],
    ["Opened on", account.openedOn],
    ["Time zone", account.timeZone],
    ["Billing periods from", account.billingAnchor],
  );
