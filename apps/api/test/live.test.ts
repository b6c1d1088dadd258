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

  describe("is let go of at once", () => {
    async function invited() {
      const admin = practice.local();
      const { id } = await admin.user.invite.mutate({ name: "Ada", email: "ada@example.com", role: "coordinator" });
      const [message] = (await admin.message.list.query({})).items;
      const accepted = await fetch(`${practice.address}/trpc/invitation.accept`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ link: message?.link?.split("#")[1], password: "a long enough password" }),
      });
      await accepted.text();
      const cookie = accepted.headers.getSetCookie().map((each) => each.split(";", 1)[0]);
      const live = await listen({ cookie: cookie.join("; ") }, {});
      await live.until("data: []");
      return { id, live, cookie: cookie.join("; ") };
    }

    test("when a user is disabled, and hears no more of what happens", async () => {
      const { id, live } = await invited();
      await practice.local().user.disable.mutate({ user: id });
      await practice.local().payment.record.mutate({ account: "acme", amount: 100 });
      expect(await live.until("acme")).toMatch(/\(ended\)$/);
    });

    test("when another process disables them", async () => {
      const { id, live } = await invited();
      const other = await openStore(place.url, { schema: "require", now: () => "2024-01-08T12:00:00Z" });
      const clerk = embeddedApi(other, { actor: { name: "Clerk", role: "admin" }, now: () => Date.now() }, {});
      await clerk.user.disable.mutate({ user: id });
      await clerk.payment.record.mutate({ account: "acme", amount: 100 });
      await other.close();
      expect(await live.until("acme")).toMatch(/\(ended\)$/);
    });

    test("when their role changes, to come back as what they are", async () => {
      const { id, live } = await invited();
      await practice.local().user.edit.mutate({ user: id, role: "developer" });
      expect(await live.until("never said")).toMatch(/\(ended\)$/);
    });

    test("when they sign out", async () => {
      const { live, cookie } = await invited();
      await practice.anyone({ cookie }).session.signOut.mutate();
      expect(await live.until("never said")).toMatch(/\(ended\)$/);
    });

    test("but goes on for whoever may", async () => {
      const { id } = await invited();
      const live = await listen(await practice.session("coordinator"), {});
      await live.until("data: []");
      await practice.local().user.disable.mutate({ user: id });
      await practice.local().payment.record.mutate({ account: "acme", amount: 100 });
      expect(await live.until("acme")).not.toMatch(/\(ended\)$/);
      await live.stop();
    });
  });

  test("is let go of when the server stops, which waits for nobody", async () => {
    const live = await listen(await practice.session("coordinator"), {});
    await live.until("data: []");
    await practice.server.close();
    expect(await live.until("never said")).toMatch(/\(ended\)$/);
  });
});
