import { execFile, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { memoryBooks } from "../../test/memory-books.ts";
import { scratchFolder } from "../../test/scratch-folder.ts";
import { imported, togglFile, togglRow, togglRows } from "../../test/toggl-file.ts";
import type { ImportRequest } from "./import-file.ts";

describe("an import that breaks off", () => {
  test("because the books fail, loses and doubles nothing when run again", async () => {
    const { file } = scratchFolder();
    const path = file("toggl.csv", togglFile(togglRows(50)));
    const books = memoryBooks();
    for (let failing = 0; failing < 5; failing++) {
      let chunk = 0;
      const send: ImportRequest["send"] = async (items) => {
        const answer = await books.send(items);
        if (chunk++ === failing) throw new Error("the answer was lost");
        return answer;
      };
      await expect(imported(path, "toggl", { send, chunkSize: 10 })).rejects.toThrow("the answer was lost");
    }
    expect(await imported(path, "toggl", { send: books.send })).toMatchObject({
      rows: 50,
      accepted: 0,
      duplicates: 50,
    });
    expect(books.entries.size).toBe(50);
  });
  test("because it was killed, loses and doubles nothing when run again", async () => {
    const { file, path: folder } = scratchFolder();
    const path = file("toggl.csv", togglFile(togglRows(200)));
    const books = `${folder}/books`;
    const script = [new URL("../../test/import-until-killed.ts", import.meta.url).pathname, path, "toggl", books];
    const first = spawn(process.execPath, [...script, "20"]);
    while (!existsSync(books)) await new Promise((resolve) => setTimeout(resolve, 5));
    first.kill("SIGKILL");
    await new Promise((resolve) => first.once("exit", resolve));
    const before = readFileSync(books, "utf8").split("\n").length - 1;
    const { stdout } = await promisify(execFile)(process.execPath, script);
    expect(JSON.parse(stdout)).toMatchObject({ rows: 200, accepted: 200 - before, duplicates: before, rejected: 0 });
    const ids = readFileSync(books, "utf8").trim().split("\n");
    expect([before < 200, ids.length, new Set(ids).size]).toEqual([true, 200, 200]);
  });
  test("because the books answered for fewer rows than they got, says so", async () => {
    const { file } = scratchFolder();
    const send = async () => ({ accepted: 1, acceptedMinutes: 30, duplicates: 0, rejected: [] });
    await expect(imported(file("toggl.csv", togglFile(togglRows(2))), "toggl", { send })).rejects.toThrow(
      "did not answer for each of the 2 rows",
    );
  });
  test("because the packed file does, has sent what could be read and says how much", async () => {
    const { file } = scratchFolder();
    // Hard to pack, so that what is left can be read in part.
    const rows = Array.from({ length: 20_000 }, (_, at) => togglRow(String(Math.sin(at)), at));
    const packed = gzipSync(togglFile(rows));
    const books = memoryBooks();
    const broken = imported(file("broken.csv.gz", packed.subarray(0, packed.length - 1000)), "toggl", {
      send: books.send,
      settings: { dateOrder: "day-first" },
    });
    await expect(broken).rejects.toThrow(
      /breaks off: the gzip file is not complete\. \d+ rows were read and sent before/,
    );
    const before = books.entries.size;
    expect(before).toBeGreaterThan(0);
    const whole = await imported(file("whole.csv.gz", packed), "toggl", { send: books.send });
    expect(whole).toMatchObject({ rows: 20_000, accepted: 20_000 - before, duplicates: before, rejected: 0 });
    expect(books.entries.size).toBe(20_000);
  });
  test("because a quote is never closed, keeps the rejected rows before it", async () => {
    const { file } = scratchFolder();
    const path = file("toggl.csv", togglFile([togglRow("for nobody", 0, ""), 'Ann,a@x,"open']));
    await expect(imported(path, "toggl", { settings: { dateOrder: "day-first" } })).rejects.toThrow(
      "line 3 opens a quote and never closes it",
    );
    expect(readFileSync(`${path}.rejected.csv`, "utf8")).toContain("2,no-account,");
  });
});
