import { describe, expect, test } from "vitest";
import { fileDateWatch } from "../import-dates.ts";
import type { RowOutcome } from "../import-outcome.ts";
import { rowReader } from "../import-row.ts";
import type { ImportSettings } from "../import-settings.ts";
import { builtInMap } from "./built-in.ts";

/** Reads rows as the CLI does: first all for the order of the dates, then each. */
function imported(name: string, lines: readonly string[], settings: ImportSettings = {}): readonly RowOutcome[] {
  const map = builtInMap(name);
  if (map?.format !== "csv") throw new Error("This map reads no rows.");
  const [headers = [], ...records] = lines.map((line) => line.split(line.includes(";") ? ";" : ","));
  const watch = fileDateWatch(map, headers, settings);
  for (const [at, record] of records.entries()) watch?.see(record, at + 2);
  const order = watch?.decide() ?? { ok: true as const, value: null };
  if (!order.ok) throw new Error(order.rejection.message);
  const read = rowReader(map, headers, { ...settings, dateOrder: settings.dateOrder ?? order.value ?? undefined });
  if (!read.ok) throw new Error(read.rejection.message);
  return records.map(read.value);
}

const brief = (outcomes: readonly RowOutcome[]): readonly unknown[] =>
  outcomes.map((outcome) => (outcome.ok ? [outcome.entry.on, outcome.entry.minutes] : outcome.reason));

describe("Toggl Track", () => {
  const old =
    "User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (USD)";
  test("the detailed report", () => {
    const [first, second, third] = imported("toggl", [
      old,
      "Jane Roe,jane@example.com,Acme,Website,Design,Homepage copy,Yes,2026-01-05,09:00:00,2026-01-05,10:30:00,01:30:00,,150.00",
      "Jane Roe,jane@example.com,Acme,Website,,Stand-up,No,2026-01-05,10:30:00,2026-01-05,10:45:30,00:15:30,,",
      "Jane Roe,jane@example.com,,Internal,,Admin,No,2026-01-05,11:00:00,2026-01-05,11:15:00,00:15:00,,",
    ]);
    expect(first).toMatchObject({
      entry: {
        account: "Acme",
        deliverable: "Website",
        worker: "Jane Roe",
        on: "2026-01-05",
        minutes: 90,
        note: "Design: Homepage copy",
        billable: true,
        settledElsewhere: false,
        externalId: null,
      },
    });
    expect(second).toMatchObject({ entry: { minutes: 16, billable: false, note: "Stand-up" } });
    expect(third).toMatchObject({ reason: "no-account" });
  });
  test("a running entry is refused, one without duration counts from its times", () => {
    const rows = imported("toggl", [
      old,
      "Jane,j@x,Acme,Site,,Open,Yes,2026-03-11,09:00:00,,,,,",
      "Jane,j@x,Acme,Site,,Late,Yes,2026-03-11,23:30:00,2026-03-12,00:45:00,,,",
    ]);
    expect(brief(rows)).toEqual(["bad-number", ["2026-03-11", 75]]);
  });
  test("the report of 2024 and later, with hyphens for nothing and no column for billing", () => {
    const rows = imported(
      "toggl",
      [
        "Description,Duration,Member,Email,Client,Project,Tags,Start date,Start time,Stop date,Stop time",
        "Work,1:00:00,Ann,a@x,Acme,-,-,2026-07-14,09:00:00,2026-07-14,10:00:00",
        "More,0.42,Ann,a@x,-,Site,-,2026-07-14,10:00:00,2026-07-14,10:30:00",
      ],
      { account: "House" },
    );
    expect(rows[0]).toMatchObject({ entry: { account: "Acme", deliverable: null, minutes: 60, billable: true } });
    expect(rows[1]).toMatchObject({ entry: { account: "House", deliverable: "Site", minutes: 25 } });
  });
});

