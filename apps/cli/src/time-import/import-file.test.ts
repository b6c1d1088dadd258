import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { memoryBooks } from "../../test/memory-books.ts";
import { scratchFolder } from "../../test/scratch-folder.ts";
import { imported, togglFile, togglHeader, togglRow, togglRows } from "../../test/toggl-file.ts";
import type { ImportCounts } from "./import-file.ts";

const examples = new URL("../../../../examples/", import.meta.url).pathname;

describe("a file of time", () => {
  test("is counted, and imported again it is all duplicates", async () => {
    const { file } = scratchFolder();
    const path = file("toggl.csv", togglFile([togglRow("one"), togglRow("two"), togglRow("one")]));
    const books = memoryBooks();
    expect(await imported(path, "toggl", { send: books.send })).toEqual({
      rows: 3,
      accepted: 3,
      acceptedMinutes: 90,
      duplicates: 0,
      rejected: 0,
      byReason: {},
    });
    expect(await imported(path, "toggl", { send: books.send })).toMatchObject({ rows: 3, accepted: 0, duplicates: 3 });
    expect(books.entries.size).toBe(3);
  });
  test("may be packed, whatever its name, and is the same rows then", async () => {
    const { file } = scratchFolder();
    const text = togglFile(togglRows(50));
    const books = memoryBooks();
    await imported(file("plain.csv", text), "toggl", { send: books.send });
    const packed = file("packed.txt", gzipSync(text));
    expect(await imported(packed, "toggl", { send: books.send })).toMatchObject({ accepted: 0, duplicates: 50 });
  });
  test("is sent in chunks, in its order", async () => {
    const { file } = scratchFolder();
    const books = memoryBooks();
    const path = file("toggl.csv", togglFile(togglRows(25)));
    const seen: number[] = [];
    const more = { send: books.send, chunkSize: 10, onProgress: ({ rows }: ImportCounts) => seen.push(rows) };
    await imported(path, "toggl", more);
    expect(books.chunks).toEqual([10, 10, 5]);
    expect(seen).toEqual([10, 20, 25]);
    expect([...books.entries.values()].map(({ note }) => note)).toEqual(togglRows(25).map((_, at) => `row ${at}`));
  });
  test("has one chunk under way at a time", async () => {
    const { file } = scratchFolder();
    const books = memoryBooks();
    let [underWay, most] = [0, 0];
    await imported(file("toggl.csv", togglFile(togglRows(60))), "toggl", {
      chunkSize: 5,
      async send(items) {
        most = Math.max(most, ++underWay);
        const answer = await books.send(items);
        underWay--;
        return answer;
      },
    });
    expect([most, books.entries.size]).toEqual([1, 60]);
  });
});

