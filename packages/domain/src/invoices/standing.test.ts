import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../values/day.ts";
import { balanceOn, type InvoiceHistory, pastDueFrom, standingOf, stoppages } from "./standing.ts";

const invoice = (changes: Partial<InvoiceHistory> = {}): InvoiceHistory => ({
  number: "INV-000001",
  issuedOn: "2024-01-15",
  total: 1000,
  applied: [],
  suspensions: [],
  ...changes,
});

const paid = (on: string, amount = 1000) => ({ on, amount });

describe("balanceOn", () => {
  test.each([
    ["2024-01-14", 0],
    ["2024-01-15", 1000],
    ["2024-01-19", 1000],
    ["2024-01-20", 600],
    ["2024-02-01", 0],
    ["2024-02-10", 600],
  ])("INV-6: at the end of %s the balance is %d", (day, balance) => {
    const applied = [paid("2024-01-20", 400), paid("2024-02-01", 600), paid("2024-02-10", -600)];
    expect(balanceOn(invoice({ applied }), day)).toBe(balance);
  });

  test("INV-6: credit from before its issue counts from its issue", () => {
    const early = invoice({ applied: [paid("2024-01-02", 400)] });
    expect([balanceOn(early, "2024-01-14"), balanceOn(early, "2024-01-15")]).toEqual([0, 600]);
  });
});

describe("pastDueFrom", () => {
  test.each([
    [0, "2024-01-16"],
    [1, "2024-01-17"],
    [30, "2024-02-15"],
  ])("INV-5: with %d days of grace an invoice of 2024-01-15 is past due from %s", (graceDays, day) => {
    expect(pastDueFrom("2024-01-15", graceDays)).toBe(day);
  });
});

describe("standingOf", () => {
  test.each([
    ["on the day of issue, since payment is due on receipt", invoice(), "2024-01-15", 0, undefined],
    ["stopped from the day after", invoice(), "2024-01-16", 0, "2024-01-16"],
    ["stopped since that first day, later too", invoice(), "2024-03-01", 0, "2024-01-16"],
    ["within the days of grace", invoice(), "2024-01-20", 5, undefined],
    ["stopped from the day after grace", invoice(), "2024-01-21", 5, "2024-01-21"],
    ["on the day before the payment", invoice({ applied: [paid("2024-01-20")] }), "2024-01-19", 0, "2024-01-16"],
    ["on the day of the payment", invoice({ applied: [paid("2024-01-20")] }), "2024-01-20", 0, undefined],
    [
      "after a payment that leaves a cent",
      invoice({ applied: [paid("2024-01-20", 999)] }),
      "2024-01-21",
      0,
      "2024-01-16",
    ],
    [
      "from the day a payment is reversed, as a new stoppage",
      invoice({ applied: [paid("2024-01-20"), paid("2024-02-05", -1000)] }),
      "2024-02-10",
      0,
      "2024-02-05",
    ],
    [
      "as if never paid, when the payment is reversed on its own day",
      invoice({ applied: [paid("2024-01-20"), paid("2024-01-20", -1000)] }),
      "2024-02-10",
      0,
      "2024-01-16",
    ],
    [
      "while the invoice is suspended, which counts as settled",
      invoice({ suspensions: [{ from: "2024-01-18", until: null }] }),
      "2024-02-10",
      0,
      undefined,
    ],
    [
      "from the day a suspension ends, as a new stoppage",
      invoice({ suspensions: [{ from: "2024-01-18", until: "2024-02-01" }] }),
      "2024-02-10",
      0,
      "2024-02-01",
    ],
    ["before the issue of an invoice", invoice(), "2024-01-01", 0, undefined],
  ])("INV-5: how an account stands %s", (_when, history, today, graceDays, since) => {
    const { standing, stoppedSince } = standingOf([history], today, graceDays);
    expect([standing, stoppedSince]).toEqual([since === undefined ? "good" : "stopped", since]);
  });

  test("INV-5: the stoppage spans several invoices without a break", () => {
    const first = invoice({ applied: [paid("2024-02-05")] });
    const second = invoice({ number: "INV-000002", issuedOn: "2024-01-29" });
    expect(standingOf([second, first], "2024-02-10", 0)).toMatchObject({
      standing: "stopped",
      stoppedSince: "2024-01-16",
      openInvoices: [{ number: "INV-000002", balance: 1000, pastDueDays: 12, suspended: false }],
    });
  });

  test("INV-5: one stoppage that ends on the day the next begins is one stoppage", () => {
    const first = invoice({ applied: [paid("2024-01-30")] });
    const second = invoice({ number: "INV-000002", issuedOn: "2024-01-29" });
    expect(standingOf([first, second], "2024-02-10", 0).stoppedSince).toBe("2024-01-16");
  });

  test("INV-5: a day in good standing begins a new stoppage", () => {
    const first = invoice({ applied: [paid("2024-01-29")] });
    const second = invoice({ number: "INV-000002", issuedOn: "2024-01-29" });
    expect(standingOf([first, second], "2024-02-10", 0).stoppedSince).toBe("2024-01-30");
  });

  test("INV-5: work resumes when the last past-due balance reaches zero, not the first", () => {
    const first = invoice({ applied: [paid("2024-01-20")] });
    const second = invoice({ number: "INV-000002" });
    expect(standingOf([first, second], "2024-01-20", 0).standing).toBe("stopped");
    expect(standingOf([first, { ...second, applied: [paid("2024-01-20")] }], "2024-01-20", 0).standing).toBe("good");
  });

  test("INV-6: open invoices are listed oldest first, suspended ones too, and paid ones not", () => {
    const histories = [
      invoice({ number: "INV-000003", issuedOn: "2024-02-12" }),
      invoice({ number: "INV-000002", suspensions: [{ from: "2024-01-20", until: null }] }),
      invoice({ applied: [paid("2024-01-20")] }),
    ];
    expect(standingOf(histories, "2024-02-12", 0)).toEqual({
      standing: "good",
      openInvoices: [
        { number: "INV-000002", balance: 1000, pastDueDays: 28, suspended: true },
        { number: "INV-000003", balance: 1000, pastDueDays: 0, suspended: false },
      ],
    });
  });
});

