import { describe, expect, test } from "vitest";
import { issuesOf } from "../values/issue.ts";
import { ImportMap } from "./import-map.ts";
import { builtInMap, importMapNames } from "./import-maps/built-in.ts";

const smallest = {
  format: "csv",
  columns: { worker: "who", date: "day", minutes: "min" },
  date: { formats: ["yyyy-MM-dd"] },
};

function faults(map: unknown): readonly string[] {
  const parsed = ImportMap.safeParse(map);
  return parsed.success ? [] : issuesOf(parsed.error).map(({ path, message }) => `${path}: ${message}`);
}

test("the map of the contract is one as it stands", () => {
  const map = {
    format: "csv",
    delimiter: ",",
    columns: {
      externalId: "id",
      account: "client",
      deliverable: "project",
      worker: "person",
      date: "start",
      minutes: "minutes",
      note: "note",
    },
    date: { formats: ["M/d/yyyy H:mm"] },
    createMissing: true,
  };
  expect(ImportMap.parse(map)).toMatchObject({ ...map, source: "csv", decimal: "auto" });
});

test("nothing is opened that the map does not ask for", () => {
  expect(ImportMap.parse(smallest)).toMatchObject({ createMissing: false });
});

test.each(importMapNames)("the built-in map %s is whole and names its source", (name) => {
  expect(builtInMap(name)).toMatchObject({ source: name, createMissing: true });
});

test("a name that is none of ours is no map", () => {
  expect(builtInMap("constructor")).toBeNull();
});

describe("a fault is told with its place", () => {
  test.each([
    ["an unknown key", { ...smallest, dates: [] }, [': Unrecognized key: "dates"']],
    [
      "an unknown column",
      { ...smallest, columns: { ...smallest.columns, minuts: "m" } },
      ['columns: Unrecognized key: "minuts"'],
    ],
    [
      "a column that is no header",
      { ...smallest, columns: { ...smallest.columns, worker: 0.5 } },
      [
        'columns.worker: a column is a header, its place from 1, a list of headers, or {"names": […], "join": …, "optional": …}',
      ],
    ],
    ["no date", { ...smallest, columns: { worker: "w", minutes: "m" } }, [expect.stringContaining("columns.date: ")]],
    [
      "no amount",
      { ...smallest, columns: { worker: "w", date: "d" } },
      ["columns: state minutes, duration, hours or seconds, or a start and an end"],
    ],
    [
      "a format of another language",
      { ...smallest, date: { formats: ["yyyy-MM-dd", "%d/%m/%Y"] } },
      [expect.stringContaining('date.formats.1: the format "%d/%m/%Y" has "Y"')],
    ],
    [
      "a format without a day",
      { ...smallest, date: { formats: ["H:mm"] } },
      ['date.formats.0: the format "H:mm" reads no day'],
    ],
    [
      "formats nobody can tell apart",
      { ...smallest, date: { formats: ["yy/M/d", "d/M/yy"] } },
      ['date.formats: "yy/M/d" and "d/M/yy" read the same text as different days; keep one of them'],
    ],
    ["a delimiter of two signs", { ...smallest, delimiter: ";;" }, [expect.stringContaining("delimiter: ")]],
    ["another format", { format: "xlsx" }, [expect.stringContaining("format: ")]],
    ["no object", "toggl", [expect.stringContaining(": ")]],
  ])("%s", (_name, map, expected) => {
    expect(faults(map)).toEqual(expected);
  });
});

test("a start and an end do in place of a duration, in columns of their own or with the date", () => {
  const columns = { worker: "w", date: "d", endDate: "e" };
  expect(faults({ ...smallest, columns, date: { formats: ["M/d/yyyy H:mm"] } })).toEqual([]);
  expect(faults({ ...smallest, columns: { worker: "w", date: "d", startTime: "s", endTime: "e" } })).toEqual([]);
});
