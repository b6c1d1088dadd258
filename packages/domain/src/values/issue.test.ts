import { expect, test } from "vitest";
import { z } from "zod";
import { issuesOf } from "./issue.ts";

const Lines = z.object({ lines: z.array(z.object({ minutes: z.int("must be whole") })) });

const faultsOf = (input: unknown) => issuesOf(Lines.safeParse(input).error ?? new z.ZodError([]));

test("each fault is named at its path", () => {
  expect(faultsOf({ lines: [{ minutes: 1 }, { minutes: 1.5 }, { minutes: 0.5 }] })).toEqual([
    { path: "lines.1.minutes", message: "must be whole" },
    { path: "lines.2.minutes", message: "must be whole" },
  ]);
});

test("a fault of the whole has an empty path", () => {
  expect(faultsOf(null).map((issue) => issue.path)).toEqual([""]);
});

test("no fault, no issues", () => {
  expect(faultsOf({ lines: [] })).toEqual([]);
});
