import { describe, expect, test } from "vitest";
import { lump, monthly, openEntry, terms } from "../../test/samples.ts";
import type { Allocation } from "./allocate.ts";
import { type DraftContext, draftAllowanceInvoice, draftWorkInvoice } from "./draft.ts";

const period = { start: "2024-12-30", end: "2025-01-13" };

const context = (changes: Partial<DraftContext> = {}): DraftContext => ({
  account: "acme",
  from: { name: "Pro Services", address: "", email: "" },
  to: { name: "Acme", address: "", email: "" },
  issuedOn: "2025-01-14",
  terms: terms(),
  ...changes,
});

const rising = terms({
  rateCard: [
    { validFrom: "2024-01-01", ratePerHour: 23_500 },
    { validFrom: "2025-01-01", ratePerHour: 24_400 },
  ],
});

const allocation = (
  id: string,
  on: string,
  invoiced: number,
  changes: Partial<Allocation> & { readonly deliverable?: string } = {},
): Allocation => {
  const { deliverable = null, ...rest } = changes;
  const general = { sow: null, deposit: 0, held: 0, depositPremium: null, premium: [] };
  return {
    ...general,
    entry: openEntry(id, on, invoiced, { deliverable }),
    invoiced,
    allowance: [],
    deferred: 0,
    ...rest,
  };
};

const lines = (allocations: readonly Allocation[], changes: Partial<DraftContext> = {}) =>
  (draftWorkInvoice(period, allocations, context(changes))?.lines ?? []).map(
    ({ line, deliverable, minutes, ratePerHour, amount }) => [line, deliverable, minutes, ratePerHour, amount],
  );

