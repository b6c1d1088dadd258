import { expect, test } from "vitest";
import { isFile, shownPlace } from "./place.ts";

test.each([
  ["books.db", true],
  ["/srv/books.db", true],
  ["C:\\books.db", true],
  ["file:///srv/books.db", false],
  ["postgres://me@host/name", false],
])("%s is a plain path: %j", (place, expected) => {
  expect(isFile(place)).toBe(expected);
});

test("a password is never shown", () => {
  expect(shownPlace("postgres://me:secret@host/name")).toBe("postgres://me@host/name");
  expect(shownPlace("postgres://me@host/name")).toBe("postgres://me@host/name");
  expect(shownPlace("books.db")).toBe("books.db");
});
