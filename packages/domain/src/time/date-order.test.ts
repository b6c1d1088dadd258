import { describe, expect, test } from "vitest";
import { clashAmong, type DateOrder, formatsInOrder, watchDates } from "./date-order.ts";

const both = ["yyyy-MM-dd", "M/d/yyyy", "d/M/yyyy", "d.M.yyyy"];

function decided(...dates: readonly string[]): DateOrder | null | string {
  const watch = watchDates(both);
  if (watch === null) throw new Error("These formats need watching.");
  for (const [at, text] of dates.entries()) watch.see(text, at + 2);
  const decision = watch.decide();
  return decision.ok ? decision.value : decision.rejection.message;
}

const readIn = (order: DateOrder | null, text: string): string | null | undefined =>
  formatsInOrder(both, order)
    .map((format) => format.read(text))
    .find((moment) => moment !== null)?.day;

describe("the whole file tells day from month", () => {
  test("one day after the 12th is enough", () => {
    expect(decided("03/04/2024", "03/13/2024", "01/02/2024")).toBe("month-first");
    expect(decided("03/04/2024", "13/03/2024")).toBe("day-first");
  });
  test("dates that read the same either way need no order", () => {
    expect(decided("05/05/2024", "2024-03-04", "04.03.2024", "nonsense", "")).toBeNull();
  });
  test("an impossible date proves nothing", () => {
    expect(decided("02/30/2024", "31/04/2024", "45/45/2024", "05/05/2024")).toBeNull();
  });
  test("a file that leaves it open is refused with a date of it and both readings", () => {
    expect(decided("01/01/2024", "03/04/2024", "05/06/2024")).toBe(
      'date.order: every date of the file reads both ways ("03/04/2024" on line 3 is 2024-03-04 or 2024-04-03); state the order',
    );
  });
  test("a file that contradicts itself is refused with both places", () => {
    expect(decided("03/13/2024", "03/04/2024", "13/03/2024")).toBe(
      'date.order: "03/13/2024" on line 2 can only have the month first, "13/03/2024" on line 4 only the day; state the order',
    );
  });
  test("the order does not depend on where in the file the proof stands", () => {
    const dates = ["03/04/2024", "25/04/2024", "01/02/2024"];
    expect(decided(...dates)).toBe(decided(...dates.toReversed()));
  });
});

describe("once the order is known", () => {
  test("only formats of that order are left", () => {
    expect(readIn("month-first", "03/04/2024")).toBe("2024-03-04");
    expect(readIn("day-first", "03/04/2024")).toBe("2024-04-03");
  });
  test("a date that exists only in the other order is never swapped", () => {
    expect(readIn("month-first", "13/04/2024")).toBeUndefined();
    expect(readIn("day-first", "04/13/2024")).toBeUndefined();
  });
  test("formats without a rival are read in either", () => {
    expect(readIn("month-first", "03.04.2024")).toBe("2024-04-03");
    expect(readIn("day-first", "2024-04-03")).toBe("2024-04-03");
  });
});

test("formats that cannot be mistaken for each other need no watch", () => {
  expect(watchDates(["yyyy-MM-dd", "M/d/yyyy", "d.M.yyyy", "M/d/yyyy H:mm"])).toBeNull();
});

test("formats that no file could tell apart are found", () => {
  expect(clashAmong(["yyyy-MM-dd", "yy/M/d", "d/M/yy"])).toEqual(["yy/M/d", "d/M/yy"]);
  expect(clashAmong(both)).toBeNull();
});