describe("Clockify", () => {
  const plain =
    "Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (USD),Billable Amount (USD)";
  test("the detailed report with months first and the 12-hour clock", () => {
    const rows = imported("clockify", [
      plain,
      "Brand,Globex,Logo,Design,Hugo,,h@x,,Yes,09/15/2026,02:00:00 PM,09/15/2026,03:30:00 PM,01:30:00,1.50,0.00,0.00",
      "Brand,Globex,Logo v2,,Hugo,,h@x,,No,09/05/2026,12:05 AM,09/05/2026,01:05 AM,,,0.00,0.00",
    ]);
    expect(brief(rows)).toEqual([
      ["2026-09-15", 90],
      ["2026-09-05", 60],
    ]);
    expect(rows[0]).toMatchObject({
      entry: { account: "Globex", deliverable: "Brand", worker: "Hugo", note: "Design: Logo" },
    });
    expect(rows[1]).toMatchObject({ entry: { billable: false } });
  });
  test("the report with Type, Invoiced and Date of creation, days first and the 24-hour clock", () => {
    const rows = imported("clockify", [
      "Project,Client,Description,Task,User,Group,Email,Tags,Type,Billable,Invoiced,Invoice ID,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Date of creation,Deal ID",
      "Azure,Thees,,,Ada,Ops,a@x,,Regular,Yes,No,,03/02/2026,15:00,03/02/2026,18:00,3:00,3.00,24/02/2026,",
      "Azure,Thees,,,Ada,Ops,a@x,,Regular,Yes,Yes,INV-7,04/02/2026,09:00,04/02/2026,12:30,3:30,3.50,24/02/2026,",
      "Azure,Thees,,,Ada,Ops,a@x,,Break,Yes,No,,04/02/2026,12:30,04/02/2026,13:00,0:30,0.50,24/02/2026,",
    ]);
    expect(brief(rows)).toEqual([
      ["2026-02-03", 180],
      ["2026-02-04", 210],
      ["2026-02-04", 30],
    ]);
    expect(rows.map((row) => row.ok && [row.entry.billable, row.entry.settledElsewhere])).toEqual([
      [true, false],
      [true, true],
      [false, false],
    ]);
  });
  test("days with points, and durations in decimal hours only", () => {
    const rows = imported("clockify", [
      "Project,Client,Description,User,Billable,Start Date,Duration (decimal)",
      "PitBIM,pit-cup,Blocks,u.l,Yes,08.07.2026,8.00",
    ]);
    expect(brief(rows)).toEqual([["2026-07-08", 480]]);
  });
  test("a file whose dates leave the order open is refused, until somebody says", () => {
    const row = "Brand,Globex,Logo,,Hugo,,h@x,,Yes,03/04/2026,02:00 PM,03/04/2026,03:30 PM,01:30:00,1.50,0,0";
    expect(() => imported("clockify", [plain, row])).toThrow("2026-03-04 or 2026-04-03");
    expect(brief(imported("clockify", [plain, row], { dateOrder: "month-first" }))).toEqual([["2026-03-04", 90]]);
    expect(brief(imported("clockify", [plain, row], { dateOrder: "day-first" }))).toEqual([["2026-04-03", 90]]);
  });
});

describe("Kimai", () => {
  test("the export with decimal hours and all its columns", () => {
    const rows = imported("kimai", [
      "Date,Begin,End,Duration,Currency,Price,Internal price,Hourly price,Fixed price,Name,User,E-mail,Staff number,Customer,Project,Activity,Description,Billable,Tags,Type,Category,Account,Project number,Vat-ID,Order number",
      "2026-03-02,09:00,10:20,1.33,EUR,133.00,80.00,100.00,0,Clara Haynes,clara,c@example.com,,Acme,Shop,Consulting,Sync mapping,1,,timesheet,work,7,,,",
      "2026-03-03,09:00,09:06,0.1,EUR,0,0,0,0,Clara Haynes,clara,c@example.com,,Acme,Shop,Consulting,,0,a b,timesheet,work,7,,,",
    ]);
    expect(brief(rows)).toEqual([
      ["2026-03-02", 80],
      ["2026-03-03", 6],
    ]);
    expect(rows[0]).toMatchObject({
      entry: {
        account: "Acme",
        deliverable: "Shop",
        worker: "Clara Haynes",
        note: "Consulting: Sync mapping",
        billable: true,
        settledElsewhere: false,
        externalId: null,
      },
    });
    expect(rows[1]).toMatchObject({ entry: { billable: false, note: "Consulting" } });
  });
  test("German headers, points in dates, an id, and what was exported is settled elsewhere", () => {
    const rows = imported("kimai", [
      "id;Datum;Von;Bis;Dauer;Lohn;Interner Lohn;Benutzer;Name;Kunde;Projekt;Tätigkeit;Beschreibung;Exportiert;Abrechenbar;Schlagworte;Stundenlohn;Festbetrag;Typ",
      "17;02.03.2026;08:00;09:30;1:30;150;100;clara;Clara Haynes;Acme;Shop;Beratung;;1;1;;100;;timesheet",
      "18;14.03.2026;08:00;08:45;;75;50;clara;Clara Haynes;Acme;Shop;Beratung;Anruf;0;1;;100;;timesheet",
    ]);
    expect(brief(rows)).toEqual([
      ["2026-03-02", 90],
      ["2026-03-14", 45],
    ]);
    expect(rows.map((row) => row.ok && [row.entry.externalId, row.entry.settledElsewhere])).toEqual([
      ["17", true],
      ["18", false],
    ]);
  });
  test("an old export, whose times carry the day", () => {
    const rows = imported("kimai", [
      "Date,From,To,Duration,Rate,User,Customer,Project,Activity,Description",
      "2019-06-16,2019-06-16 12:00,2019-06-16 12:06,0:06,0,kevin,Customer Name,project name,activity description,",
      "2019-06-16,2019-06-16 13:00,2019-06-16 13:30,,0,kevin,Customer Name,project name,activity description,",
    ]);
    expect(brief(rows)).toEqual([
      ["2019-06-16", 6],
      ["2019-06-16", 30],
    ]);
  });
});

