import { describe, expect, test } from "vitest";
import type { Day } from "../values/day.ts";
import { ClockDay, movedDate, type StopOwner, stopsOf, tolledDays, Wait, type Waits, waitOfStoppage } from "./clock.ts";

// June 2024: the 3rd, 10th, 17th and 24th are Mondays. A clock that begins on the 3rd and is due on Friday the 14th has
// nine business days: 4, 5, 6, 7, 10, 11, 12, 13, 14.
const june = (day: number): Day => `2024-06-${String(day).padStart(2, "0")}`;
const may = (day: number): Day => `2024-05-${String(day).padStart(2, "0")}`;
const wait = (from: Day, to: Day): Wait => ({ from, to });

const terms = { clientResponseBusinessDays: 2 };
const none: ReadonlySet<Day> = new Set();
const quiet: Waits = { clientWaits: [], productWaits: [], stoppages: [] };
const client = (...clientWaits: Wait[]): Waits => ({ ...quiet, clientWaits });
const product = (...productWaits: Wait[]): Waits => ({ ...quiet, productWaits });
const stoppage = (...stoppages: Wait[]): Waits => ({ ...quiet, stoppages });

const due = (waits: Waits, by: Day, holidays: readonly Day[] = [], since = june(3)): Day => {
  const off = new Set(holidays);
  return movedDate({ by, since }, stopsOf(waits, terms, off), off);
};

describe("movedDate: who stops the clock, and how long", () => {
  test.each<[string, Waits, Day]>([
    ["nothing", quiet, june(14)],
    ["a client who answers within two business days (6, 7)", client(wait(june(5), june(7))), june(14)],
    ["a client who answers on the third (10)", client(wait(june(5), june(10))), june(17)],
    ["a client who takes two days too long (10, 11)", client(wait(june(5), june(11))), june(18)],
    ["a client asked on a Saturday: 10 and 11 are free, 12 stops", client(wait(june(8), june(12))), june(17)],
    [
      "two waits on the client, each with two free days",
      client(wait(june(3), june(5)), wait(june(6), june(10))),
      june(14),
    ],
    [
      "overlapping waits on the client (7, 10, 11 and 11)",
      client(wait(june(4), june(11)), wait(june(6), june(11))),
      june(19),
    ],
    ["a product wait: all days after its first (6, 7, 10, 11)", product(wait(june(5), june(11))), june(20)],
    ["a product wait lifted the same day", product(wait(june(5), june(5))), june(14)],
    ["a product wait over a weekend only", product(wait(june(7), june(9))), june(14)],
    ["a stoppage: all days after its first (6, 7)", stoppage(wait(june(5), june(7))), june(18)],
    [
      "a day with several reasons stops once (6, 7)",
      { ...product(wait(june(5), june(7))), stoppages: [wait(june(5), june(7))] },
      june(18),
    ],
    [
      "a wait that begins as the other ends (6, 7, 10, 11)",
      product(wait(june(5), june(7)), wait(june(7), june(11))),
      june(20),
    ],
    ["a wait inside another (6, 7, 10, 11)", product(wait(june(5), june(11)), wait(june(6), june(7))), june(20)],
  ])("LEAD-6: %s", (_what, waits, expected) => {
    expect(due(waits, june(14))).toBe(expected);
  });
});

describe("movedDate: the first day by which as many running days have passed", () => {
  test.each<[string, Waits, Day]>([
    ["a wait that ended before the start", product(wait(may(27), june(3))), june(14)],
    ["the days of a wait before the start do not count (only 4, 5)", product(wait(may(27), june(5))), june(18)],
    [
      "a client's two days are counted from its own first day (31 and 3; 4, 5, 6 stop)",
      client(wait(may(30), june(6))),
      june(19),
    ],
    ["a wait after the due date", product(wait(june(14), june(28))), june(14)],
    ["a wait that ends after the due date (13 to 18)", product(wait(june(12), june(18))), june(20)],
    [
      "a wait that the moved date runs into (6; then 17)",
      product(wait(june(5), june(6)), wait(june(14), june(17))),
      june(18),
    ],
    [
      "a wait that the moved date just does not reach (6)",
      product(wait(june(5), june(6)), wait(june(17), june(28))),
      june(17),
    ],
    ["the whole time is stopped (4 to 14)", stoppage(wait(june(3), june(16))), june(27)],
  ])("LEAD-6: %s", (_what, waits, expected) => {
    expect(due(waits, june(14))).toBe(expected);
  });

  test("LEAD-6: a due date on a weekend stands where it is, and moves to a business day", () => {
    expect(due(quiet, june(15))).toBe(june(15));
    expect(due(product(wait(june(14), june(16))), june(15))).toBe(june(15));
    expect(due(product(wait(june(13), june(14))), june(15))).toBe(june(17));
  });

  test("LEAD-6: a due date without a business day before it stands", () => {
    expect(due(stoppage(wait(may(27), june(28))), june(3))).toBe(june(3));
    expect(due(stoppage(wait(may(27), june(28))), june(2), [], may(31))).toBe(june(2));
  });

  test("LEAD-6: holidays are no business days", () => {
    expect(due(product(wait(june(13), june(14))), june(14))).toBe(june(17));
    expect(due(product(wait(june(13), june(14))), june(14), [june(17)])).toBe(june(18));
    expect(due(quiet, june(14), [june(12), june(13), june(14)])).toBe(june(14));
    // Asked on the 5th, the 6th is off: 7 and 10 are free, 11 stops.
    expect(due(client(wait(june(5), june(11))), june(14), [june(6)])).toBe(june(17));
  });

  test("LEAD-6: a holiday is no stopped day, so it may spare the date a move", () => {
    expect(due(product(wait(june(13), june(14))), june(14), [june(14)])).toBe(june(14));
  });

  test("LEAD-6: a date of a change order moves as if the clock had started on its day", () => {
    // From the 11th to the 21st there are eight business days; of the stopped 6, 7, 10, 11, 12 only the 12th is among them.
    expect(due(product(wait(june(5), june(12))), june(21), [], june(11))).toBe(june(24));
    expect(due(product(wait(june(5), june(11))), june(21), [], june(11))).toBe(june(21));
  });

  test("LEAD-6: a date that a change order states for a day before its own stands", () => {
    expect(due(product(wait(june(5), june(28))), june(14), [], june(20))).toBe(june(14));
  });
});

