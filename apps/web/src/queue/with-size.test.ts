import { expect, test } from "vitest";
import { withSize } from "./with-size.ts";

const waiting = (id: string) => ({ id, size: null, expectedStart: null });
const june = { from: "2024-06-10", to: "2024-06-24", clauses: ["REQ-3"] };

test("REQ-3: a size shows on its request, with the window that it gives, and on no other", () => {
  const queue = { pages: [{ items: [waiting("a")], nextCursor: "b" }, { items: [waiting("b"), waiting("c")] }], at: 1 };
  expect(withSize(queue, "b", "small", june)).toEqual({
    pages: [
      { items: [waiting("a")], nextCursor: "b" },
      { items: [{ id: "b", size: "small", expectedStart: june }, waiting("c")] },
    ],
    at: 1,
  });
});