describe("Harvest", () => {
  test("the detailed time report", () => {
    const rows = imported("harvest", [
      "Date,Client,Project,Project Code,Task,Notes,Hours,Hours Rounded,Billable?,Invoiced?,Approved?,First Name,Last Name,Employee Id,Roles,Employee?,Billable Rate,Billable Amount,Cost Rate,Cost Amount,Currency,External Reference URL",
      "2026-07-02,Example,Migration,EX-1,Consulting,Planning,0.20,0.25,Yes,No,No,Ada,Lovelace,,,Yes,1000,250,0,0,Swedish Krona - SEK,",
      "2026-07-03,Example,Migration,EX-1,Consulting,Delivery,1.50,1.50,Yes,Yes,No,Ada,Lovelace,,,Yes,1000,1500,0,0,Swedish Krona - SEK,",
      "2026-07-03,Example,Migration,EX-1,,Talk,1.50,1.50,No,Yes,No,Ada,Lovelace,,,Yes,0,0,0,0,Swedish Krona - SEK,",
    ]);
    expect(rows[0]).toMatchObject({
      entry: {
        worker: "Ada Lovelace",
        minutes: 12,
        note: "Consulting: Planning",
        billable: true,
        settledElsewhere: false,
      },
    });
    expect(rows[1]).toMatchObject({ entry: { settledElsewhere: true } });
    expect(rows[2]).toMatchObject({ entry: { billable: false, settledElsewhere: false } });
  });
  test("with semicolons, decimal commas and days with points, as Finns export it", () => {
    const rows = imported("harvest", [
      "Date;Client;Project;Project Code;Task;Notes;Hours;Billable?;Invoiced?;Approved?;First Name;Last Name;Department;Employee?",
      "26.01.2015;Tuotekehitys;Viestintä 2014;;Kehitys;ajax;7,5;No;No;No;Esa;Virtanen;;Yes",
      "27.01.2015;Tuotekehitys;Viestintä 2014;;Kehitys;;0,01;Yes;No;No;Esa;Virtanen;;Yes",
      "28.01.2015;Tuotekehitys;Viestintä 2014;;Kehitys;;0,00;Yes;No;No;Esa;Virtanen;;Yes",
    ]);
    expect(brief(rows)).toEqual([["2015-01-26", 450], ["2015-01-27", 1], "zero-minutes"]);
  });
  test("months first, where a day shows it", () => {
    const rows = imported("harvest", [
      "Date,Client,Project,Task,Notes,Hours,First Name,Last Name",
      "05/03/2024,Acme,Site,Design,,2,Ann,Roe",
      "05/23/2024,Acme,Site,Design,,2,Ann,Roe",
    ]);
    expect(brief(rows)).toEqual([
      ["2024-05-03", 120],
      ["2024-05-23", 120],
    ]);
  });
});
