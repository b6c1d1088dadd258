import { join } from "node:path";
import { freshDatabase } from "@cimpro/store/testing";
import { describe, expect, inject, test } from "vitest";
import { type Desk, deskOn, folder } from "./cimpro.ts";
import { served } from "./served.ts";

const places: readonly (readonly [name: string, desk: () => Promise<Desk>])[] = [
  ["a SQLite file", async () => deskOn(["--db", join(folder(), "books.db")])],
  ["PostgreSQL", async () => deskOn(["--db", await freshDatabase(inject("postgres"))])],
  ["a served practice", async () => (await served()).admin],
];

describe.each(places)("a month of work on %s", (_name, open) => {
  test("is logged, billed, paid and accounted for to the minute", async () => {
    const { ask, refused } = await open();
    expect(await ask("account", "open", "--name", "Acme Tools", "--opened-on", "2025-03-01")).toMatchObject({
      id: "acme-tools",
      name: "Acme Tools",
    });
    expect(await ask("account", "list")).toMatchObject({ items: [{ id: "acme-tools", standing: "good" }] });

    const log = (...rest: readonly string[]) =>
      ask<Logged>("time", "log", ...rest, "--account", "acme-tools", "--worker", "Ann", "--today", "2025-03-17");
    const bought = await ask<{ allowance: { id: string }; invoice: { number: string; total: number } }>(
      ...["allowance", "buy", "--account", "acme-tools", "--hours", "2", "--on", "2025-03-03"],
      ...["--today", "2025-03-03", "--paid"],
    );
    expect(bought.invoice).toMatchObject({ number: "INV-000001", total: 47_000 });
    const first = await log("1h30", "--on", "2025-03-03", "--note", "Sync mapping");
    expect(first).toMatchObject({
      entry: { account: "acme-tools", worker: "Ann", on: "2025-03-03", minutes: 90 },
      cover: { deposit: 0, allowance: [{ allowance: bought.allowance.id, minutes: 90 }], open: 0, held: 0 },
    });
    expect(first.alerts.map(({ percent }) => percent)).toEqual([50, 75]);
    expect((await log("1:30", "--on", "2025-03-04")).cover).toMatchObject({ allowance: [{ minutes: 30 }], open: 60 });
    await log("15m", "--on", "2025-03-05", "--non-billable");

    expect(await ask("allowance", "balance", "--account", "acme-tools", "--today", "2025-03-17")).toMatchObject({
      allowances: [{ id: bought.allowance.id, kind: "lump-sum", grantedMinutes: 120, usedMinutes: 120 }],
      openMinutes: 60,
    });
    const draft = await ask<Run & { digest: string }>(
      ...["invoice", "draft", "--through", "2025-03-09", "--today", "2025-03-17"],
    );
    const run = await ask<Run>(
      ...["invoice", "run", "--through", "2025-03-09", "--today", "2025-03-17", "--expect", draft.digest],
    );
    expect(run).toMatchObject({
      invoices: [
        {
          number: "INV-000002",
          account: "acme-tools",
          total: 23_500,
          period: { start: "2025-02-24", end: "2025-03-10" },
        },
      ],
      closedPeriods: 1,
      minutes: { deposit: 0, allowance: 120, invoiced: 60, held: 0, nonBillable: 15 },
    });
    expect(draft).toMatchObject({ ...run, invoices: [{ total: 23_500, number: null }] });
    expect(await ask("invoice", "run", "--through", "2025-03-09", "--today", "2025-03-17")).toMatchObject({
      invoices: [],
      closedPeriods: 0,
    });
    expect(
      await refused("invoice", "run", "--through", "2025-03-09", "--today", "2025-03-17", "--expect", draft.digest),
    ).toMatchObject({ exit: 4, code: "DRAFT_OUTDATED", clause: "INV-4" });

    expect(await ask("invoice", "show", "INV-000002", "--today", "2025-03-17")).toMatchObject({
      number: "INV-000002",
      account: "acme-tools",
      issuedOn: "2025-03-17",
      dueOn: "2025-03-17",
      period: { start: "2025-02-24", end: "2025-03-10" },
      parties: { to: { name: "Acme Tools" } },
      lines: [{ kind: "labor", minutes: 60, ratePerHour: 23_500, amount: 23_500, slices: [{ minutes: 60 }] }],
      total: 23_500,
      balance: 23_500,
      status: "open",
    });

    const standing = (day: string) => ask("account", "standing", "acme-tools", "--today", day);
    expect(await standing("2025-03-17")).toMatchObject({ standing: "good", openInvoices: [{ pastDueDays: 0 }] });
    expect(await standing("2025-03-20")).toMatchObject({
      standing: "stopped",
      stoppedSince: "2025-03-18",
      openInvoices: [{ number: "INV-000002", balance: 23_500, pastDueDays: 3 }],
    });
    expect(
      await refused("time", "log", "1h", "--account", "acme-tools", "--on", "2025-03-20", "--today", "2025-03-20"),
    ).toMatchObject({ exit: 1, code: "WORK_STOPPED", clause: "INV-5" });
    await ask(
      ...["time", "log", "1h", "--account", "acme-tools", "--on", "2025-03-20", "--today", "2025-03-20"],
      ...["--override", "Go-live tonight"],
    );

    expect(
      await ask("payment", "record", "--account", "acme-tools", "--amount", "23500", "--today", "2025-03-21"),
    ).toMatchObject({ payment: { amount: 23_500, applications: [{ invoice: "INV-000002", amount: 23_500 }] } });
    expect(await standing("2025-03-21")).toMatchObject({ standing: "good", openInvoices: [] });
    expect(
      await ask(
        ...["credit", "issue", "INV-000002", "--line", "1", "--minutes", "20", "--reason", "rebill"],
        ...["--today", "2025-03-21"],
      ),
    ).toMatchObject({
      creditMemo: { number: "CM-000001", invoice: "INV-000002", lines: [{ minutes: 20, amount: 7833 }], total: 7833 },
    });
    expect(await ask("statement", "acme-tools", "--today", "2025-03-31")).toMatchObject({
      lines: [
        { kind: "invoice", reference: "INV-000001", balance: 47_000 },
        { kind: "payment", balance: 0 },
        { kind: "invoice", reference: "INV-000002", balance: 23_500 },
        { kind: "credit-memo", reference: "CM-000001", balance: 15_667 },
        { kind: "payment", balance: -7833 },
      ],
      closing: -7833,
    });

    expect(await ask("verify")).toMatchObject({
      ok: true,
      accounts: 1,
      problems: [],
      minutes: { worked: 255, deposit: 0, allowance: 120, invoiced: 40, held: 0, nonBillable: 15, open: 80 },
    });
    expect(await ask("journal", "verify")).toMatchObject({ ok: true, problems: [] });
  });
});

interface Logged {
  readonly cover: object;
  readonly alerts: readonly { readonly percent: number }[];
}

interface Run {
  readonly invoices: readonly object[];
}