describe("stoppages", () => {
  test("INV-5: each span of stopped days is half-open and ends tomorrow at the latest", () => {
    const applied = [paid("2024-01-20"), paid("2024-02-05", -1000)];
    expect(stoppages([invoice({ applied })], "2024-02-10", 0)).toEqual([
      { from: "2024-01-16", until: "2024-01-20" },
      { from: "2024-02-05", until: "2024-02-11" },
    ]);
  });

  test("INV-5: what was paid on the day of issue never stopped anything", () => {
    expect(stoppages([invoice({ applied: [paid("2024-01-15")] })], "2024-02-10", 0)).toEqual([]);
  });

  test("INV-5: for any invoices, a day is in a span exactly when one was past due at its end; spans never touch", () => {
    const day = fc.integer({ min: 0, max: 40 }).map((number) => addDays("2024-01-01", number));
    const span = fc.record({ from: day, length: fc.option(fc.nat({ max: 20 })) }).map(({ from, length }) => ({
      from,
      until: length === null ? null : addDays(from, length),
    }));
    const history = fc
      .record({
        issuedOn: day,
        applied: fc.array(fc.record({ on: day, amount: fc.constantFrom(1000, 500, -500) }), { maxLength: 3 }),
        suspensions: fc.array(span, { maxLength: 2 }),
      })
      .map(invoice);
    fc.assert(
      fc.property(fc.array(history, { maxLength: 4 }), fc.constantFrom(0, 3), (histories, graceDays) => {
        const today = "2024-02-15";
        const spans = stoppages(histories, today, graceDays);
        for (let at = "2024-01-01"; at <= today; at = addDays(at, 1)) {
          const pastDue = histories.some(
            (each) =>
              pastDueFrom(each.issuedOn, graceDays) <= at &&
              balanceOn(each, at) > 0 &&
              !each.suspensions.some(({ from, until }) => from <= at && (until === null || at < until)),
          );
          expect(spans.some(({ from, until }) => from <= at && at < until)).toBe(pastDue);
        }
        for (const [at, { from }] of spans.entries()) expect((spans[at - 1]?.until ?? "") < from).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
