import type { Account, Practice } from "@cimpro/store";

/** The parties as they stand on the day of issue. */
export const partiesOf = (practice: Practice, account: Account) => ({
  from: { name: practice.name, address: practice.address, email: practice.email },
  to: { name: account.name, address: account.address, email: account.email },
});
