import { addDays, monthOf, periodOf } from "@cimpro/domain";
import type { Store } from "@cimpro/store";
import type { RunInvoice } from "../billing/run-answer.ts";
import { type DemoAccount, type DemoPurchase, demoAccounts } from "./accounts.ts";
import { newAgenda } from "./agenda.ts";
import { planProjects } from "./deliverables/play-projects.ts";
import { clerk, coordinator, deskOf, personNamed } from "./desk.ts";
import { weekdaysBetween, workOf } from "./fortnight.ts";
import { planHats } from "./hats.ts";
import { planPackages } from "./packages.ts";
import { planPlans } from "./plans.ts";
import { lessCredits, type Practice } from "./practice.ts";
import { planProductItems } from "./product-items.ts";
import { idOf } from "./random.ts";
import { planRequests } from "./requests.ts";
import { pay, stories } from "./stories.ts";
import { planVersionUpdates } from "./version-updates.ts";

/** The grid of the policy's billing periods. */
const anchor = "2024-01-01";
const periodDays = 14;
/** The first period of the year, counted back from the present one. */
const oldest = 26;

/** A year under way: who does things, what is planned, and on which day each period begins. */
interface Year extends Practice {
  start(period: number): string;
}

/**
 * Lets the practice work for a year that ends today, through the public API, day by day; `addPeople` is asked for those
 * who sign in, on the day on which the accounts are opened.
 */
export async function playYear(
  store: Store,
  today: string,
  now: number,
  addPeople: (day: string) => Promise<void>,
): Promise<void> {
  const present = periodOf(today, anchor, periodDays).start;
  const year: Year = {
    desk: deskOf(store, now),
    agenda: newAgenda(),
    today,
    credited: new Map(),
    start: (period) => addDays(present, -period * periodDays),
  };
  for (const account of demoAccounts) planOpening(year, account);
  year.agenda.plan(year.start(oldest), () => addPeople(year.start(oldest)));
  for (let period = oldest; period > 0; period -= 1) planEndOf(year, period);
  planPresentWork(year);
  planLateEntry(year);
  planEmergency(year);
  planHats(year.desk, year.agenda, year.start(oldest));
  planRequests(year.desk, year.agenda, today);
  planProjects(year);
  planProductItems(year);
  planVersionUpdates(year);
  planPackages(year);
  planPlans(year);
  await year.agenda.play(year.start(oldest), today);
}

function planOpening(year: Year, account: DemoAccount): void {
  const { desk, agenda } = year;
  const { id, name, address, email, deliverables } = account;
  const day = year.start(oldest);
  agenda.plan(day, async () => {
    await desk(coordinator, day, `open ${id}`).account.open({ id, name, address, email });
    for (const deliverable of deliverables)
      await desk(coordinator, day, `add ${deliverable.id}`).deliverable.add({
        account: id,
        id: deliverable.id,
        name: deliverable.name,
      });
  });
  for (const purchase of account.purchases) planPurchase(year, account, purchase);
}

function planPurchase(year: Year, account: DemoAccount, { period, endsIn, hours, ...purchase }: DemoPurchase): void {
  const { desk, agenda } = year;
  const [day, id] = [year.start(period), idOf(`purchase ${account.id} ${period}`)];
  agenda.plan(day, async () => {
    const minutes = hours * 60;
    const bought = { ...purchase, account: account.id, id, minutes };
    const { invoice } = await desk(coordinator, day, `buy ${id}`).allowance.buy(bought);
    if (invoice !== null) {
      const alone = { minutes, lines: 1, premium: 0, covered: { deposit: 0, allowance: 0 } };
      planPayment(year, day, account, period, { ...invoice, ...alone });
    }
  });
  if (endsIn === undefined) return;
  const last = addDays(year.start(endsIn), 1);
  const end = { account: account.id, allowance: id, lastMonth: monthOf(last) };
  agenda.plan(last, () => desk(coordinator, last, `end ${id}`).allowance.end(end));
}

