import { expect, test } from "vitest";
import { accountsWithWork } from "./accounts-asked.ts";

test("ROLE-5: whose work an approval link means is found over all pages of the list", async () => {
  const pages = {
    first: {
      items: [
        { account: "acme", id: "sync" },
        { account: "acme", id: "portal" },
      ],
      nextCursor: "second",
    },
    second: { items: [{ account: "beta", id: "sync" }], nextCursor: null },
  };
  const page = async (cursor: string | undefined) => pages[cursor === "second" ? "second" : "first"];
  expect(await accountsWithWork("sync", page)).toEqual(["acme", "beta"]);
  expect(await accountsWithWork("portal", page)).toEqual(["acme"]);
  expect(await accountsWithWork("gone", page)).toEqual([]);
});
