import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { scratchFolder } from "../../test/scratch-folder.ts";
import { imported, togglFile, togglHeader, togglRow } from "../../test/toggl-file.ts";
import { UnreadableFile } from "./unreadable-file.ts";

const withWrongChecksum = (packed: Buffer): Buffer => Buffer.concat([packed.subarray(0, -8), Buffer.alloc(8, 0xff)]);

describe("what is no file of time is refused as a whole", () => {
  const refusal = async (path: string, map = "toggl"): Promise<unknown> => {
    const error = await imported(path, map).then(
      () => null,
      (reason: unknown) => reason,
    );
    return error instanceof UnreadableFile ? [error.rejection.code, error.message] : error;
  };
  test("a folder", async () => {
    const { path } = scratchFolder();
    expect(await refusal(path)).toEqual(["MALFORMED", `${path} is a folder; name a file`]);
  });
  test("nothing", async () => {
    expect(await refusal("no/such/file.csv")).toEqual(["NOT_FOUND", 'There is no file "no/such/file.csv".']);
  });
  test.each([
    ["an empty file", "", "is empty"],
    ["a workbook", Buffer.from("504b0304140000000800", "hex"), "is a workbook or a zip archive"],
    ["a damaged gzip file", withWrongChecksum(gzipSync(`${togglHeader}\n`)), "is a damaged gzip file"],
    ["Latin-1", Buffer.from(`${togglHeader}\nZo\u00eb`, "latin1"), "the file is not UTF-8: broken character on line 2"],
    ["UTF-16 without its mark", Buffer.from(togglHeader, "utf16le"), "looks like UTF-16"],
    [
      "another tool's file",
      "Date,Client,Hours\n",
      'columns.worker: the file has no column "User" or "Member"; its first line has "Date", "Client", "Hours"',
    ],
    [
      "dates that read both ways",
      togglFile([togglRow("one").replaceAll("2024-03-05", "03/05/2024")]),
      "date.order: every date of the file reads both ways",
    ],
  ])("%s", async (_name, content, message) => {
    const { file } = scratchFolder();
    expect(await refusal(file("time.csv", content))).toEqual(["MALFORMED", expect.stringContaining(message)]);
  });
});
