import { verifyBooks } from "@cimpro/store";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tellOfTheDay } from "../src/messages/daily.ts";
import { openSender } from "../src/messages/send.ts";
import type { Api } from "./client.ts";
import { type MailServer, openMailServer } from "./mail-server.ts";
import { places } from "./places.ts";
import { openPractice, type Practice } from "./practice.ts";

describe.each(places)("a mail that waits on %s", (_engine, newPlace) => {
  let practice: Practice;
  let admin: Api;
  let server: MailServer;
  let at = 0;

  beforeEach(async () => {
    practice = await openPractice(await newPlace());
    admin = practice.local();
    server = await openMailServer();
    on("2024-01-08T12:00:00Z");
    await admin.account.open.mutate({ name: "Acme", id: "acme", openedOn: "2024-01-01" });
    await person("Dana", "dana@pro.example", "coordinator", null);
    await person("Pat", "pat@acme.example", "program-manager", "acme");
  });
  afterEach(async () => {
    await server.close();
    await practice.close();
  });

  const on = (instant: string): void => {
    at = Date.parse(instant);
    practice.on(instant);
  };
  /** Somebody who came, without the letter that invited them. */
  const person = (name: string, email: string, role: string, account: string | null) =>
    practice.store.write(
      {
        ...{ stream: "@practice", type: "user.added", actor: "test", key: null, input: null, dryRun: false },
        recordedAt: new Date(at).toISOString(),
      },
      async (books) => {
        const createdAt = "2024-01-01T00:00:00.000Z";
        const user = { id: name, name, email, role, account, state: "active" as const, createdAt };
        await books.users.insert(user);
        return { answer: null, data: { user }, effectiveOn: "2024-01-08" };
      },
    );
  const sendDue = async () => {
    const settings = { from: "Pro Services <us@example.com>", site: "https://pro.example", smtp: server.url };
    const opened = await openSender(practice.store, settings, () => at);
    const sent = await opened.sendDue();
    await opened.stop();
    return sent;
  };
  const mails = () => server.mails.map(({ to, headers }) => `${to.join()}: ${headers.subject}`).toSorted();
  /** What became of the messages of a kind, newest first. */
  const fates = async (kind: Parameters<Api["message"]["list"]["query"]>[0]["kind"]) =>
    (await admin.message.list.query({ kind, limit: 50 })).items.map(({ state, dropReason }) => dropReason ?? state);
  const only = async () => {
    const [message] = (await admin.message.list.query({})).items;
    return admin.message.show.query({ message: message?.id ?? "" });
  };
  const buy = async () => {
    const { invoice } = await admin.allowance.buy.mutate({ account: "acme", kind: "lump-sum", minutes: 600 });
    return { number: invoice?.number ?? "", total: invoice?.total ?? 0 };
  };
  const pay = (amount: number) => admin.payment.record.mutate({ account: "acme", amount });
  const look = () => tellOfTheDay(practice.store, at);

  test("is never sent once its invoice is paid, and says why", async () => {
    const { number, total } = await buy();
    await pay(total);
    expect(await only()).toMatchObject({ state: "queued", dropReason: `Nothing of invoice ${number} is left to pay.` });
    expect(await sendDue()).toBe(0);
    expect(await sendDue()).toBe(0);
    expect(mails()).toEqual([]);
    expect(await fates("invoice-issued")).toEqual([`Nothing of invoice ${number} is left to pay.`]);
    expect((await admin.message.list.query({ state: "dropped" })).items).toHaveLength(1);
    expect((await verifyBooks(practice.store.database)).problems).toEqual([]);
  });

  test("says the balance of the day it is sent, and the journal still tells what was queued", async () => {
    const { number, total } = await buy();
    expect((await only()).text).toContain("$2,350.00 is left to pay");
    await pay(total - 10_050);
    on("2024-01-20T12:00:00Z");
    expect((await only()).text).toContain("$100.50 is left to pay");
    expect(await sendDue()).toBe(1);
    expect(server.mails[0]?.text).toContain(
      `Invoice ${number} over $2,350.00 was issued. It was due on receipt (2024-01-08); $100.50 is left to pay.`,
    );
    expect((await only()).text).toContain("$100.50 is left to pay");
    expect((await verifyBooks(practice.store.database)).problems).toEqual([]);
  });

  test("is dropped for an invoice that was voided or set aside, and sent again on request once it holds again", async () => {
    const [first, second] = [await buy(), await buy()];
    await admin.invoice.void.mutate({ number: first.number, reason: "waive" });
    await admin.invoice.suspend.mutate({ number: second.number, reason: "disputed" });
    expect(await sendDue()).toBe(0);
    expect((await fates("invoice-issued")).toSorted()).toEqual([
      expect.stringMatching(`${first.number} was voided by CM-`),
      `Invoice ${second.number} is disputed: it is set aside.`,
    ]);
    const ids = (await admin.message.list.query({ kind: "invoice-issued" })).items.map(({ id }) => id);
    await admin.invoice.resume.mutate({ number: second.number });
    const answers = await Promise.all(ids.map((message) => admin.message.retry.mutate({ message })));
    expect(answers.map(({ state }) => state).toSorted()).toEqual(["dropped", "queued"]);
    expect(await sendDue()).toBe(1);
    expect(mails()).toEqual([`pat@acme.example: Invoice ${second.number} over $2,350.00`]);
  });

  test("invites nobody who came in, whose link was replaced, or who was kept out", async () => {
    const invite = (name: string) => admin.user.invite.mutate({ name, email: `${name}@pro.example`, role: "finance" });
    await invite("ann");
    const link = (await only()).link ?? "";
    await practice.anyone().invitation.accept.mutate({ link: link.split("#")[1] ?? "", password: "a long password 1" });
    await invite("bob");
    on("2024-01-08T12:01:00Z");
    await invite("bob");
    const { id } = await invite("cyd");
    await admin.user.disable.mutate({ user: id });
    const dot = await invite("dot");
    await admin.user.edit.mutate({ user: dot.id, name: "Dorothy", email: "dorothy@pro.example" });
    on("2024-01-13T12:00:00Z");
    expect(await sendDue()).toBe(2);
    expect(server.mails.map(({ to }) => to.join()).toSorted()).toEqual(["bob@pro.example", "dorothy@pro.example"]);
    const [mail] = server.mails.filter(({ to }) => to.includes("dorothy@pro.example"));
    expect(mail?.text).toContain("Hello Dorothy,");
    expect(mail?.text).toContain("within 2 days");
    expect((await fates("invitation")).toSorted()).toEqual([
      "Its link opens nothing any more: it was replaced, or seven days have passed.",
      "ann came in already.",
      "cyd was disabled.",
      ...["sent", "sent"],
    ]);
    const kept = await practice.store.read((books) => books.outbox.list({ limit: 9 }));
    expect(kept.filter((each) => each.link !== null)).toEqual([]);
  });

  test("does not invite by a link that is too old", async () => {
    await admin.user.invite.mutate({ name: "ann", email: "ann@pro.example", role: "finance" });
    on("2024-01-15T12:00:00Z");
    expect(await sendDue()).toBe(0);
    expect(await only()).toMatchObject({ state: "dropped", link: null });
  });

  test("brings no link for a new password that was used", async () => {
    await admin.user.invite.mutate({ name: "ann", email: "ann@pro.example", role: "finance" });
    const secret = async () => (await only()).link?.split("#")[1] ?? "";
    await practice.anyone().invitation.accept.mutate({ link: await secret(), password: "a long password 1" });
    for (const minute of ["01", "02"]) {
      on(`2024-01-08T12:${minute}:00Z`);
      await practice.anyone().password.requestReset.mutate({ email: "ann@pro.example" });
    }
    await practice.anyone().password.reset.mutate({ link: await secret(), password: "a long password 2" });
    on("2024-01-08T12:03:00Z");
    await practice.anyone().password.requestReset.mutate({ email: "ann@pro.example" });
    expect(await sendDue()).toBe(1);
    expect(await fates("password-reset")).toEqual([
      "sent",
      "Its link opens nothing any more: it was used or replaced, or an hour has passed.",
      "Its link opens nothing any more: it was used or replaced, or an hour has passed.",
    ]);
    expect(server.mails[0]?.text).toContain("within 60 minutes");
  });

  test("asks for no approval that was given, replaced, or is too late", async () => {
    const work = async (id: string) => {
      await admin.deliverable.add.mutate({ account: "acme", name: id, id });
      await issue(id);
    };
    const issue = (deliverable: string) =>
      admin.sow.issue.mutate({
        ...{ account: "acme", deliverable, scope: "It", leadTime: "standard" },
        estimates: [{ phase: "implementation", minutes: 600 }],
      });
    for (const id of ["given", "replaced", "ended", "waits"]) await work(id);
    await admin.sow.approve.mutate({ account: "acme", deliverable: "given", by: "Pat" });
    await issue("replaced");
    await admin.deliverable.cancel.mutate({ account: "acme", deliverable: "ended", reason: "not wanted" });
    await admin.changeOrder.propose.mutate({
      ...{ account: "acme", deliverable: "given", scope: "More" },
      minutes: 60,
    });
    expect(await sendDue()).toBeGreaterThan(0);
    expect(mails().filter((each) => each.includes("Statement of work")).length).toBe(2);
    const reasons = (await fates("approval-asked")).filter((each) => each !== "sent").toSorted();
    expect(reasons).toEqual([
      "SOW given-sow-1 is approved already.",
      "SOW replaced-sow-1 is replaced already.",
      "ended has ended.",
    ]);
    on("2024-01-08T12:01:00Z");
    await work("late");
    on("2025-01-08T12:00:00Z");
    await sendDue();
    expect((await fates("approval-asked"))[0]).toMatch(/^SOW late-sow-1 could be approved until 2024-/);
  });

  test("says nothing of a stoppage that ended before it was told, and tells the next one", async () => {
    const { total } = await buy();
    on("2024-01-09T12:00:00Z");
    await look();
    on("2024-01-09T13:00:00Z");
    const { payment } = await pay(total);
    expect(await sendDue()).toBe(0);
    expect(await fates("work-resumed")).toEqual(Array(2).fill("It was never told that work stopped."));
    expect(await fates("work-stopped")).toEqual(Array(2).fill("A later message says how work stands."));
    on("2024-01-09T14:00:00Z");
    await admin.payment.reverse.mutate({ account: "acme", payment: payment.id });
    on("2024-01-10T12:00:00Z");
    await look();
    await look();
    await sendDue();
    const stopped = ["dana@pro.example: Work for Acme is stopped", "pat@acme.example: Work for Acme is stopped"];
    expect(mails()).toEqual(stopped);
    on("2024-01-11T12:00:00Z");
    const again = await pay(total);
    await admin.payment.reverse.mutate({ account: "acme", payment: again.payment.id });
    on("2024-01-12T12:00:00Z");
    await look();
    await sendDue();
    expect(mails().filter((each) => each.includes("goes on"))).toEqual([]);
    on("2024-01-13T12:00:00Z");
    await pay(total);
    await sendDue();
    expect(mails().filter((each) => each.includes("goes on"))).toEqual([
      "dana@pro.example: Work for Acme goes on",
      "pat@acme.example: Work for Acme goes on",
    ]);
  });

  test("ALW-7: alerts say what is used on the day they are sent, and of a month that is over nothing", async () => {
    await admin.allowance.buy.mutate({ account: "acme", kind: "monthly", minutes: 600 });
    const { entry } = await admin.time.log.mutate({ account: "acme", minutes: 300, worker: "Ann", on: "2024-01-08" });
    await admin.time.log.mutate({ account: "acme", minutes: 60, worker: "Ann", on: "2024-01-08" });
    await sendDue();
    const alerts = () =>
      server.mails.filter(({ headers }) => headers.subject?.includes("pre-paid")).map(({ text }) => text);
    expect(alerts()).toHaveLength(2);
    expect(alerts()[0]).toContain("6 h of the 10 h of pre-paid hours of Acme are used: 4 h are left.");
    await admin.time.log.mutate({ account: "acme", minutes: 120, worker: "Ann", on: "2024-01-08" });
    await admin.time.amend.mutate({ account: "acme", entry: entry.id, minutes: 60 });
    await sendDue();
    expect(alerts()).toHaveLength(4);
    expect(alerts()[3]).toContain(
      "On 2024-01-08 75 % of the pre-paid hours of Acme were used. That changed since: 4 h",
    );
    await admin.time.log.mutate({ account: "acme", minutes: 300, worker: "Ann", on: "2024-01-08" });
    on("2024-02-01T12:00:00Z");
    await sendDue();
    expect(alerts()).toHaveLength(4);
    expect(await fates("allowance-alert")).toContain("The month of those hours is over.");
  });

  test("LEAD-7: a promise that was near and is missed now is told once, as it stands; a kept one not at all", async () => {
    for (const deliverable of ["portal", "shop"]) {
      await admin.deliverable.add.mutate({ account: "acme", name: deliverable, id: deliverable });
      await admin.sow.issue.mutate({
        ...{ account: "acme", deliverable, scope: "It", leadTime: "expedited", expeditedBy: "2024-01-15" },
        estimates: [{ phase: "implementation", minutes: 600 }],
      });
      await admin.sow.approve.mutate({ account: "acme", deliverable, by: "Pat" });
    }
    on("2024-01-12T12:00:00Z");
    await look();
    await admin.deliverable.cancel.mutate({ account: "acme", deliverable: "shop", reason: "not wanted" });
    on("2024-01-16T12:00:00Z");
    await look();
    await sendDue();
    const risks = server.mails.filter(({ headers }) => headers.subject?.includes("expedited"));
    expect(risks.map(({ text }) => text)).toEqual([
      expect.stringContaining("portal was due 2024-01-15 (expedited) and is not delivered."),
    ]);
    expect((await fates("lead-time-at-risk")).toSorted()).toEqual([
      "Another message says how that lead time stands.",
      "The lead time of shop is not at risk any more.",
      "sent",
    ]);
  });

  test("of an earlier version is sent as it was written", async () => {
    const { total } = await buy();
    await pay(total);
    await practice.store.database.write((tx) => tx.db.updateTable("outbox").set({ about: null }).execute());
    expect(await sendDue()).toBe(1);
    expect(server.mails[0]?.text).toContain("$2,350.00 is left to pay");
  });

  test("and cannot be worded keeps nobody else waiting, and is tried again", async () => {
    await admin.deliverable.add.mutate({ account: "acme", name: "Portal", id: "portal" });
    await admin.sow.issue.mutate({
      ...{ account: "acme", deliverable: "portal", scope: "It", leadTime: "standard" },
      estimates: [{ phase: "implementation", minutes: 600 }],
    });
    on("2024-01-08T12:01:00Z");
    const { number } = await buy();
    await practice.store.database.write((tx) => tx.db.updateTable("sow").set({ data: "{}" }).execute());
    expect(await sendDue()).toBe(1);
    expect(mails()).toEqual([`pat@acme.example: Invoice ${number} over $2,350.00`]);
    const [stuck] = (await admin.message.list.query({ state: "queued" })).items;
    expect(stuck).toMatchObject({ kind: "approval-asked", attempts: 1, lastError: expect.any(String) });
  });
});