describe("stopsOf", () => {
  test("LEAD-6: leaves a client as many business days of each wait as agreed", () => {
    const waits = client(wait(june(3), june(12)));
    const days = (count: number) =>
      stopsOf(waits, { clientResponseBusinessDays: count }, none).map(({ after }) => after);
    expect(days(0)).toEqual([june(3)]);
    expect(days(2)).toEqual([june(5)]);
    expect(days(6)).toEqual([june(11)]);
    expect(days(7)).toEqual([]);
  });
});

describe("tolledDays", () => {
  const tolled = (waits: Waits, holidays: readonly Day[] = [], to = june(28)) => {
    const off = new Set(holidays);
    return tolledDays(june(3), to, stopsOf(waits, terms, off), off);
  };
  const days = (from: number, to: number, businessDays: number, whose: StopOwner) => ({
    from: june(from),
    to: june(to),
    businessDays,
    whose,
  });

  test("LEAD-6: a day with several reasons belongs to the stoppage, else the product, else the client", () => {
    const waits = {
      stoppages: [wait(june(6), june(7))],
      productWaits: [wait(june(5), june(10))],
      clientWaits: [wait(june(5), june(12))],
    };
    expect(tolled(waits)).toEqual([
      days(6, 6, 1, "product"),
      days(7, 7, 1, "stoppage"),
      days(10, 10, 1, "product"),
      days(11, 12, 2, "client"),
    ]);
  });

  test("LEAD-6: neighbouring business days of one owner are one entry, over weekends, holidays and waits", () => {
    expect(tolled(product(wait(june(6), june(9)), wait(june(9), june(11))))).toEqual([days(7, 11, 3, "product")]);
    expect(tolled(product(wait(june(6), june(7)), wait(june(10), june(11))), [june(10)])).toEqual([
      days(7, 11, 2, "product"),
    ]);
  });

  test("LEAD-6: a running day between them parts them", () => {
    expect(tolled(product(wait(june(5), june(6)), wait(june(7), june(10))))).toEqual([
      days(6, 6, 1, "product"),
      days(10, 10, 1, "product"),
    ]);
  });

  test("LEAD-6: lists only days after the start, up to and with the last", () => {
    expect(tolled(stoppage(wait(may(27), june(4)), wait(june(13), june(20))), [], june(17))).toEqual([
      days(4, 4, 1, "stoppage"),
      days(14, 17, 2, "stoppage"),
    ]);
    expect(tolled(stoppage(wait(may(27), june(3))), [], june(14))).toEqual([]);
    expect(tolled(stoppage(wait(june(17), june(21))), [], june(17))).toEqual([]);
    expect(tolled(stoppage(wait(may(27), june(28))), [], june(3))).toEqual([]);
  });
});

test("LEAD-6, INV-5: a stoppage lasts from the day before the first stopped day to the day before it was settled", () => {
  // Past due from the 7th and settled on the 11th: 7 and 10 are stopped.
  const lasted = waitOfStoppage({ from: june(7), until: june(11) });
  expect(lasted).toEqual({ from: june(6), to: june(10) });
  expect(due(stoppage(lasted), june(14))).toBe(june(18));
});

test("a wait does not end before it began", () => {
  expect(Wait.safeParse(wait(june(5), june(5))).success).toBe(true);
  expect(Wait.safeParse(wait(june(5), june(4))).error?.issues[0]?.path).toEqual(["to"]);
});

test("a day that only a slip of the pen can mean is malformed", () => {
  expect(ClockDay.safeParse("2999-12-31").success).toBe(true);
  expect(ClockDay.safeParse("3000-01-01").success).toBe(false);
  expect(ClockDay.safeParse("2024-06-31").error?.issues).toHaveLength(1);
});

test("the furthest days that can be told still move", () => {
  const forever = stoppage(wait("0001-01-01", "2999-12-31"));
  expect(due(forever, "2999-12-31", [], "0001-01-01") > "2999-12-31").toBe(true);
});
