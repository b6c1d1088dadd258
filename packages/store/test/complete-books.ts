import { amountFor, Deliverable, defaultPolicy, type Sow } from "@cimpro/domain";
import { practiceStream, type Store } from "../src/index.ts";
import {
  account,
  command,
  did,
  draft,
  entry,
  line,
  logTime,
  lump,
  monthly,
  now,
  openAccount,
  payment,
  slice,
} from "./books.ts";
import { charge, credit, giveBack, issue, pay, reopen, settle, stored } from "./money.ts";

const today = now.slice(0, 10);

/** A small set of books in which every table has rows, made as the API makes them: the journal tells of every fact. */
export async function completeBooks(store: Store): Promise<void> {
  await practice(store);
  await openAccount(store, account("acme"));
  await editedAccount(store);
  await deliverable(store);
  await records(store);
  await allowances(store);
  await work(store);
  await closedPeriod(store);
  await payments(store);
  await suspensions(store);
  await credits(store);
  await corrections(store);
  await voided(store);
}

async function practice(store: Store): Promise<void> {
  await store.write(command(practiceStream, "practice.set"), async (books) => {
    const after = { name: "Pro Services", address: "2 Side Street", email: "we@pro.example", timeZone: "UTC" };
    const set = { ...after, currency: "USD", demo: false };
    await books.practice.put(set);
    return did(null, { after: set });
  });
  await store.write(command(practiceStream, "policy.adopted"), async (books) => {
    const version = { version: 2, from: "2024-06-01", policy: { ...defaultPolicy, title: "Next year's" } };
    await books.policies.put(version, now);
    return did(null, version, version.from);
  });
  await store.write(command(practiceStream, "token.created"), async (books) => {
    const token = { id: "token-1", name: "Script", role: "finance" };
    const rest = { hash: "token-hash", account: null, created_at: now, expires_at: null, revoked_at: null };
    await books.access.insertToken({ ...token, ...rest, read_only: 0 });
    return did(null, { ...token, account: null, readOnly: false, expiresAt: null });
  });
  const ann = {
    ...{ id: "user-1", name: "Ann", email: "ann@pro.example", role: "admin", account: null },
    ...{ state: "active" as const, createdAt: now },
  };
  await store.write(command(practiceStream, "user.added"), async (books) => {
    await books.users.insert(ann);
    await books.users.setPassword(ann.id, "password-hash");
    await books.users.putRecoveryCodes(ann.id, ["code-hash"]);
    const to = { user: ann.id, email: ann.email, name: ann.name };
    const letter = { account: null, kind: "invitation", to, subject: "Come in", body: "Welcome.", link: "/invitation" };
    await books.outbox.put({ ...letter, about: { by: "Pro Services" }, dedupeKey: "invitation user-1" });
    return did(null, { user: ann });
  });
  await store.touch(async ({ access }) => {
    const signedIn = { name: "Ann", role: "admin", created_at: now, expires_at: "2024-02-01T00:00:00.000Z" };
    await access.insertLink({ ...signedIn, hash: "link-hash", used_at: null, app_user: ann.id });
    const used = { app_user: ann.id, user_agent: "Browser", last_used_at: now };
    await access.insertSession({ ...signedIn, ...used, hash: "session-hash", account: null });
    const until = { created_at: now, expires_at: "2024-01-11T00:00:00.000Z", used_at: null };
    await access.insertAccessLink({ ...until, hash: "reset-hash", app_user: ann.id, kind: "reset" });
    const failed = { failures: 2, last_at: Date.parse(now), blocked_until: Date.parse(now) };
    await access.putAttempts([{ subject: "email x", ...failed }], Date.parse(now));
    await access.putPlaces(ann.id, ["place-hash"], Date.parse(now));
  });
}

const editedAccount = (store: Store) =>
  store.write(command("acme", "account.edited"), async (books) => {
    const after = account("acme", { address: "3 Main Street", timeZone: "America/New_York" });
    await books.accounts.update(after);
    return did(after, { after });
  });

const deliverable = (store: Store) =>
  store.write(command("acme", "deliverable.added"), async (books) => {
    const added = { account: "acme", id: "site", name: "Site" };
    await books.deliverables.insert([added]);
    return did(added, { deliverable: added });
  });

/** Work with a SOW: what is kept as records says itself what it is filed under. */
const records = (store: Store) =>
  store.write(command("acme", "sow.issued"), async (books) => {
    const said = { account: "acme", id: "shop", name: "Shop", parent: "site", addedOn: today };
    await books.deliverables.put(Deliverable.parse(said));
    await books.sows.put(sow);
    return did(sow, null);
  });

