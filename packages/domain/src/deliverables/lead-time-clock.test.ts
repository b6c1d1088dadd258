import { describe, expect, test } from "vitest";
import { changeOrder, leadTime, wait } from "../../test/lead-time-records.ts";
import { defaultPolicy } from "../policy/cimcloud.ts";
import { type LeadTimeClock, leadTimeClock } from "./lead-time-clock.ts";
import type { LeadTimeFacts } from "./lead-time-facts.ts";

// March 2024: the 4th, 11th and 18th are Mondays. Rush is due Monday the 11th, expedited Friday the 15th.
const march = (day: number): string => `2024-03-${String(day).padStart(2, "0")}`;

function clock(changes: Partial<LeadTimeFacts>, today: string): LeadTimeClock {
  const answer = leadTimeClock(leadTime(changes), defaultPolicy, today);
  if (!answer.ok) throw new Error(answer.rejection.message);
  return answer.value;
}
const strip = ({ days }: LeadTimeClock): string =>
  days.map(({ day, kind }) => `${Number(day.slice(8))}${kind[0]}`).join(" ");

describe("leadTimeClock", () => {
  test("LEAD-6: a rush moved by a client, delivered between the two dates, in one sentence", () => {
    const answer = clock({ waits: [wait("client", march(5), march(8))], deliveredOn: march(13) }, march(20));
    expect(answer.sentence).toBe("Rush due 12 Mar, moved 1 day by client wait; delivered 13 Mar: Expedited met.");
    expect(answer).toMatchObject({
      state: "delivered",
      dueDates: {
        original: { rush: march(11), expedited: march(15) },
        agreed: { rush: march(11), expedited: march(15) },
        moved: { rush: march(12), expedited: march(18) },
      },
      tolledDays: [{ from: march(8), to: march(8), businessDays: 1, whose: "client" }],
      ...{ daysLeft: null, atRisk: false },
    });
    expect(strip(answer)).toBe("4r 5r 6r 7r 8c 11r 12r 13r 14d 15d 18d");
    expect(answer.markers.map(({ on, kind }) => `${Number(on.slice(8))} ${kind}`)).toEqual([
      "4 start",
      "11 stated-due",
      "12 due",
      "13 delivery",
      "15 stated-due",
      "18 due",
    ]);
    expect(answer.clauses).toEqual(expect.arrayContaining(["LEAD-6", "LEAD-7"]));
  });

  test.each<[string, Partial<LeadTimeFacts>, string, Partial<LeadTimeClock>]>([
    [
      "runs, with days left to the rush date",
      {},
      march(6),
      { state: "running", daysLeft: 3, atRisk: false, sentence: "Rush due 11 Mar; 3 business days left." },
    ],
    [
      "is at risk two business days before the date",
      {},
      march(7),
      { daysLeft: 2, atRisk: true, sentence: "Rush due 11 Mar; 2 business days left." },
    ],
    [
      "has its last day",
      {},
      march(11),
      { daysLeft: 0, atRisk: true, sentence: "Rush due 11 Mar; today is the last day." },
    ],
    [
      "goes on to the expedited date once the rush date passed",
      {},
      march(12),
      { daysLeft: 3, sentence: "Expedited due 15 Mar; 3 business days left." },
    ],
    [
      "is past both dates",
      {},
      march(18),
      { daysLeft: -1, atRisk: true, sentence: "Expedited due 15 Mar; not delivered yet." },
    ],
    ["waits on the client", { waits: [wait("client", march(5), null)] }, march(6), { state: "waiting-on-client" }],
    [
      "waits on the product team, whose days come first",
      { waits: [wait("client", march(5), null), wait("product", march(6), null)] },
      march(7),
      {
        state: "waiting-on-product",
        sentence: "Rush due 12 Mar, moved 1 day by product wait; 3 business days left.",
      },
    ],
    [
      "is stopped for non-payment",
      { stoppages: [{ from: march(6), until: march(8) }] },
      march(7),
      { state: "stopped", sentence: "Rush due 13 Mar, moved 2 days by non-payment; 4 business days left." },
    ],
    ["goes on after a wait", { waits: [wait("product", march(5), march(6))] }, march(6), { state: "running" }],
  ])("LEAD-6: the clock %s", (_what, changes, today, expected) => {
    expect(clock(changes, today)).toMatchObject(expected);
  });

  test("LEAD-7: it has not started while the deposit is unpaid, and starts on the day it was paid", () => {
    const deposit = { deposit: 50_000, depositInvoice: "INV-000001" };
    const unpaid = clock(leadTime({ sow: { ...leadTime().sow, ...deposit } }), march(6));
    expect(unpaid).toMatchObject({
      ...{ state: "not-started", startedOn: null, daysLeft: 5 },
      dueDates: { original: { rush: march(11) }, moved: { rush: march(13), expedited: march(19) } },
      tolledDays: [{ from: march(5), to: march(6), businessDays: 2, whose: "client" }],
    });
    expect(strip(unpaid)).toBe("4r 5c 6c 7r 8r 11r 12r 13r 14r 15r 18r 19r");
    expect(unpaid.sentence).toBe(
      "Rush due 13 Mar if the deposit is paid today, moved 2 days by client wait; the clock starts when the deposit is paid in full.",
    );
    const paid = clock(leadTime({ sow: { ...leadTime().sow, ...deposit }, depositPaidOn: march(6) }), march(7));
    expect(paid).toMatchObject({ state: "running", startedOn: march(6) });
    expect(strip(paid)).toBe("4r 5c 6c 7r 8r 11r 12r 13r 14r 15r 18r 19r");
  });

  test("LEAD-5: change orders move the dates or end the guarantee, and are marked", () => {
    const dated = changeOrder(1, { decidedOn: march(6), newRushBy: march(13), newExpeditedBy: march(20) });
    const answer = clock({ changeOrders: [dated] }, march(7));
    expect(answer.dueDates).toEqual({
      original: { rush: march(11), expedited: march(15) },
      agreed: { rush: march(13), expedited: march(20) },
      moved: { rush: march(13), expedited: march(20) },
    });
    expect(answer.markers).toContainEqual({ on: march(6), kind: "change-order", label: "Change order with new dates" });
    expect(clock({ changeOrders: [changeOrder(1, { decidedOn: march(6) })] }, march(7)).guaranteed).toBe(false);
    // As of the day before, nothing of it is known.
    expect(clock({ changeOrders: [dated] }, march(5)).dueDates.moved).toEqual({
      rush: march(11),
      expedited: march(15),
    });
  });
});
