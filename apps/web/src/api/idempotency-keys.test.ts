import type { AppRouter } from "@cimpro/api/router-types";
import type { Operation, TRPCClientRuntime } from "@trpc/client";
import { TRPCClientError } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import { expect, test } from "vitest";
import { idempotencyKeys } from "./idempotency-keys.ts";

type Answer = "answered" | "refused" | "unsure" | "lost";

const refusal = (code: string) =>
  Object.assign(new TRPCClientError<AppRouter>(code), { data: { refusal: { code, message: code } } });
const errors = {
  refused: refusal("WORK_STOPPED"),
  unsure: refusal("OUTCOME_UNKNOWN"),
  lost: new TRPCClientError<AppRouter>("fetch failed"),
};

/** Says writes one after another and gives the keys they were sent with. */
function keysOf(writes: readonly (readonly [minutes: number, answer: Answer])[]): readonly unknown[] {
  const runtime: TRPCClientRuntime = {};
  const send = idempotencyKeys(runtime);
  return writes.map(([minutes, answer], id) => {
    const op: Operation = { id, type: "mutation", path: "time.log", input: { minutes }, context: {}, signal: null };
    let key: unknown;
    send({
      op,
      next: (sent) => {
        key = sent.context.idempotencyKey;
        return observable((observer) => {
          if (answer === "answered") observer.next({ result: { type: "data", data: null } });
          else observer.error(errors[answer]);
        });
      },
    }).subscribe({});
    return key;
  });
}

test("each action has a key of its own", () => {
  const [first, second] = keysOf([
    [90, "answered"],
    [90, "answered"],
  ]);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(second).not.toBe(first);
});

test("said again because nobody answered, a write keeps its key until it is answered", () => {
  const [lost, unsure, answered, later] = keysOf([
    [90, "lost"],
    [90, "unsure"],
    [90, "answered"],
    [90, "answered"],
  ]);
  expect(unsure).toBe(lost);
  expect(answered).toBe(lost);
  expect(later).not.toBe(lost);
});

test("a refused write did not happen, and another write is another action", () => {
  const [refused, again, other] = keysOf([
    [90, "refused"],
    [90, "lost"],
    [60, "lost"],
  ]);
  expect(again).not.toBe(refused);
  expect(other).not.toBe(again);
});
