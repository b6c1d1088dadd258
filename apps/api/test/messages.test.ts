import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tellOfTheDay } from "../src/messages/daily.ts";
import { openSender, waitMs } from "../src/messages/send.ts";
import { tellApprovalAsked, tellLeadTimeAtRisk } from "../src/messages/tell.ts";
import type { Api } from "./client.ts";
import { type MailServer, openMailServer } from "./mail-server.ts";
import { places } from "./places.ts";
import { openPractice, type Practice, refusalOf } from "./practice.ts";
import { program } from "./processes.ts";

/** Processes from source begin slowly beside others; only one that hangs is over this. */
const forHangs = 120_000;
const settings = { from: "Pro Services <us@example.com>", site: "https://pro.example" };

describe.each(places)("messages on %s", (_engine, newPlace) => {
  let practice: Practice;
  let admin: Api;
  let server: MailServer;
  let url: string;
  let at = 0;

  beforeEach(async () => {
    const place = await newPlace();
    url = place.url;
    practice = await openPractice(place);
    admin = practice.local();
    server = await openMailServer();
    on("2024-01-08T12:00:00Z");
    await admin.account.open.mutate({ name: "Acme", id: "acme", openedOn: "2024-01-01" });
    await person("Dana", "dana@pro.example", "coordinator", null);
    await person("Pat", "pat@acme.example", "program-manager", "acme");
    await person("Mel", "mel@acme.example", "member", "acme");
  });
  afterEach(async () => {
    await server.close();
    await practice.close();
  });

  const on = (instant: string): void => {
    at = Date.parse(instant);
    practice.on(instant);
  };
  const now = () => at;
  /** Somebody who came, without the letter that invited them. */
  const person = (name: string, email: string, role: string, account: string | null) =>
    practice.store.write(
      {
        ...{ stream: "@practice", type: "user.added", actor: "test", key: null, input: null, dryRun: false },
        recordedAt: new Date(at).toISOString(),
      },
      async (books) => {
        const user = {
          id: name,
          name,
          email,
          role,
          account,
          state: "active" as const,
          createdAt: "2024-01-01T00:00:00.000Z",
        };
        await books.users.insert(user);
        return { answer: null, data: { user }, effectiveOn: "2024-01-08" };
      },
    );
  const sender = () => openSender(practice.store, { ...settings, smtp: server.url }, now);
  const sendDue = async () => {
    const opened = await sender();
    const sent = await opened.sendDue();
    await opened.stop();
    return sent;
  };
  const kinds = async () => {
    const { items } = await admin.message.list.query({ limit: 200 });
    return items.map(({ kind, to, state }) => `${kind} ${to.email} ${state}`).toSorted();
  };
  const buy = (minutes = 600) => admin.allowance.buy.mutate({ account: "acme", kind: "lump-sum", minutes });

  test("an issued invoice is told to the program manager, in the transaction that issues it", async () => {
    const dry = practice.local({ dryRun: true });
    await dry.allowance.buy.mutate({ account: "acme", kind: "lump-sum", minutes: 600 });
    expect(await kinds()).toEqual([]);
    const { invoice } = await buy();
    expect(await kinds()).toEqual(["invoice-issued pat@acme.example queued"]);
    expect(await sendDue()).toBe(1);
    const [mail] = server.mails;
    expect(mail?.to).toEqual(["pat@acme.example"]);
    expect(mail?.headers).toMatchObject({
      subject: `Invoice ${invoice?.number} over $2,350.00`,
      from: settings.from,
    });
    expect(mail?.text).toContain(`https://pro.example/invoices/${invoice?.number}`);
    expect(await sendDue()).toBe(0);
    expect(await kinds()).toEqual(["invoice-issued pat@acme.example sent"]);
  });

  test("work that stops is told once, by the day, and that it goes on by the payment", async () => {
    const { invoice } = await buy();
    const look = () => tellOfTheDay(practice.store, at);
    await look();
    expect((await kinds()).filter((each) => !each.startsWith("invoice"))).toEqual([]);
    on("2024-01-09T12:00:00Z");
    await Promise.all([look(), look()]);
    on("2024-01-10T12:00:00Z");
    await look();
    const stopped = ["work-stopped dana@pro.example queued", "work-stopped pat@acme.example queued"];
    expect((await kinds()).filter((each) => each.startsWith("work"))).toEqual(stopped);
    await admin.payment.record.mutate({ account: "acme", amount: 1_000 });
    expect((await kinds()).filter((each) => each.startsWith("work"))).toEqual(stopped);
    on("2024-01-10T13:00:00Z");
    const { payment } = await admin.payment.record.mutate({ account: "acme", amount: (invoice?.total ?? 0) - 1_000 });
    const resumed = ["work-resumed dana@pro.example queued", "work-resumed pat@acme.example queued"];
    expect((await kinds()).filter((each) => each.startsWith("work"))).toEqual([...resumed, ...stopped]);
    on("2024-01-10T14:00:00Z");
    await admin.payment.reverse.mutate({ account: "acme", payment: payment.id });
    await look();
    expect((await kinds()).filter((each) => each === stopped[1])).toHaveLength(2);
  });

  test("ALW-7: an alert of an allowance is told with the entry that calls for it", async () => {
    await buy();
    await admin.time.log.mutate({ account: "acme", minutes: 450, on: "2024-01-08" });
    const alerts = (await admin.message.list.query({ kind: "allowance-alert" })).items;
    expect(alerts.map(({ to, subject }) => `${to.name}: ${subject}`).toSorted()).toEqual([
      "Dana: Acme: 50 % of the pre-paid hours are used",
      "Dana: Acme: 75 % of the pre-paid hours are used",
      "Pat: Acme: 50 % of the pre-paid hours are used",
      "Pat: Acme: 75 % of the pre-paid hours are used",
    ]);
  });

  test("an approval is asked of whoever decides, and a lead time at risk told to coordinators, each once", async () => {
    const work = { account: "acme", deliverable: "portal", deliverableName: "Portal" };
    const tell = () =>
      practice.store.write(
        {
          ...{ stream: "acme", type: "sow.issued", actor: "test", key: null, input: null, dryRun: false },
          recordedAt: new Date(at).toISOString(),
        },
        async (books) => {
          await tellApprovalAsked(books, { ...work, kind: "sow", id: "sow-1", consequence: "It costs 2,350.00 USD." });
          await tellLeadTimeAtRisk(books, { ...work, leadTime: "rush", dueOn: "2024-01-10", businessDaysLeft: 2 });
          return { answer: null, data: {}, effectiveOn: "2024-01-08" };
        },
      );
    await tell();
    await tell();
    expect(await kinds()).toEqual([
      "approval-asked pat@acme.example queued",
      "lead-time-at-risk dana@pro.example queued",
    ]);
  });

  test("LEAD-7: an issued SOW asks for approval, and its promise is told of by the day when it comes near", async () => {
    await admin.deliverable.add.mutate({ account: "acme", name: "Portal", id: "portal" });
    const named = { account: "acme", deliverable: "portal" };
    await admin.sow.issue.mutate({
      ...{ ...named, scope: "A portal", estimates: [{ phase: "implementation", minutes: 600 }] },
      ...{ leadTime: "expedited", expeditedBy: "2024-01-15" },
    });
    expect(await kinds()).toEqual(["approval-asked pat@acme.example queued"]);
    const [asked] = (await admin.message.list.query({})).items;
    expect(asked?.text).toContain("10 h");
    expect(asked?.link).toMatch(/\/approve\/sow\/portal\/portal-sow-1\?account=acme$/);
    await admin.sow.approve.mutate({ ...named, by: "Pat" });
    const risks = async (instant: string) => {
      on(instant);
      await tellOfTheDay(practice.store, at);
      return (await admin.message.list.query({ kind: "lead-time-at-risk" })).items.length;
    };
    expect(await risks("2024-01-10T12:00:00Z")).toBe(0);
    expect(await risks("2024-01-11T12:00:00Z")).toBe(1);
    expect(await risks("2024-01-12T12:00:00Z")).toBe(1);
    expect(await risks("2024-01-16T12:00:00Z")).toBe(2);
    expect(await risks("2024-01-17T12:00:00Z")).toBe(2);
  });

  test("a message waits while the mail server says no or is away, longer each time, and is not lost", async () => {
    await buy();
    server.answer = () => 451;
    expect(await sendDue()).toBe(0);
    expect(await sendDue()).toBe(0);
    const [{ id, attempts, lastError } = { id: "", attempts: 0, lastError: "" }] = (await admin.message.list.query({}))
      .items;
    expect({ attempts, lastError }).toMatchObject({ attempts: 1, lastError: expect.stringContaining("not now") });
    at += waitMs(1);
    const away = await openSender(practice.store, { ...settings, smtp: "smtp://127.0.0.1:9" }, now);
    expect(await away.sendDue()).toBe(0);
    await away.stop();
    expect(await admin.message.show.query({ message: id })).toMatchObject({ state: "queued", attempts: 2 });
    server.answer = () => null;
    at += waitMs(2);
    expect(await sendDue()).toBe(1);
    expect(server.mails).toHaveLength(1);
  });

  test("a mailbox that is not there is given up at once, and an admin may try again", async () => {
    await buy();
    server.knows = () => false;
    expect(await sendDue()).toBe(0);
    const [{ id } = { id: "" }] = (await admin.message.list.query({ state: "failed" })).items;
    at += 30 * 24 * 3_600_000;
    expect(await sendDue()).toBe(0);
    server.knows = () => true;
    practice.on(new Date(at).toISOString());
    await admin.message.retry.mutate({ message: id });
    expect(await sendDue()).toBe(1);
    expect(await refusalOf(admin.message.retry.mutate({ message: id }))).toMatchObject({ code: "MESSAGE_SENT" });
  });

  test("several processes share the queue, and send each message once", { timeout: forHangs }, async () => {
    for (let time = 0; time < 12; time += 1) await buy(60);
    const programs = [1, 2, 3].map(() => program("sender", url, server.url));
    for (const each of programs) await each.line();
    const answers = await Promise.all(programs.map((each) => each.go()));
    const sent = answers.map((line) => JSON.parse(line).sent);
    expect(sent.reduce((sum, each) => sum + each, 0)).toBe(12);
    expect(new Set(server.mails.map(({ headers }) => headers["message-id"])).size).toBe(12);
    expect(server.mails).toHaveLength(12);
  });

  test("a process that is killed while it sends leaves the message to the next, under the same id", {
    timeout: forHangs,
  }, async () => {
    await buy();
    const arrived = Promise.withResolvers<void>();
    // Taken by the mail server, which is slow to say so: nobody knows whether it was sent.
    server.answer = async () => {
      arrived.resolve();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return null;
    };
    const doomed = program("sender", url, server.url);
    await doomed.line();
    doomed.child.stdin?.end("go\n");
    await arrived.promise;
    await doomed.kill();
    server.answer = () => null;
    expect(await sendDue()).toBe(0);
    at += 5 * 60_000;
    expect(await sendDue()).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 400));
    const [{ id } = { id: "" }] = (await admin.message.list.query({ state: "sent" })).items;
    expect(new Set(server.mails.map(({ headers }) => headers["message-id"]))).toEqual(new Set([`<${id}@cimpro>`]));
  });

  test("a link that lets its holder in goes out by mail and is then forgotten", async () => {
    await admin.user.invite.mutate({ name: "Ann", email: "ann@example.com", role: "finance" });
    await sendDue();
    const [secret = ""] = /(?<=invitation#)[\w-]+/.exec(server.mails[0]?.text ?? "") ?? [];
    expect(await practice.anyone().invitation.show.query({ link: secret })).toMatchObject({ name: "Ann" });
    const kept = JSON.stringify(await practice.store.read((books) => books.outbox.list({ limit: 9 })));
    expect(kept).not.toContain(secret);
  });

  test("the demo practice sends nothing", async () => {
    await practice.store.touch(async (books) => {
      const known = await books.practice.find();
      if (known) await books.practice.put({ ...known, demo: true });
    });
    await buy();
    expect(await sendDue()).toBe(0);
    expect(await kinds()).toEqual(["invoice-issued pat@acme.example queued"]);
    expect(server.mails).toEqual([]);
  });

  test("ROLE-5: a customer reads what was written to them, and no message of others", async () => {
    await buy();
    const api = await practice.as("member");
    expect(await api.message.list.query({ account: "acme" })).toMatchObject({ items: [] });
    const [{ id } = { id: "" }] = (await admin.message.list.query({})).items;
    expect(await refusalOf(api.message.show.query({ account: "acme", message: id }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
