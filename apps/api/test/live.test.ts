import { openStore } from "@cimpro/store";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { embeddedApi } from "./client.ts";
import { freshFile, type Place } from "./places.ts";
import { openPractice, type Practice } from "./practice.ts";

let place: Place;
let practice: Practice;
beforeEach(async () => {
  place = freshFile();
  practice = await openPractice(place);
  for (const id of ["acme", "beta"]) await practice.local().account.open.mutate({ name: id, id });
});
afterEach(() => practice.close());

/** What a browser's event source would hear, as it comes. */
async function listen(headers: Record<string, string>, input: object) {
  const asked = encodeURIComponent(JSON.stringify(input));
  const answer = await fetch(`${practice.address}/trpc/live.changes?input=${asked}`, {
    headers: { ...headers, accept: "text/event-stream" },
  });
  const parts = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  return {
    answer,
    /** Reads on until this was heard. */
    until: async (word: string): Promise<string> => {
      while (!said.includes(word)) {
        const part = await parts?.read();
        if (part === undefined || part.done) return `${said}(ended)`;
        said += part.value;
      }
      return said;
    },
    stop: () => parts?.cancel(),
  };
}

describe("who follows the books", () => {
  test("hears of every account that another process wrote to, and of nothing else", async () => {
    const live = await listen(await practice.session("coordinator"), {});
    expect(live.answer.headers.get("content-type")).toContain("text/event-stream");
    await live.until("data: []");
    const other = await openStore(place.url, { schema: "require", now: () => "2024-01-08T12:00:00Z" });
    const clerk = embeddedApi(other, { actor: { name: "Clerk", role: "admin" }, now: () => Date.now() }, {});
    await clerk.payment.record.mutate({ account: "beta", amount: 100 });
    await other.close();
    const said = await live.until("beta");
    expect(said).toContain('{"stream":"beta","seq":2}');
    expect(said).not.toContain("acme");
    await live.stop();
  });

  test("may follow one account alone", async () => {
    const live = await listen(await practice.session("finance"), { account: "acme" });
    await live.until("data: []");
    await practice.local().payment.record.mutate({ account: "beta", amount: 100 });
    await practice.local().payment.record.mutate({ account: "acme", amount: 100 });
    expect(await live.until("acme")).not.toContain("beta");
    await live.stop();
  });

  test("is signed in", async () => {
    const live = await listen({}, {});
    expect(await live.until("UNAUTHENTICATED")).not.toContain("data: []");
    await live.stop();
  });

  test("is let go of when the server stops, which waits for nobody", async () => {
    const live = await listen(await practice.session("coordinator"), {});
    await live.until("data: []");
    await practice.server.close();
    expect(await live.until("never said")).toMatch(/\(ended\)$/);
  });
});
