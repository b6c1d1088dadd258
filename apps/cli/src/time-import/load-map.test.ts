import { describe, expect, test } from "vitest";
import { scratchFolder } from "../../test/scratch-folder.ts";
import { loadMap } from "./load-map.ts";

describe("the map", () => {
  test("that is neither ours nor a file is told with the names there are", async () => {
    await expect(loadMap("togl")).rejects.toThrow(
      '"togl" is neither a map file that can be read nor one of toggl, clockify, harvest, kimai, timeclock',
    );
  });
  test("that is not JSON, or has an unknown key, says where", async () => {
    const { file } = scratchFolder();
    await expect(loadMap(file("map.json", "{"))).rejects.toThrow("map.json is not JSON");
    await expect(loadMap(file("map.json", '{"format":"timeclock","collumns":{}}'))).rejects.toThrow(
      'Unrecognized key: "collumns"',
    );
  });
});