describe("rejected rows", () => {
  const rows = [
    togglRow("good"),
    'Ann,a@x,Acme,Site,,"two\nlines, quoted",Yes,2024-02-30,09:00:00,2024-02-30,10:00:00,01:00:00,,',
    "short,row",
    togglRow("for nobody", 0, ""),
    togglRow("stopped", 1, "Globex"),
  ];
  test("are kept whole with their line and reason, in a file that can be imported itself", async () => {
    const { file } = scratchFolder();
    const path = file("toggl.csv", togglFile(rows));
    const counts = await imported(path, "toggl", { send: memoryBooks("Globex").send });
    expect(counts).toEqual({
      rows: 5,
      accepted: 1,
      acceptedMinutes: 30,
      duplicates: 0,
      rejected: 4,
      byReason: { "bad-date": 1, "missing-column": 1, "no-account": 1, "account-stopped": 1 },
      rejectedFile: `${path}.rejected.csv`,
    });
    const kept = readFileSync(`${path}.rejected.csv`, "utf8");
    expect(kept.startsWith(`\ufeffline,reason,message,${togglHeader},row mark\n3,bad-date,`)).toBe(true);
    expect(kept).toContain('"two\nlines, quoted"');
    expect([...kept.matchAll(/^(\d+),([a-z-]+),/gm)].map((match) => match.slice(1, 3))).toEqual([
      ["3", "bad-date"],
      ["5", "missing-column"],
      ["6", "no-account"],
      ["7", "account-stopped"],
    ]);
    const again = await imported(`${path}.rejected.csv`, "toggl", {
      settings: { account: "House" },
      rejectedPath: null,
    });
    expect(again).toMatchObject({
      rows: 4,
      accepted: 2,
      rejected: 2,
      byReason: { "bad-date": 1, "missing-column": 1 },
    });
  });
  test("IMP-1: put right to say what an accepted row says, are taken in too, once; the first file stays known", async () => {
    const { file } = scratchFolder();
    const books = memoryBooks();
    const broken = togglRow("same").replace("2024-03-05", "2024-02-31");
    expect(broken).not.toBe(togglRow("same"));
    const path = file("toggl.csv", togglFile([togglRow("same"), broken]));
    expect(await imported(path, "toggl", { send: books.send })).toMatchObject({ accepted: 1, rejected: 1 });
    const kept = readFileSync(`${path}.rejected.csv`, "utf8");
    const mended = file("mended.csv", kept.replaceAll("2024-02-31", "2024-03-05"));
    expect(await imported(mended, "toggl", { send: books.send })).toMatchObject({ accepted: 1, duplicates: 0 });
    expect(await imported(mended, "toggl", { send: books.send })).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await imported(path, "toggl", { send: books.send })).toMatchObject({
      accepted: 0,
      duplicates: 1,
      rejected: 1,
    });
    expect(books.entries.size).toBe(2);
  });
  test("IMP-1: that come back unchanged once they may, are the rows of the first file", async () => {
    const { file } = scratchFolder();
    const stopped = memoryBooks("Globex");
    const lines = [togglRow("late", 1, "Globex"), togglRow("late", 1, "Globex")];
    const path = file("toggl.csv", togglFile(lines));
    expect(await imported(path, "toggl", { send: stopped.send })).toMatchObject({ rejected: 2 });
    const books = memoryBooks();
    const more = { send: books.send, rejectedPath: null };
    expect(await imported(`${path}.rejected.csv`, "toggl", more)).toMatchObject({ accepted: 2 });
    expect(await imported(path, "toggl", more)).toMatchObject({ accepted: 0, duplicates: 2 });
  });
  test("go back in with the same map and options, whatever the file's delimiter and encoding", async () => {
    const { file } = scratchFolder();
    const written = {
      format: "csv",
      delimiter: ";",
      columns: { account: "Kunde", worker: "Wer", date: "Tag", hours: "Stunden", note: "Text" },
      date: { formats: ["dd.MM.yyyy"] },
      createMissing: true,
    };
    const map = file("map.json", JSON.stringify(written));
    const text = 'Kunde;Wer;Tag;Stunden;Text\nMüller;Zoë;31.02.2024;1,5;"a;b, c"\nMüller;Zoë;01.03.2024;2;ok\n';
    const path = file("stunden.csv", Buffer.from(text, "latin1"));
    const books = memoryBooks();
    const options = { send: books.send, encoding: "windows-1252" };
    expect(await imported(path, map, options)).toMatchObject({ accepted: 1, rejected: 1 });
    const kept = readFileSync(`${path}.rejected.csv`, "utf8");
    expect(kept).toContain(';Müller;Zoë;31.02.2024;"1,5";"a;b, c";');
    const mended = file("mended.csv", kept.replaceAll("31.02.2024", "29.02.2024"));
    expect(await imported(mended, map, options)).toMatchObject({ accepted: 1, acceptedMinutes: 90, rejected: 0 });
    expect([...books.entries.values()].map(({ account, note }) => `${account} ${note}`)).toContain("Müller a;b, c");
  });
  test("leave nothing else behind, and no file when there are none", async () => {
    const { file, path: folder } = scratchFolder();
    await imported(file("good.csv", togglFile([togglRow("good")])), "toggl");
    await imported(file("bad.csv", togglFile(rows)), "toggl");
    expect(readdirSync(folder).toSorted()).toEqual(["bad.csv", "bad.csv.rejected.csv", "good.csv"]);
  });
  test("of a run that has none do not disturb those of an earlier one", async () => {
    const { file } = scratchFolder();
    const path = file("toggl.csv", togglFile([togglRow("good")]));
    const earlier = file("toggl.csv.rejected.csv", "kept");
    await imported(path, "toggl");
    expect(readFileSync(earlier, "utf8")).toBe("kept");
  });
  test("are not written when nobody wants them", async () => {
    const { file } = scratchFolder();
    const path = file("toggl.csv", togglFile(rows));
    expect(await imported(path, "toggl", { rejectedPath: null })).not.toHaveProperty("rejectedFile");
    expect(existsSync(`${path}.rejected.csv`)).toBe(false);
  });
  test("include a note of a million letters, and of ten million", async () => {
    const { file } = scratchFolder();
    const path = file(
      "toggl.csv",
      togglFile([togglRow("x".repeat(1_000_000)), togglRow("y".repeat(10_000_000)), togglRow("z")]),
    );
    expect(await imported(path, "toggl")).toMatchObject({ accepted: 1, rejected: 2, byReason: { "bad-text": 2 } });
  });
});

