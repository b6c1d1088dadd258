import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Desk, folder, newDesk } from "./cimpro.ts";
import { served } from "./served.ts";

const examples = join(import.meta.dirname, "..", "..", "..", "examples", "cut-over");

/** The example files in a folder of the test, so that rejected rows stay out of the repository. */
function files(): (name: string) => string {
  const place = folder();
  cpSync(examples, place, { recursive: true });
  return (name) => join(place, name);
}

const today = ["--today", "2024-06-10"];
const nouns = ["account", "deliverable", "allowance", "invoice"] as const;
const counts = { account: 2, deliverable: 3, allowance: 2, invoice: 2 };

const places: readonly (readonly [name: string, desk: () => Promise<Desk>])[] = [
  ["a file", async () => newDesk()],
  ["a served practice", async () => (await served()).admin],
];

describe.each(places)("a cut-over into %s", (_name, open) => {
  test("ALW-7, DLV-2, INV-5: takes the example files in, in the documented order, and verifies", {}, async () => {
    const { ask } = await open();
    const path = files();
    const load = (noun: (typeof nouns)[number], ...more: string[]) =>
      ask(noun, "import", path(`${noun}s.csv`), ...today, ...more);
    const time = (...more: string[]) =>
      ask("time", "import", path("time.csv"), "--map", path("time-map.json"), "--settled-elsewhere", ...today, ...more);
    await load("account");
    expect(await load("deliverable", "--dry-run")).toEqual({ ...taken(3), accepted: 3 });
    expect(await ask("deliverable", "list", "--account", "harbor")).toMatchObject({ items: [] });

    for (const noun of ["deliverable", "allowance"] as const) expect(await load(noun)).toEqual(taken(counts[noun]));
    expect(await time()).toMatchObject({ rows: 3, accepted: 3, acceptedMinutes: 810 });
    expect(await load("invoice")).toEqual(taken(2));
    const verified = await ask("verify");
    expect(verified).toMatchObject({ ok: true, minutes: { worked: 1680, settledElsewhere: 1680, open: 0 } });

    for (const noun of nouns)
      expect(await load(noun)).toEqual({ ...taken(counts[noun]), accepted: 0, duplicates: counts[noun] });
    expect(await time()).toMatchObject({ accepted: 0, duplicates: 3 });
    expect(await ask("verify")).toEqual(verified);

    const shown = await ask("deliverable", "show", "quote-form", "--account", "harbor", ...today);
    expect(shown).toMatchObject({ phase: "testing", approved: { minutes: 1440, settledMinutes: 690 } });
    expect(await ask("account", "standing", "north-star", ...today)).toMatchObject({
      ...{ standing: "stopped", openInvoices: [{ number: "1042", balance: 235_000 }] },
    });
    const paid = ["--account", "north-star", "--amount", "235000", "--invoice", "1042"];
    await ask("payment", "record", ...paid, ...today);
    expect(await ask("account", "standing", "north-star", ...today)).toMatchObject({ standing: "good" });
    await ask("time", "log", "20h", "--account", "north-star", "--on", "2024-06-11", "--today", "2024-06-24");
    const run = await ask("invoice", "run", "--through", "2024-06-23", "--today", "2024-06-24");
    expect(run).toMatchObject({
      invoices: [{ number: "INV-000001", account: "north-star" }],
      minutes: { allowance: 750 },
    });
    expect(await ask("verify")).toMatchObject({ ok: true });
  });
});

const taken = (rows: number) => ({ rows, accepted: rows, duplicates: 0, rejected: 0, byReason: {} });

