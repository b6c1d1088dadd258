import { expect, test } from "vitest";
import { asNumberOf } from "./document-number.ts";

test("a document is named in full or by its count", () => {
  for (const text of ["INV-000120", "inv-120", "120", " 120 "]) expect(asNumberOf("INV")(text)).toBe(120);
});
test("another series, or none, is refused", () => {
  for (const text of ["CM-000120", "0", "INV-", "INV-1.5", ""])
    expect(() => asNumberOf("INV")(text)).toThrow("is not a number such as INV-000120");
});