describe("the examples and built-in maps", () => {
  test("the CESAW log, with its defects", async () => {
    const { file } = scratchFolder();
    const header =
      "time_log_fact_key,organization,project_key,person_key,team_key,wbs_element_key,plan_item_key,time_log_start_date,time_log_end_date,time_log_delta_minutes,time_log_interrupt_minutes,phase_key,phase_short_name,phase.process_key,process_name";
    const row = (id: number, date: string, minutes: number): string =>
      `${id},C,23,96,15,2583,20849,${date},9/16/2011 3:11,${minutes},0,11,HLD Inspect,1,TSP(SM)`;
    const rows = [
      row(1, "9/16/2011 3:03", 8),
      row(2, "9/16/2011 3:03", 8),
      row(3, "\\N", 8),
      row(4, "9/16/2011 3:03", 0),
      row(5, "9/16/2011 3:03", 1441),
    ];
    const books = memoryBooks();
    const path = file("log.csv.gz", gzipSync(`${[header, ...rows].join("\n")}\n`));
    expect(await imported(path, `${examples}cesaw/map.json`, { send: books.send })).toMatchObject({
      rows: 5,
      accepted: 2,
      acceptedMinutes: 16,
      byReason: { "bad-date": 1, "zero-minutes": 1, "over-a-day": 1 },
    });
    expect([...books.entries.values()][0]).toEqual({
      id: expect.any(String),
      source: "cesaw",
      externalId: "1",
      account: "C",
      deliverable: "23",
      worker: "96",
      on: "2011-09-16",
      minutes: 8,
      note: "HLD Inspect",
      billable: true,
      settledElsewhere: false,
    });
  });
  test("Clockify's report, whose last row tells day from month", async () => {
    const { file } = scratchFolder();
    const books = memoryBooks();
    const row = (day: string): string =>
      `"Brand","Globex","Logo","","Hugo","Yes","${day}","02:00:00 PM","${day}","03:30:00 PM","01:30:00","1.50"`;
    const header =
      '"Project","Client","Description","Task","User","Billable","Start Date","Start Time","End Date","End Time","Duration (h)","Duration (decimal)"';
    const days = Array.from({ length: 30 }, (_, at) => row(at < 29 ? "03/04/2024" : "03/29/2024"));
    await imported(file("clockify.csv", [header, ...days].join("\n")), "clockify", { send: books.send });
    expect([...books.entries.values()].map(({ on }) => on)).toEqual([...Array(29).fill("2024-03-04"), "2024-03-29"]);
  });
  test("a Clockify file whose dates all read both ways is asked about, and read as it is said", async () => {
    const header = "Project,Client,Description,User,Billable,Start Date,Start Time,Duration (h)";
    const rows = ["Portal,Acme,Call,Ann,Yes,03/04/2024,09:00:00 AM,01:00:00"];
    const books = memoryBooks();
    const { file } = scratchFolder();
    const path = file("short.csv", [header, ...rows].join("\n"));
    await expect(imported(path, "clockify", { send: books.send })).rejects.toThrow("--date-order");
    expect(books.entries.size).toBe(0);
    await imported(path, "clockify", { send: books.send, settings: { dateOrder: "day-first" } });
    expect([...books.entries.values()].map(({ on }) => on)).toEqual(["2024-04-03"]);
  });
  test("what was assumed of a file, because its tool usually writes so, is in the answer", async () => {
    const { file } = scratchFolder();
    const map = file(
      "map.json",
      JSON.stringify({ ...plainMap, date: { formats: ["M/d/yyyy", "d/M/yyyy"], usual: "day-first" } }),
    );
    const open = file("open.csv", "day,client,who,min\n03/04/2024,Acme,Ann,30\n");
    expect(await imported(open, map)).toMatchObject({ accepted: 1, assumed: { dateOrder: "day-first" } });
    const shown = file("shown.csv", "day,client,who,min\n03/14/2024,Acme,Ann,30\n");
    expect(await imported(shown, map)).not.toHaveProperty("assumed");
  });
  test("Harvest's report with semicolons and decimal commas, from a spreadsheet that saves UTF-16", async () => {
    const { file } = scratchFolder();
    const books = memoryBooks();
    const text =
      "Date;Client;Project;Task;Notes;Hours;First Name;Last Name\r\n26.01.2015;Yhtiö;Työ;Kehitys;ajax;7,5;Esa;Virtanen\r\n";
    await imported(file("harvest.csv", Buffer.from(`\ufeff${text}`, "utf16le")), "harvest", { send: books.send });
    expect([...books.entries.values()]).toMatchObject([
      { account: "Yhtiö", deliverable: "Työ", worker: "Esa Virtanen", minutes: 450 },
    ]);
  });
  test("a timeclock log", async () => {
    const { file } = scratchFolder();
    const books = memoryBooks();
    const path = file(
      "time.timeclock",
      "i 2024-03-05 23:00:00 acme:portal\no 2024-03-06 01:00:00\ni 2024-03-07 09:00:00 acme",
    );
    const more = { settings: { worker: "Ann" }, send: books.send };
    expect(await imported(path, "timeclock", more)).toMatchObject({
      rows: 3,
      accepted: 2,
      acceptedMinutes: 120,
      rejected: 1,
    });
    expect(readFileSync(`${path}.rejected.csv`, "utf8")).toEqual(
      expect.stringMatching(
        /^\ufeffline,reason,message,lines,row mark\n3,missing-column,this clock-in has no clock-out,i 2024-03-07 09:00:00 acme,[0-9a-f]{32}\.1\n$/,
      ),
    );
    expect(await imported(path, "timeclock", more)).toMatchObject({ accepted: 0, duplicates: 2 });
  });
});