const sow: Sow = {
  ...{ account: "acme", id: "shop-sow-1", deliverable: "shop", number: 1, scope: "A shop", state: "issued" },
  estimates: [{ phase: "implementation", minutes: 600 }],
  ...{ minutes: 600, leadTime: "standard", expeditedBy: null, rushBy: null, ratePerHour: 23_500, policyVersion: 1 },
  premiums: { expedited: 5_000, rush: 10_000 },
  ...{ deposit: 0, issuedOn: today, validUntil: "2024-03-01", approvedOn: null, approvedBy: null, seal: null },
  ...{ depositInvoice: null, opening: false },
};

async function allowances(store: Store): Promise<void> {
  await store.write(command("acme", "allowance.bought"), async (books, head) => {
    const record = lump("hours", { sequence: head.nextAllowanceSequence() });
    await books.allowances.insert(record);
    const sold = line(1, { kind: "allowance", allowance: "hours", minutes: 600, amount: 235_000 });
    const invoice = await issue(books, draft([sold], { kind: "allowance", period: null }));
    await books.allowances.insertSale("acme", "hours", null, invoice.number);
    return did(null, { ...record, invoice }, record.validFrom);
  });
  await store.write(command("acme", "allowance.bought"), async (books, head) => {
    const record = monthly("support", { minutes: 60, paid: true, sequence: head.nextAllowanceSequence() });
    await books.allowances.insert(record);
    const sold = line(1, { kind: "allowance", allowance: "support" });
    const period = { start: "2024-01-01", end: "2024-02-01" };
    const invoice = await issue(books, draft([sold], { kind: "allowance", period }));
    await books.allowances.insertSale("acme", "support", "2024-01", invoice.number);
    await pay(books, head.seq, "standing", 23_500, invoice.number);
    return did(null, { ...record, invoice }, record.validFrom);
  });
  await store.write(command("acme", "allowance.ended"), async (books) => {
    await books.allowances.end("acme", "support", "2024-03");
    return did(null, { allowance: "support", lastMonth: "2024-03" });
  });
}

async function work(store: Store): Promise<void> {
  await logTime(store, entry("worked-1", { minutes: 120, deliverable: "site" }));
  await logTime(store, entry("worked-2", { minutes: 90, on: "2024-01-03" }));
  await logTime(store, entry("unpaid", { minutes: 45, on: "2024-01-04", billable: false, openMinutes: 0 }));
  await store.write(command("acme", "time.imported"), async (books, head) => {
    const first = head.nextEntrySequence(2);
    const imported = { on: "2024-01-05", source: "toggl" };
    const entries = [
      entry("imported-1", {
        ...imported,
        sequence: first,
        externalId: "1",
        sourceHash: "fingerprint",
        note: "“Ünï” 🧾",
      }),
      entry("imported-2", {
        ...imported,
        sequence: first + 1,
        externalId: "2",
        settledElsewhere: true,
        openMinutes: 0,
      }),
    ];
    await books.entries.insert(entries);
    await books.sourceNames.put("toggl", [{ kind: "account", account: "", name: "ACME Inc", means: "acme" }]);
    return did(null, { entries: entries.map(({ rawMinutes, ...rest }) => ({ ...rest, rawMinutes: undefined })) });
  });
}

const closedPeriod = (store: Store) =>
  store.write(command("acme", "period.closed"), async (books, head) => {
    await books.entries.freezeBefore("acme", "2024-01-15", []);
    const alert = { allowance: "hours", grant: "hours", percent: 30, usedMinutes: 180, grantedMinutes: 600 };
    await books.allowances.alert("acme", [alert], "2024-01-03");
    head.closedThrough = "2024-01-15";
    const slices = [
      { entry: "worked-2", minutes: 30 },
      { entry: "imported-1", minutes: 60 },
    ];
    const labor = line(1, { minutes: 90, amount: 35_250, slices });
    const charged = { deliverable: "site", ratePerHour: 5_000, amount: 5_000 };
    const premium = line(2, { ...charged, kind: "premium", slices: [{ entry: "worked-1", minutes: 60 }] });
    const invoice = await issue(books, draft([labor, premium]));
    const covered = { kind: "allowance", grant_id: "hours", invoice: null, line: null } as const;
    const invoiced = { invoice: invoice.number };
    await settle(
      books,
      slice("worked-1", { ...covered, to_minute: 120 }),
      slice("worked-2", { ...covered, work_date: "2024-01-03" }),
      slice("worked-2", { ...invoiced, from_minute: 60, to_minute: 90, work_date: "2024-01-03" }),
      slice("imported-1", { ...invoiced, work_date: "2024-01-05" }),
    );
    const { kind: _, grant_id: __, ...premiumMinutes } = slice("worked-1", { ...invoiced, line: 2 });
    await charge(books, { ...premiumMinutes, invoice: invoice.number, line: 2, credited_minutes: 0 });
    return did(null, { closedThrough: head.closedThrough, invoice });
  });