describe("a file of rows", () => {
  test("keeps rejected rows whole, and they can be put right and taken in", async () => {
    const desk = newDesk();
    const path = files();
    await desk.ask("account", "import", path("accounts.csv"));
    const csv = path("bad.csv");
    const rows = [
      "Account,Number,Issued_On,Due on,Total,Balance,Note",
      "north-star,INV-000009,2024-05-01,,100,100,Ours",
      "north-star,A-1,05/01/2024,,100,100,",
      "north-star,A-2,2024-05-01,,1.234,100,",
      "north-star,A-3,2024-05-01,,100,200,",
      "north-star,A-4,2024-05-01,2024-04-01,100,100,",
      "north-star,A-5,2024-05-01,,100,,",
      "north-star,A-6,2024-05-01,,100",
      "nobody,A-7,2024-05-01,,100,100,",
      "north-star,A-8,2024-05-01,,100,100,Fine",
    ];
    writeFileSync(csv, rows.join("\r\n"));
    const byReason = {
      ...{ "opening-number-ours": 1, "bad-date": 2, "bad-number": 2, "missing-value": 1 },
      ...{ "missing-column": 1, "no-account": 1 },
    };
    const dry = await desk.ask("invoice", "import", csv, "--dry-run", ...today);
    expect(dry).toEqual({ rows: 9, accepted: 1, duplicates: 0, rejected: 8, byReason });
    expect(existsSync(`${csv}.rejected.csv`)).toBe(false);
    const { code, out } = await desk.run("invoice", "import", csv, "--strict", ...today);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({ ...dry, rejectedFile: `${csv}.rejected.csv` });
    const kept = readFileSync(`${csv}.rejected.csv`, "utf8").split("\n");
    expect(kept[0]).toMatch(/^\ufeffline,reason,message,Account,Number,Issued_On,Due on,Total,Balance,Note/);
    expect(kept[1]).toMatch(
      /^2,opening-number-ours,.*OLD-INV-000009.*,north-star,INV-000009,2024-05-01,,100,100,Ours(?:,[0-9a-f.]+)?$/,
    );
    expect(kept[2]).toMatch(/^3,bad-date,"?issued on: /);
    const righted = path("righted.csv");
    writeFileSync(righted, [kept[0], kept[1]?.replace(/,INV-000009,/, ",OLD-9,")].join("\n"));
    expect(await desk.ask("invoice", "import", righted, ...today)).toMatchObject({ accepted: 1, rejected: 0 });
    expect(await desk.ask("verify")).toMatchObject({ ok: true });
  });

  test("is refused as a whole when a column is missing, unknown or there twice", async () => {
    const desk = newDesk();
    const csv = join(folder(), "a.csv");
    writeFileSync(csv, "name,id,id,fax\nAcme,acme,acme,1\n");
    const { exit, issues } = await desk.refused("account", "import", csv);
    expect([exit, issues?.map(({ path }) => path)]).toEqual([2, ["id", "fax"]]);
    writeFileSync(csv, "id\nacme\n");
    expect(await desk.refused("account", "import", csv)).toMatchObject({ exit: 2, issues: [{ path: "name" }] });
    writeFileSync(csv, "");
    expect(await desk.refused("account", "import", csv)).toMatchObject({ exit: 2, code: "MALFORMED" });
    expect(await desk.refused("account", "import", `${csv}.gone`)).toMatchObject({ exit: 3, code: "NOT_FOUND" });
  });
});

describe("the invoices of another tool", () => {
  const xero = "ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountDue,Type,Description";
  async function withAcme() {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme Tools", "--opened-on", "2024-01-01", ...today);
    return desk;
  }
  test("are taken over with its map: a row for each line is one invoice, what is paid is passed over", async () => {
    const { ask } = await withAcme();
    const file = join(folder(), "xero.csv");
    const lines = [
      "Acme Tools,X-1,03/05/2024,17/05/2024,1200.00,1000.00,Sales invoice,Work",
      "Acme Tools,X-1,03/05/2024,17/05/2024,1200.00,1000.00,Sales invoice,More work",
      "Acme Tools,X-2,04/05/2024,18/05/2024,300.00,0.00,Sales invoice,Paid",
      "Acme Tools,B-1,04/05/2024,18/05/2024,300.00,300.00,Bill,Theirs",
      "Nobody,X-3,04/05/2024,18/05/2024,300.00,300.00,Sales invoice,Work",
    ];
    writeFileSync(file, [xero, ...lines].join("\n"));
    const counts = await ask("invoice", "import", file, "--map", "xero", "--date-order", "day-first", ...today);
    expect(counts).toMatchObject({
      ...{ rows: 5, accepted: 1, duplicates: 1, passedOver: 2, rejected: 1 },
      byReason: { "no-account": 1 },
    });
    expect(await ask("invoice", "show", "X-1")).toMatchObject({
      issuedOn: "2024-05-03",
      total: 120_000,
      balance: 100_000,
    });
    // Once the account is there, the rejected row goes back in with the same map.
    await ask("account", "open", "--name", "Nobody", "--opened-on", "2024-01-01", ...today);
    const rejected = String(counts.rejectedFile);
    expect(
      await ask("invoice", "import", rejected, "--map", "xero", "--date-order", "day-first", ...today),
    ).toMatchObject({
      accepted: 1,
    });
  });
  test("are asked about where all dates read both ways", async () => {
    const { refused } = await withAcme();
    const file = join(folder(), "xero.csv");
    writeFileSync(file, `${xero}\nAcme Tools,X-1,03/05/2024,04/05/2024,12.00,12.00,Sales invoice,Work\n`);
    const told = await refused("invoice", "import", file, "--map", "xero", ...today);
    expect(told).toMatchObject({ exit: 2 });
    expect(told.message).toContain("--date-order");
  });
  test("in another currency than the books' are bad numbers, and a map that is none is told", async () => {
    const { ask, refused } = await withAcme();
    const file = join(folder(), "own.csv");
    writeFileSync(file, "account,number,issued on,total,balance\nacme-tools,O-1,2024-05-03,€12.00,€12.00\n");
    expect(await ask("invoice", "import", file, ...today)).toMatchObject({ byReason: { "bad-number": 1 } });
    expect(await refused("invoice", "import", file, "--map", "sage", ...today)).toMatchObject({ exit: 2 });
  });
});