const plainMap = {
  format: "csv",
  columns: { account: "client", worker: "who", date: "day", minutes: "min" },
  date: { formats: ["yyyy-MM-dd"] },
} as const;

describe("a file as it really is", () => {
  const rows = ["2026-02-03,Acme,Ann,60", "2026-02-04,Acme,Ann,90"];
  const header = "day,client,who,min";
  const withMap = async (map: object, content: string, settings = {}) => {
    const { file } = scratchFolder();
    const books = memoryBooks();
    const path = file("time.csv", content);
    const counts = await imported(path, file("map.json", JSON.stringify(map)), { send: books.send, settings });
    return { counts, entries: [...books.entries.values()], books, path, file };
  };
  const both = [
    { on: "2026-02-03", minutes: 60 },
    { on: "2026-02-04", minutes: 90 },
  ];

  test.each([
    ["has lines above its header", plainMap, ["Time report, all clients", "", "Made on 2026-03-01", header, ...rows]],
    [
      "has as many lines above it as its map says",
      { ...plainMap, skipLines: 2 },
      ["day,client,who,min of last year", "", header, ...rows],
    ],
    [
      "says its delimiter to spreadsheets",
      plainMap,
      ["sep=;", ...[header, ...rows].map((line) => line.replaceAll(",", ";"))],
    ],
    [
      "says a delimiter that its header does not show",
      plainMap,
      ["sep=|", ...[header, ...rows].map((line) => line.replaceAll(",", "|"))],
    ],
    ["has no header", { ...plainMap, header: false, columns: { date: 1, account: 2, worker: 3, minutes: 4 } }, rows],
    ["names a column by its place", { ...plainMap, columns: { ...plainMap.columns, minutes: 4 } }, [header, ...rows]],
  ])("that %s is read whole", async (_what, map, lines) => {
    const { counts, entries } = await withMap(map, `${lines.join("\r\n")}\r\n`);
    expect(counts).toMatchObject({ rows: 2, accepted: 2, rejected: 0 });
    expect(entries).toMatchObject(both);
  });

  test("whose header nobody finds is told what its first line lacks", async () => {
    await expect(withMap(plainMap, "a,b\n1,2\n")).rejects.toThrow('no column "day"');
  });

  test("without a header must name its columns by their places", async () => {
    await expect(withMap({ ...plainMap, header: false }, rows.join("\n"))).rejects.toThrow("columns.date");
  });

  test("with time over days becomes an entry for each of its days where that is asked for, and the same ones again", async () => {
    const long = [header, "2026-02-03,Acme,Ann,3000", "2026-02-09,Acme,Ann,30"].join("\n");
    expect((await withMap(plainMap, long)).counts).toMatchObject({
      rows: 2,
      accepted: 1,
      byReason: { "over-a-day": 1 },
    });
    const { counts, entries, books, path, file } = await withMap(plainMap, long, { splitDays: true });
    expect(counts).toMatchObject({ rows: 2, accepted: 4, acceptedMinutes: 3030, rejected: 0 });
    expect(entries.map(({ on, minutes }) => [on, minutes])).toEqual([
      ["2026-02-03", 1440],
      ["2026-02-04", 1440],
      ["2026-02-05", 120],
      ["2026-02-09", 30],
    ]);
    const again = { send: books.send, settings: { splitDays: true } };
    expect(await imported(path, file("again.json", JSON.stringify(plainMap)), again)).toMatchObject({
      ...{ rows: 2, accepted: 0, duplicates: 4 },
    });
  });

  test.each([
    [
      { ...plainMap, header: false, columns: { date: 1, account: 2, worker: 3, minutes: 4 } },
      "2026-02-03,Acme,Ann,x\n2026-02-04,Acme,Ann,90\n",
    ],
    [plainMap, `Report\n\n${header}\n2026-02-03,Acme,Ann,x\n2026-02-04,Acme,Ann,90\n`],
    [plainMap, `sep=;\nday;client;who;min\n2026-02-03;Acme;Ann;x\n2026-02-04;Acme;Ann;90\n`],
  ])("has rejected rows that go back in with the same map (%#)", async (map, content) => {
    const { counts, books, path, file } = await withMap(map, content);
    expect(counts).toMatchObject({ accepted: 1, rejected: 1 });
    const rejected = readFileSync(counts.rejectedFile ?? "", "utf8");
    const right = file("right.csv", rejected.replace(/([,;])x([,;])/, "$160$2"));
    const mapAgain = file("again.json", JSON.stringify(map));
    expect(await imported(right, mapAgain, { send: books.send })).toMatchObject({ accepted: 1, acceptedMinutes: 60 });
    expect(await imported(path, mapAgain, { send: books.send, rejectedPath: null })).toMatchObject({
      accepted: 0,
      duplicates: 1,
    });
  });
});