async function payments(store: Store): Promise<void> {
  await store.write(command("acme", "payment.recorded"), async (books, head) =>
    did(null, { payment: await pay(books, head.seq, "first", 20_000, "INV-000003") }),
  );
  await store.write(command("acme", "payment.recorded"), async (books, head) =>
    did(null, { payment: await pay(books, head.seq, "bounced", 1_000, "INV-000003") }),
  );
  await store.write(command("acme", "payment.reversed"), async (books) => {
    await books.invoices.addBalance("acme", "INV-000003", 1_000);
    await books.applications.reverse("acme", "bounced", today);
    await books.payments.markReversed("acme", "bounced", today);
    return did(null, { payment: "bounced" });
  });
}

async function suspensions(store: Store): Promise<void> {
  const invoice = "INV-000003";
  const suspend = () =>
    store.write(command("acme", "invoice.suspended"), async (books, head) => {
      await books.invoices.suspend("acme", invoice, head.seq, today, "disputed");
      return did(null, { invoice, reason: "disputed" });
    });
  await suspend();
  await store.write(command("acme", "invoice.resumed"), async (books) => {
    await books.invoices.resume("acme", invoice, today);
    return did(null, { invoice });
  });
  await suspend();
}

async function credits(store: Store): Promise<void> {
  await store.write(command("acme", "credit-memo.issued"), async (books, head) => {
    const creditMemo = await credit(books, head.seq, "INV-000003", "imported-1", { minutes: 30, amount: 11_750 });
    await reopen(books, "imported-1", 30);
    return did(null, { creditMemo });
  });
  await store.write(command("acme", "credit-memo.issued"), async (books, head) => {
    const amount = 23_500 - amountFor(50, 23_500);
    const how = { minutes: 10, amount, reason: "waive" } as const;
    return did(null, { creditMemo: await credit(books, head.seq, "INV-000003", "worked-2", how) });
  });
}

async function corrections(store: Store): Promise<void> {
  await logTime(store, entry("late", { minutes: 15, on: "2024-01-08" }));
  await store.write(command("acme", "time.written-off"), async (books) => {
    const before = await stored(books, "late");
    const writtenOff = { kind: "written-off", to_minute: 15, work_date: before.on, invoice: null, line: null } as const;
    await settle(books, slice("late", writtenOff));
    await books.entries.update(before, { ...before, openMinutes: 0, roundFrom: 15, version: 2 });
    return did(null, { entry: "late", minutes: 15 });
  });
  await store.write(command("acme", "time.amended"), async (books) => {
    const before = await stored(books, "worked-1");
    const [frozen] = await books.slices.ofEntries("acme", ["worked-1"]);
    const back = frozen === undefined ? [] : [{ ...frozen, taken: frozen.minutes }];
    await giveBack(books, back, {});
    await books.post("acme", { seq: 1, closedThrough: null }, [
      { type: "note-kept", entry: "worked-2", invoices: ["INV-000003"], note: "as issued" },
    ]);
    const after = entry("worked-1b", {
      ...before,
      id: "worked-1b",
      minutes: 100,
      rawMinutes: 100,
      openMinutes: 100,
      roundFrom: 0,
    });
    await books.entries.update(before, { ...before, reversedOn: today, replacedBy: after.id, version: 2 });
    await books.entries.insert([after]);
    const keptNotes = [{ entry: "worked-2", invoices: ["INV-000003"], note: "as issued" }];
    return did(null, { before, after, creditMemos: [], keptNotes });
  });
}

/** Another account, whose one invoice is taken back whole and whose money waits for the next. */
async function voided(store: Store): Promise<void> {
  await openAccount(store, account("beta"));
  await logTime(store, entry("beta-1", { account: "beta" }));
  await store.write(command("beta", "period.closed"), async (books, head) => {
    await books.entries.freezeBefore("beta", "2024-01-15", []);
    head.closedThrough = "2024-01-15";
    const invoice = await issue(
      books,
      draft([line(1, { slices: [{ entry: "beta-1", minutes: 60 }] })], { account: "beta" }),
    );
    await settle(books, slice("beta-1", { account: "beta", invoice: invoice.number }));
    return did(null, { closedThrough: head.closedThrough, invoice });
  });
  await store.write(command("beta", "invoice.voided"), async (books, head) => {
    const how = { minutes: 60, amount: 23_500, voids: true, account: "beta" };
    const creditMemo = await credit(books, head.seq, "INV-000004", "beta-1", how);
    await reopen(books, "beta-1", 60, "beta");
    await books.invoices.markVoided("beta", "INV-000004", creditMemo.number);
    return did(null, { creditMemo });
  });
  await store.write(command("beta", "payment.recorded"), async (books, head) => {
    const money = payment("waiting", 5_000, { account: "beta", sequence: head.seq });
    await books.payments.insert(money);
    return did(null, { payment: money });
  });
}