describe("draftWorkInvoice", () => {
  test("RATE-5: minutes of one rate are one line, rounded once and not per entry", () => {
    const entries = [1, 2, 3].map((day) => allocation(`${day}`, `2025-01-0${day}`, 1));
    expect(lines(entries)).toEqual([[1, undefined, 3, 23_500, 1175]]);
  });

  test("RATE-2, RATE-6: work on both sides of a new rate gives two lines", () => {
    const entries = [allocation("a", "2024-12-31", 60), allocation("b", "2025-01-01", 60)];
    expect(lines(entries, { terms: rising })).toEqual([
      [1, undefined, 60, 23_500, 23_500],
      [2, undefined, 60, 24_400, 24_400],
    ]);
  });

  test("RATE-6, DLV-6: each deliverable has its own line and general work comes first", () => {
    const entries = [
      allocation("a", "2025-01-02", 60, { deliverable: "portal" }),
      allocation("b", "2025-01-03", 30),
      allocation("c", "2025-01-04", 60, { deliverable: "api-sync" }),
      allocation("d", "2025-01-05", 30, { deliverable: "portal" }),
    ];
    expect(lines(entries)).toEqual([
      [1, undefined, 30, 23_500, 11_750],
      [2, "api-sync", 60, 23_500, 23_500],
      [3, "portal", 90, 23_500, 35_250],
    ]);
  });

  test("DLV-6: only a line that names a deliverable cites it", () => {
    const entries = [allocation("a", "2025-01-02", 60, { deliverable: "portal" }), allocation("b", "2025-01-03", 30)];
    const cited = draftWorkInvoice(period, entries, context())?.lines.map(({ clauses }) => clauses.includes("DLV-6"));
    expect(cited).toEqual([false, true]);
  });

  test("INV-3: a line names the minutes of each entry on it, in their order", () => {
    const entries = [allocation("b", "2025-01-02", 60), allocation("a", "2025-01-03", 30)];
    expect(draftWorkInvoice(period, entries, context())?.lines[0]?.slices).toEqual([
      { entry: "b", minutes: 60 },
      { entry: "a", minutes: 30 },
    ]);
  });

  test("INV-1: where everything was covered or left open there is no invoice, never a zero one", () => {
    const covered = allocation("a", "2025-01-02", 0, { allowance: [{ grant: "lump", minutes: 60 }] });
    const waiting = allocation("b", "2025-01-02", 0, { deferred: 60 });
    expect(draftWorkInvoice(period, [covered, waiting], context())).toBeNull();
    expect(draftWorkInvoice(period, [], context())).toBeNull();
  });

  test("ALW-5: the cover of the period stands beside the lines, summed by purchase", () => {
    const entries = [
      allocation("a", "2025-01-02", 10, {
        allowance: [
          { grant: "monthly/2025-01+", minutes: 5 },
          { grant: "monthly/2025-01", minutes: 20 },
        ],
      }),
      allocation("b", "2025-01-03", 0, { allowance: [{ grant: "lump", minutes: 7 }] }),
    ];
    expect(draftWorkInvoice(period, entries, context())?.cover).toEqual({
      deposit: 0,
      allowance: [
        { allowance: "monthly", minutes: 25 },
        { allowance: "lump", minutes: 7 },
      ],
      invoiced: 10,
    });
  });

  test("INV-2: it is issued on the business day and due on receipt, never backdated to its period", () => {
    expect(draftWorkInvoice(period, [allocation("a", "2025-01-02", 60)], context())).toMatchObject({
      kind: "work",
      account: "acme",
      issuedOn: "2025-01-14",
      dueOn: "2025-01-14",
      period,
      currency: "USD",
      policy: { id: "cimcloud", version: 1 },
      subtotal: 23_500,
      tax: 0,
      total: 23_500,
    });
  });

  test("INV-1: a line says how many of its minutes were recorded late", () => {
    const entries = [allocation("late", "2024-12-29", 15), allocation("b", "2024-12-30", 30)];
    const steps = draftWorkInvoice(period, entries, context())?.lines[0]?.trace ?? [];
    expect(steps.filter(({ clause }) => clause === "INV-1")).toEqual([
      { clause: "INV-1", what: "Recorded late: worked before 2024-12-30", minutes: 15 },
    ]);
  });

  test("RATE-5: a line explains its amount from minutes and rate", () => {
    const steps = draftWorkInvoice(period, [allocation("a", "2025-01-02", 50)], context())?.lines[0]?.trace;
    expect(steps?.map(({ clause }) => clause)).toEqual(["ALW-5", "RATE-2", "RATE-5"]);
    expect(steps?.at(-1)).toMatchObject({ minutes: 50, ratePerHour: 23_500, amount: 19_583 });
  });

  test("RATE-2: where the card came back to an earlier rate, the line names each day it held from", () => {
    const backAgain = terms({
      rateCard: [
        { validFrom: "2024-01-01", ratePerHour: 23_500 },
        { validFrom: "2025-01-01", ratePerHour: 24_400 },
        { validFrom: "2025-01-02", ratePerHour: 23_500 },
      ],
    });
    const entries = [allocation("a", "2024-12-31", 60), allocation("b", "2025-01-02", 60)];
    const invoice = draftWorkInvoice(period, entries, context({ terms: backAgain }));
    expect(invoice?.lines).toHaveLength(1);
    expect(invoice?.lines[0]?.trace.filter(({ clause }) => clause === "RATE-2").map(({ what }) => what)).toEqual([
      "Standard rate valid from 2024-01-01",
      "Standard rate valid from 2025-01-02",
    ]);
  });
});

describe("draftAllowanceInvoice", () => {
  test("ALW-3: a lump sum is one line without a period", () => {
    expect(draftAllowanceInvoice(lump("a", { minutes: 600 }), null, context())).toMatchObject({
      kind: "allowance",
      period: null,
      cover: null,
      total: 235_000,
      lines: [{ line: 1, kind: "allowance", allowance: "a", minutes: 600, slices: [] }],
    });
  });

  test("ALW-4: a month of a monthly purchase is invoiced for its calendar month", () => {
    expect(draftAllowanceInvoice(monthly("a", { minutes: 1800 }), "2024-02", context())).toMatchObject({
      kind: "allowance",
      period: { start: "2024-02-01", end: "2024-03-01" },
      total: 705_000,
    });
  });
});
