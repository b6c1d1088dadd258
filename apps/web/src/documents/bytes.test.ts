import { expect, test } from "vitest";
import { bytesOf } from "./bytes.ts";

test("a printed file has the bytes it was sent with", () =>
  expect([...bytesOf("JVBERi0xLjf/AA==")]).toEqual([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37, 0xff, 0]));
