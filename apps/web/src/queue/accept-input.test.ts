import { expect, test } from "vitest";
import { type AcceptForm, acceptFaults, acceptInput } from "./accept-input.ts";

const filled: AcceptForm = {
  ...{ as: "deliverable", which: "new", name: "Price breaks", kind: "custom-development" },
  ...{ deliverable: "sync", productItem: "0190a000-0000-7000-8000-000000000002", reference: "T-17" },
};
const request = { account: "acme", id: "0190a000-0000-7000-8000-000000000001" };
const of = { account: "acme", request: request.id };
const sent = (change: Partial<AcceptForm>) => acceptInput({ ...filled, ...change }, request);

test("REQ-4: a new deliverable has a name and a kind, one that is there only its id", () => {
  const kind = "custom-development";
  expect(sent({})).toEqual({ ...of, as: "deliverable", name: "Price breaks", kind });
  expect(sent({ kind: null })).toEqual({ ...of, as: "deliverable", name: "Price breaks" });
  expect(sent({ which: "known" })).toEqual({ ...of, as: "deliverable", deliverable: "sync" });
});

test("REQ-4: a bug becomes a new product item, is one that is there, or is kept elsewhere", () => {
  expect(sent({ as: "product-bug" })).toEqual({ ...of, as: "product-bug" });
  expect(sent({ as: "product-bug", which: "known" })).toEqual({
    ...of,
    as: "product-bug",
    productItem: filled.productItem,
  });
  expect(sent({ as: "product-bug", which: "elsewhere" })).toEqual({ ...of, as: "product-bug", reference: "T-17" });
});

test("REQ-4: everything else has a word that leads to it, or none", () => {
  expect(sent({ as: "support-ticket" })).toEqual({ ...of, as: "support-ticket", reference: "T-17" });
  expect(sent({ as: "allowance-work", reference: " " })).toEqual({ ...of, as: "allowance-work" });
});

test("what is missing is said at its field, and only where it counts", () => {
  const empty = { ...filled, name: "", deliverable: null, productItem: null, reference: "" };
  const faults = (change: Partial<AcceptForm>) =>
    Object.entries(acceptFaults({ ...empty, ...change })).flatMap(([field, fault]) => (fault === null ? [] : [field]));
  expect(faults({})).toEqual(["name"]);
  expect(faults({ which: "known" })).toEqual(["deliverable"]);
  expect(faults({ as: "product-bug", which: "known" })).toEqual(["productItem"]);
  expect(faults({ as: "product-bug", which: "elsewhere" })).toEqual(["reference"]);
  expect(faults({ as: "product-bug" })).toEqual([]);
  expect(faults({ as: "support-ticket" })).toEqual([]);
});
