import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { cimpro, newDesk } from "./cimpro.ts";

const acme = ["--account", "acme"];

describe("bad input is told in words and ends with 2", () => {
  test.each([
    [["time", "log", "90", ...acme], "duration", "write 90h for hours or 90m for minutes"],
    [["time", "log", "1e400", ...acme], "duration", "is not a duration"],
    [["time", "log", "0m", ...acme], "duration", "more than zero"],
    [["time", "log", "1h", ...acme, "--on", "2025-02-30"], "--on", "not a date of the calendar"],
    [["time", "log", "1h", ...acme, "--today", "2025-13-01"], "--today", "not a date of the calendar"],
    [["account", "list", "--as-of", "yesterday"], "--as-of", "not a date of the calendar"],
    [["quote", "--hours", "-3"], "--hours", "is not a duration"],
    [["quote", "--hours", "0"], "--hours", "more than zero"],
    [["quote", "--hours", "1e400"], "--hours", "is not a duration"],
    [["quote", "--hours", "3", "--lead-time", "asap"], "--lead-time", "Allowed choices are standard, expedited, rush"],
    [["quote", "--hours", "9".repeat(400)], "--hours", "is not a duration"],
    [["rate", "forecast", "--years", "0"], "--years", "whole number of at least 1"],
    [["rate", "forecast", "--years", "51"], "--years", "<=50"],
    [["allowance", "buy", ...acme, "--hours", "NaN"], "--hours", "is not a duration"],
    [["allowance", "end", "x", ...acme, "--last-month", "2025-13"], "--last-month", "write YYYY-MM"],
    [["payment", "record", ...acme, "--amount", "12.50"], "--amount", "write 1250 for 12.50"],
    [["payment", "record", ...acme, "--amount", "-5"], "--amount", "whole number of cents"],
    [["payment", "record", ...acme, "--amount", "$1,250"], "--amount", "whole number of cents"],
    [["credit", "issue", "INV-1", "--line", "0", "--minutes", "5", "--reason", "waive"], "--line", "at least 1"],
    [["account", "list", "--limit", "all"], "--limit", "whole number"],
  ])("%j", async (args, path, message) => {
    const refused = await newDesk().refused(...args);
    expect(refused).toMatchObject({ exit: 2, code: "MALFORMED", issues: [{ path }] });
    expect(refused.message).toContain(message);
  });
  test("what only the books can tell is theirs to refuse, at its path", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    expect(await desk.refused("account", "open", "--name", " ")).toMatchObject({
      exit: 2,
      code: "MALFORMED",
      issues: [{ path: "name" }],
    });
    expect(await desk.refused("time", "log", "25h", ...acme)).toMatchObject({
      exit: 2,
      issues: [{ path: "minutes", message: expect.stringContaining("24 hours") }],
    });
    expect(await desk.refused("time", "log", "1h", ...acme, "--note", "x".repeat(100_000))).toMatchObject({
      exit: 2,
      issues: [{ path: "note", message: "at most 10000 characters" }],
    });
    expect(await desk.refused("time", "log", "1h", ...acme, "--id", "seven")).toMatchObject({
      exit: 2,
      issues: [{ path: "id" }],
    });
  });
});

describe("a command line that is none is USAGE and ends with 2", () => {
  test.each([
    [["bogus"], "Unknown command 'bogus'."],
    [["tiem", "log"], "Did you mean time?"],
    [["time", "lgo"], "Did you mean log?"],
    [["time", "list", "--acount", "acme"], "Did you mean --account?"],
    [["quote", "--hors", "3"], "--hours <hours>"],
    [["time", "log", "1h"], "--account"],
    [["time", "log", ...acme], "duration"],
    [["statement"], "Name the account"],
    [["allowance", "buy", ...acme], "--hours for a lump sum"],
    [["allowance", "buy", ...acme, "--hours", "5", "--monthly-hours", "5"], "cannot be used with"],
    [["time", "amend", "x", ...acme], "Say what is to change"],
    [["time", "log", "1h", "2h", ...acme], "Too many arguments"],
    [["account", "list", "--limit"], "argument missing"],
    [["account", "list", "--policy", "p.json"], "--policy is for the calculators"],
    [["time", "list", "--as-of", "2025-03-01"], "no --as-of"],
    [["migrate", "--api", "http://127.0.0.1:1"], "works on the database itself"],
  ])("%j", async (args, part) => {
    const refused = await newDesk().refused(...args);
    expect(refused).toMatchObject({ exit: 2, code: "USAGE" });
    expect(refused.message).toContain(part);
  });
});

describe("refusals of the business", () => {
  test("have a code, a sentence, a clause, and the exit code of their kind", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    expect(await desk.refused("account", "open", "--name", "Acme")).toMatchObject({ exit: 4, code: "ACCOUNT_EXISTS" });
    expect(await desk.refused("account", "show", "globex")).toMatchObject({
      exit: 3,
      code: "NOT_FOUND",
      message: 'There is no account "globex".',
      details: { what: "account", id: "globex" },
    });
    expect(await desk.refused("invoice", "show", "INV-000009")).toMatchObject({ exit: 3, code: "NOT_FOUND" });
    expect(await desk.refused("invoice", "run", "--through", "2025-03-31", "--today", "2025-03-01")).toMatchObject({
      exit: 1,
      code: "RUN_AFTER_TODAY",
      clause: "INV-1",
    });
  });
  test("are told in words beside the output when people read", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    const { code, out, err } = await desk.run(
      "invoice",
      "run",
      "--through",
      "2025-03-31",
      "--today",
      "2025-03-01",
      "--no-json",
    );
    expect(err).toMatch(/^cimpro: A billing run through 2025-03-31 must wait: today is \S+\. \(INV-1\)\n$/);
    expect([code, out]).toEqual([1, ""]);
  });
});

describe("our own faults", () => {
  test("are told in one sentence, with a stack only for whoever asks for it", async () => {
    const desk = newDesk();
    await desk.ask("account", "open", "--name", "Acme");
    new Sqlite(desk.file).exec("update policy_version set data = '[]', data_hash = 'none'").close();
    const args = ["account", "list", "--no-json", "--db", desk.file];
    const quiet = await cimpro(args);
    expect(quiet).toMatchObject({
      code: 70,
      out: "",
      err: expect.stringMatching(/^cimpro: Something went wrong .*\n$/),
    });
    const open = await cimpro(args, { env: { CIMPRO_DEBUG: "1" } });
    expect(open).toMatchObject({ code: 70, err: expect.stringMatching(/^\s+at /m) });
    expect(await desk.refused("account", "list")).toMatchObject({ exit: 70, code: "OUR_FAULT" });
  });
});