/** When a period is over its time comes in; all but the latest is billed, which is left to whoever tries the demo. */
function planEndOf(year: Year, period: number): void {
  const { desk, agenda } = year;
  const [first, ended] = [year.start(period), year.start(period - 1)];
  agenda.plan(ended, async () => {
    const work = demoAccounts.flatMap((account) => workOf(account, period, daysOf(account, period, first, ended)));
    const entries = work.map((entry) => ({
      ...entry,
      accountBy: "id" as const,
      deliverable: entry.deliverable?.name ?? null,
      source: "demo",
      externalId: entry.id,
      settledElsewhere: false,
    }));
    await desk(coordinator, ended, `import ${ended}`).time.import({ createMissing: false, entries });
  });
  if (period === 1) return;
  agenda.plan(ended, async () => {
    const run = await desk(clerk, ended, `run ${ended}`).invoice.run({ through: addDays(ended, -1) });
    for (const invoice of run.invoices) planPayment(year, ended, accountOf(invoice.account), period, invoice);
  });
}

/** The days of a period that work may lie on: weekdays, but not those of a stoppage (INV-5). */
function daysOf(account: DemoAccount, period: number, first: string, end: string): readonly string[] {
  const due = account.pays(period + 1);
  const isStopped = (day: string): boolean =>
    due !== null && day > first && (due.only !== undefined || day < addDays(first, due.after));
  return weekdaysBetween(first, end).filter((day) => !isStopped(day));
}

/** An invoice is paid as its customer does, or has a story of its own. */
function planPayment(year: Year, issuedOn: string, account: DemoAccount, period: number, invoice: RunInvoice): void {
  const { desk, agenda } = year;
  const { number, kind, total } = invoice;
  if (number === null || (kind === "allowance" && account.purchases.some(({ paid }) => paid === true))) return;
  const turn = { desk, day: issuedOn, invoice: { ...invoice, number } };
  const story = kind === "work" ? stories[`${account.id} ${period}`] : undefined;
  const habit = account.pays(period);
  if (story !== undefined) agenda.plan(issuedOn, () => story(turn));
  else if (habit !== null) {
    const day = addDays(issuedOn, habit.after);
    agenda.plan(day, () => {
      const due = lessCredits(year, account.id, total) + (habit.surplus ?? 0);
      return pay({ ...turn, day }, habit.only ?? due, habit.note);
    });
  }
}

/** The present period's time is logged by whoever worked it, on the day. */
function planPresentWork({ desk, agenda, today, start }: Year): void {
  const [first, tomorrow] = [start(0), addDays(today, 1)];
  const share = weekdaysBetween(first, tomorrow).length / weekdaysBetween(first, start(-1)).length;
  for (const account of demoAccounts)
    for (const { deliverable, ...entry } of workOf(account, 0, daysOf(account, 0, first, tomorrow), share)) {
      const time = { ...entry, deliverable: deliverable?.id ?? null };
      agenda.plan(entry.on, () => desk(personNamed(entry.worker), entry.on, entry.id).time.log(time));
    }
}

/** Time that turns up after its period was billed (INV-1). */
function planLateEntry({ desk, agenda, start }: Year): void {
  const found = addDays(start(1), 2);
  const late = {
    id: idOf("late entry"),
    account: "harbor-electric",
    deliverable: "erp-sync",
    worker: "Marcus Webb",
    on: addDays(start(4), 3),
    minutes: 90,
    note: "Sync stopped in the evening; found on a paper note",
  };
  agenda.plan(found, () => desk(coordinator, found, late.id).time.log(late));
}

/** Work that goes on although it is stopped, with a reason (INV-5). */
function planEmergency({ desk, agenda, start }: Year): void {
  const day = addDays(start(2), 8);
  const emergency = {
    id: idOf("emergency"),
    account: "bluewater-marine",
    deliverable: "parts-finder",
    worker: "Elena Soto",
    minutes: 45,
    note: "Checkout was down; fixed at once",
    override: "Live checkout was down; agreed with their owner by phone",
  };
  agenda.plan(day, () => desk(coordinator, day, emergency.id).time.log(emergency));
}

function accountOf(id: string): DemoAccount {
  const account = demoAccounts.find((each) => each.id === id);
  if (account === undefined) throw new Error(`the demo has no account ${id}`);
  return account;
}
