// An account's year told anew with the library, without a database: facts in; documents, balances and standing out, under any
// policy. Run it with: node examples/library/replay.ts

import { type Deed, defaultPolicy, formatDuration, formatMoney, type Policy, replay } from "@cimpro/domain";

const work = (on: string, minutes: number): Deed => ({
  on,
  command: { do: "log", time: [{ id: on, on, minutes, deliverable: null, worker: "Ann" }] },
});

const deeds: readonly Deed[] = [
  {
    on: "2026-01-05",
    command: {
      do: "buy",
      allowance: {
        id: "ten-hours",
        account: "acme",
        sequence: 1,
        minutes: 600,
        ratePerHour: 23_500,
        kind: "lump-sum",
        validFrom: "2026-01-05",
        opening: false,
        paid: true,
      },
    },
  },
  work("2026-01-06", 480),
  work("2026-01-20", 300),
  { on: "2026-02-02", command: { do: "run", through: "2026-02-01" } },
  { on: "2026-02-03", command: { do: "credit", invoice: "INV-000002", line: 1, minutes: 60, reason: "waive" } },
  work("2026-03-03", 90),
  { on: "2026-03-16", command: { do: "run", through: "2026-03-15" } },
  { on: "2026-03-20", command: { do: "pay", id: "bank-1", amount: 82_250 } },
];

function tell(policy: Policy): void {
  const party = (name: string) => ({ name, address: "", email: "" });
  const policies = [{ version: 1, from: "2024-01-01", policy }];
  const history = { account: "acme", party: party("Acme Tools"), from: party("North Practice"), policies, deeds };
  const year = replay(history, "2026-12-31");
  if (!year.ok) throw new Error(year.rejection.message);
  const { invoices, creditMemos, balances, standing, minutes } = year.value;
  const money = (amount: number): string => formatMoney(amount, policy.currency);
  for (const { number, total } of [...invoices, ...creditMemos]) console.log(`${number}: ${money(total)}`);
  for (const { id, remainingMinutes } of balances) console.log(`${id}: ${formatDuration(remainingMinutes)} left`);
  console.log(`standing: ${standing.standing}, worked ${formatDuration(minutes.worked)}`);
}

tell(defaultPolicy);
console.log("and at $260 an hour:");
tell({ ...defaultPolicy, rateCard: [{ validFrom: "2024-01-01", ratePerHour: 26_000 }] });
