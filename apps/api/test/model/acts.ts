import type { Api } from "../client.ts";
import {
  closeEnded,
  creditMinutes,
  laborOn,
  leftOf,
  openMinutesOf,
  premiumsOn,
  reopenCoveredUnder,
  run,
  sell,
  takeBack,
  unusedHours,
} from "./billing-model.ts";
import { monthOf, nextMonth, plus } from "./calendar.ts";
import { approvedChanges, decide, judged, promised, settleOrPropose } from "./lead-time-model.ts";
import { balanceOf, issue, issueMemo, meetFromOwnCredit, newLine, payIn, stoppedSince } from "./money-model.ts";
import {
  type Account,
  approvedSow,
  type Deliverable,
  type Entry,
  factId,
  type Invoice,
  type Minute,
  type PracticeModel,
  standing,
} from "./practice-model.ts";

/** What a command does to the real practice, and the refusal that the rules foresee; the model has done it already. */
export interface Act {
  readonly refusal: string | null;
  readonly call: (api: Api) => Promise<unknown>;
  /** Takes over what only the real practice can know: ids that it chose. */
  readonly learn?: (answer: unknown) => void;
}

/** Numbers that choose among what there is. */
export interface Choice {
  readonly who: number;
  readonly which: number;
  readonly minutes: number;
  readonly days: number;
  readonly yes: boolean;
}

const one = <T>(among: readonly T[], which: number): T | undefined => among[which % Math.max(1, among.length)];
const accountOf = ({ accounts }: PracticeModel, { who }: Choice): Account => {
  const account = one(accounts, who);
  if (account === undefined) throw new Error("the model has no account");
  return account;
};
const deliverableOf = ({ deliverables }: Account, { which }: Choice): Deliverable => {
  const found = one(deliverables, which);
  if (found === undefined) throw new Error("the model has no deliverable");
  return found;
};
const by = "Pat";
const override = "agreed with them";
const minutesOf = (count: number, billable: boolean): Minute[] =>
  Array.from({ length: count }, () => ({
    ...{ place: billable ? ("open" as const) : ("nonBillable" as const), grant: null },
    ...{ line: null, premium: null, frozen: 0 },
  }));
const stops = (model: PracticeModel, account: Account, on: string): boolean => {
  const since = stoppedSince(account, model.today);
  return since !== undefined && on >= since;
};

export type ActName = keyof typeof acts;

export const acts = {
  log: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const { which, minutes, days, yes } = choice;
    const deliverable = which % 4 === 0 ? null : deliverableOf(account, choice).id;
    // Mostly work of these days, some of it late, some dated ahead.
    const on = plus(model.today, (days % 30) - 24);
    const billable = which % 11 !== 0;
    const id = factId(model.counter++);
    const refusal = !yes && stops(model, account, on) ? "WORK_STOPPED" : null;
    if (refusal === null)
      account.entries.push({
        ...{ id, sequence: model.counter++, deliverable, on, billable, reversed: false, touched: false },
        minutes: minutesOf(minutes, billable),
      });
    const said = { account: account.id, id, deliverable, on, minutes, billable, worker: "Ann" };
    return { refusal, call: (api) => api.time.log.mutate({ ...said, ...(yes ? { override } : {}) }) };
  },

  amend: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const { which, minutes, days, yes } = choice;
    const entry = one(account.entries, which);
    if (entry === undefined) return nothing;
    const on = days % 3 === 0 ? plus(entry.on, (days % 9) - 4) : entry.on;
    const deliverable =
      days % 5 === 0 ? (one([null, ...account.deliverables.map(({ id }) => id)], days) ?? null) : undefined;
    const said = {
      account: account.id,
      entry: entry.id,
      minutes,
      on,
      ...(deliverable === undefined ? {} : { deliverable }),
    };
    const call = (api: Api) => api.time.amend.mutate({ ...said, ...(yes ? { override } : {}) });
    if (entry.reversed) return { refusal: "ENTRY_REVERSED", call };
    const grows = on !== entry.on || minutes > entry.minutes.length;
    if (!yes && grows && stops(model, account, on)) return { refusal: "WORK_STOPPED", call };
    const changed = {
      ...{ deliverable: deliverable === undefined ? entry.deliverable : deliverable, on },
      minutes: minutesOf(minutes, entry.billable),
    };
    if (!entry.touched) {
      Object.assign(entry, changed);
      closeEnded(model, account);
      return { refusal: null, call };
    }
    takeBack(model, account, entry);
    const replacement: Entry = { ...entry, ...changed, id: "", reversed: false, touched: false };
    account.entries.push(replacement);
    closeEnded(model, account);
    return {
      refusal: null,
      call,
      learn: (answer) => {
        replacement.id = (answer as { entry: { id: string } }).entry.id;
      },
    };
  },

  reverse: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const entry = one(account.entries, choice.which);
    if (entry === undefined) return nothing;
    const call = (api: Api) => api.time.reverse.mutate({ account: account.id, entry: entry.id });
    if (entry.reversed) return { refusal: "ENTRY_REVERSED", call };
    takeBack(model, account, entry);
    closeEnded(model, account);
    return { refusal: null, call };
  },

  writeOff: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const withOpen = account.entries.filter((each) => each.minutes.some(({ place }) => place === "open"));
    const entry = one(choice.yes ? withOpen : account.entries, choice.which);
    if (entry === undefined) return nothing;
    const open = entry.minutes.filter(({ place }) => place === "open");
    const minutes = choice.days % 2 === 0 ? open.length : choice.minutes;
    const said = {
      account: account.id,
      entry: entry.id,
      reason: "given up",
      ...(choice.days % 2 === 0 ? {} : { minutes }),
    };
    const call = (api: Api) => api.time.writeOff.mutate(said);
    if (entry.reversed) return { refusal: "ENTRY_REVERSED", call };
    if (minutes === 0 || minutes > open.length) return { refusal: "ENTRY_NOT_OPEN", call };
    for (const minute of open.slice(0, minutes)) minute.place = "writtenOff";
    entry.touched = true;
    closeEnded(model, account);
    return { refusal: null, call };
  },

  buy: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const { which, minutes, days, yes: paid } = choice;
    const monthly = which % 2 === 0;
    const opening = which % 5 === 0;
    const on = plus(model.today, (days % 40) - 25);
    const id = factId(model.counter++);
    const allowance = {
      ...{ id, sequence: model.counter++, minutes, opening, paid, from: on, monthly, lastMonth: null },
    };
    account.allowances.push(allowance);
    if (!opening) sell(model, account, allowance, monthly ? monthOf(on) : null);
    const kind = monthly ? ("monthly" as const) : ("lump-sum" as const);
    const said = { account: account.id, id, kind, minutes, on, paid, opening };
    return { refusal: null, call: (api) => api.allowance.buy.mutate(said) };
  },

  endAllowance: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const allowance = one(account.allowances, choice.which);
    if (allowance === undefined) return nothing;
    const { id, monthly, from } = allowance;
    const lastMonth = choice.yes ? nextMonth(monthOf(model.today)) : monthOf(plus(model.today, -(choice.days % 40)));
    const call = (api: Api) => api.allowance.end.mutate({ account: account.id, allowance: id, lastMonth });
    if (!monthly) return { refusal: "ALLOWANCE_NOT_MONTHLY", call };
    if (allowance.lastMonth !== null && allowance.lastMonth < lastMonth) return { refusal: "ALLOWANCE_ENDED", call };
    const sold = account.invoices.flatMap(({ sale }) => (sale?.allowance === id ? [sale.month ?? ""] : []));
    if (lastMonth < (sold.sort().at(-1) ?? monthOf(from))) return { refusal: "ALLOWANCE_MONTH_INVOICED", call };
    allowance.lastMonth = lastMonth;
    return { refusal: null, call };
  },

  issueSow: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const of = deliverableOf(account, choice);
    const { minutes, days, yes } = choice;
    const leadTime = one(["standard", "expedited", "rush"] as const, days) ?? "standard";
    const rushBy = leadTime === "rush" ? plus(model.today, days % 7) : null;
    const expeditedBy = leadTime === "standard" ? null : plus(rushBy ?? model.today, days % 11);
    const deposit = yes ? minutes * 197 : 0;
    const call = (api: Api) =>
      api.sow.issue.mutate({
        ...{ account: account.id, deliverable: of.id, scope: "A shop", leadTime, deposit },
        estimates: [{ phase: "implementation", minutes: minutes * 2 }],
        ...(expeditedBy === null ? {} : { expeditedBy }),
        ...(rushBy === null ? {} : { rushBy }),
      });
    if (of.state !== "open") return { refusal: "DELIVERABLE_CLOSED", call };
    if (approvedSow(of) !== undefined) return { refusal: "SOW_ALREADY_APPROVED", call };
    for (const sow of of.sows) if (sow.state === "issued") sow.state = "replaced";
    of.sows.push({
      ...{ id: `${of.id}-sow-${of.sows.length + 1}`, minutes: minutes * 2, leadTime, expeditedBy, rushBy, deposit },
      ...{ issuedOn: model.today, state: "issued", approvedOn: "", depositInvoice: null },
    });
    return { refusal: null, call };
  },

  approveSow: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const of = deliverableOf(account, choice);
    const stated = choice.days % 10 === 0 ? of.sows[0] : (approvedSow(of) ?? of.sows.at(-1));
    const named = choice.days % 10 === 0 && stated !== undefined ? { sow: stated.id } : {};
    const on = choice.yes || stated === undefined ? model.today : stated.issuedOn;
    const call = (api: Api) => api.sow.approve.mutate({ account: account.id, deliverable: of.id, by, on, ...named });
    if (stated === undefined) return { refusal: "NOT_FOUND", call };
    if (of.state !== "open") return { refusal: "DELIVERABLE_CLOSED", call };
    if (approvedSow(of) !== undefined) return { refusal: "SOW_ALREADY_APPROVED", call };
    if (stated.state === "replaced") return { refusal: "SOW_REPLACED", call };
    if (on > plus(stated.issuedOn, 30)) return { refusal: "SOW_EXPIRED", call };
    const { rushBy, expeditedBy, deposit } = stated;
    if ([rushBy, expeditedBy].some((date) => date !== null && date < on))
      return { refusal: "LEAD_TIME_DATE_PASSED", call };
    stated.state = "approved";
    stated.approvedOn = on;
    if (deposit > 0) {
      const line = newLine({ kind: "deposit", deliverable: of.id, minutes: 0, ratePerHour: 0, amount: deposit });
      stated.depositInvoice = issue(model, account, { kind: "deposit", lines: [line], sale: null });
    }
    return { refusal: null, call };
  },

  proposeChange: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const of = deliverableOf(account, choice);
    const sow = approvedSow(of);
    const dated = choice.yes && sow !== undefined && sow.leadTime !== "standard";
    const rushBy = dated && sow.leadTime === "rush" ? plus(model.today, choice.days % 25) : null;
    const expeditedBy = dated ? plus(rushBy ?? model.today, choice.days % 30) : null;
    const minutes = dated && choice.minutes % 3 === 0 ? 0 : choice.minutes;
    const call = (api: Api) =>
      api.changeOrder.propose.mutate({
        ...{ account: account.id, deliverable: of.id, minutes, scope: "More" },
        ...(expeditedBy === null ? {} : { newExpeditedBy: expeditedBy }),
        ...(rushBy === null ? {} : { newRushBy: rushBy }),
      });
    if (of.state === "closed") return { refusal: "DELIVERABLE_CLOSED", call };
    if (sow === undefined) return { refusal: "SOW_NOT_APPROVED", call };
    const number = of.changeOrders.length + 1;
    const change = { number, expeditedBy, rushBy, on: model.today };
    if (shortens(of, change)) return { refusal: "CHANGE_ORDER_DATE_EARLIER", call };
    of.changeOrders.push({
      ...{ id: `${of.id}-co-${number}`, number, minutes, expeditedBy, rushBy, proposedOn: model.today },
      ...{ state: "proposed", decidedOn: "" },
    });
    return { refusal: null, call };
  },

  decideChange: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const of = deliverableOf(account, choice);
    const waiting = of.changeOrders.filter(({ state }) => state === "proposed");
    const order = choice.days % 7 === 0 ? one(of.changeOrders, choice.days) : waiting[0];
    if (order === undefined) return nothing;
    const approves = choice.days % 4 !== 1;
    const on = choice.yes ? model.today : order.proposedOn;
    const said = { account: account.id, changeOrder: order.id, by, on };
    const call = (api: Api) =>
      approves ? api.changeOrder.approve.mutate(said) : api.changeOrder.decline.mutate({ ...said, reason: "too much" });
    if (order.state !== "proposed") return { refusal: "CHANGE_ORDER_DECIDED", call };
    const decided = { state: approves ? ("approved" as const) : ("declined" as const), decidedOn: on };
    if (approves) {
      if (of.state === "closed") return { refusal: "DELIVERABLE_CLOSED", call };
      if ([order.rushBy, order.expeditedBy].some((date) => date !== null && date < on))
        return { refusal: "LEAD_TIME_DATE_PASSED", call };
      if (shortens(of, { ...order, on })) return { refusal: "CHANGE_ORDER_DATE_EARLIER", call };
    }
    Object.assign(order, decided);
    return { refusal: null, call };
  },

  startWait: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const of = deliverableOf(account, choice);
    const whose = choice.minutes % 2 === 0 ? ("client" as const) : ("product" as const);
    const from = plus(model.today, -(choice.days % 9));
    const id = factId(model.counter++);
    const call = (api: Api) =>
      api.wait.start.mutate({ account: account.id, deliverable: of.id, whose, what: "An answer", from, id });
    const { decision } = of;
    if (decision !== null && decision.state !== "proposed" && from < decision.deliveredOn)
      return { refusal: "PREMIUM_SETTLED", call };
    of.waits.push({ id, whose, from, to: null });
    return { refusal: null, call };
  },

  stopWait: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const of = deliverableOf(account, choice);
    const wait = one(of.waits, choice.minutes);
    if (wait === undefined) return nothing;
    const to = plus(model.today, -(choice.days % 5));
    const call = (api: Api) => api.wait.stop.mutate({ account: account.id, wait: wait.id, to });
    if (wait.to !== null) return { refusal: "WAIT_ENDED", call };
    if (to < wait.from) return { refusal: "WAIT_ENDS_BEFORE_START", call };
    const { decision } = of;
    const settled = decision !== null && decision.state !== "proposed";
    if (settled && wait.from < decision.deliveredOn && to < decision.deliveredOn)
      return { refusal: "PREMIUM_SETTLED", call };
    wait.to = to;
    return { refusal: null, call };
  },

  handOver: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const toDo = account.deliverables.find((each) => each.handedOver === null && each.state === "open");
    const of = (choice.days % 4 === 0 ? undefined : toDo) ?? deliverableOf(account, choice);
    const target = { account: account.id, deliverable: of.id };
    const again = of.handedOver !== null;
    const call = (api: Api) => handOver(api, target, again);
    if (of.state !== "open") return { refusal: "DELIVERABLE_CLOSED", call };
    const sow = approvedSow(of);
    if (sow === undefined) return { refusal: "PHASE_INCOMPLETE", call };
    if (again) return { refusal: null, call };
    const deliveredOn = model.today;
    if (sow.leadTime !== "standard" && of.decision === null) {
      const judgement = judged(account, of, sow, deliveredOn, model.today);
      // The phases before it are done all the same; it is rare enough to leave such histories out.
      if (judgement === null) return nothing;
      settleOrPropose(model, account, of, deliveredOn, judgement.outcome);
    }
    of.handedOver = deliveredOn;
    return { refusal: null, call };
  },

  propose: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const of = deliverableOf(account, choice);
    const stated = choice.yes ? plus(model.today, -(choice.days % 15)) : undefined;
    const said = { account: account.id, deliverable: of.id };
    const call = (api: Api) =>
      api.premium.propose.mutate({ ...said, ...(stated === undefined ? {} : { deliveredOn: stated }) });
    if (of.decision !== null && of.decision.state !== "proposed") return { refusal: "PREMIUM_SETTLED", call };
    const sow = approvedSow(of);
    if (sow === undefined || sow.leadTime === "standard") return { refusal: "PREMIUM_NONE", call };
    const on = of.decision?.deliveredOn ?? of.handedOver ?? stated;
    const judgement = judged(account, of, sow, on ?? model.today, model.today);
    if (judgement === null) return { refusal: "CHANGE_ORDER_DATE_EARLIER", call };
    if (on === undefined) return { refusal: "PREMIUM_NOT_DELIVERED", call };
    settleOrPropose(model, account, of, on, judgement.outcome);
    closeEnded(model, account);
    return { refusal: null, call };
  },

  decidePremium: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const proposed = account.deliverables.find(({ decision }) => decision?.state === "proposed");
    const of = (choice.days % 8 === 0 ? undefined : proposed) ?? deliverableOf(account, choice);
    const said = { account: account.id, deliverable: of.id };
    const { yes } = choice;
    const call = (api: Api) =>
      yes ? api.premium.confirm.mutate(said) : api.premium.decline.mutate({ ...said, reason: "agreed otherwise" });
    const { decision } = of;
    const sow = approvedSow(of);
    if (decision === null || sow === undefined) return { refusal: "NOT_FOUND", call };
    if (decision.state !== "proposed") return { refusal: "PREMIUM_SETTLED", call };
    const judgement = judged(account, of, sow, decision.deliveredOn, model.today);
    if (judgement === null) return { refusal: "CHANGE_ORDER_DATE_EARLIER", call };
    if (judgement.outcome !== decision.outcome) return { refusal: "PREMIUM_OUTDATED", call };
    decide(model, account, of, yes ? "confirmed" : "declined");
    closeEnded(model, account);
    return { refusal: null, call };
  },

  run: (model: PracticeModel, choice: Choice): Act => {
    const { days, yes } = choice;
    const through = plus(model.today, -(days % 16));
    const account = days % 6 === 0 ? { account: accountOf(model, choice).id } : {};
    run(model, through, account.account ?? null);
    const once = (api: Api) => api.invoice.run.mutate({ through, ...account });
    return {
      refusal: null,
      call: async (api) => {
        // Twice, one after the other or at the same time, must be as good as once (INV-4).
        if (yes) await Promise.all([once(api), once(api)]);
        else await once(api);
        if (days % 2 === 0) await once(api);
      },
    };
  },

  pay: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const { which, minutes, days, yes } = choice;
    const open = account.invoices.filter((invoice) => balanceOf(account, invoice) > 0);
    const named = yes ? (one(days % 3 === 0 ? account.invoices : open, which) ?? null) : null;
    const owed =
      named === null ? open.reduce((sum, each) => sum + balanceOf(account, each), 0) : balanceOf(account, named);
    // All of it mostly; a part, or more than is owed.
    const amount = Math.max(1, days % 4 === 0 ? Math.ceil(owed / 3) : days % 4 === 1 ? owed + minutes * 50 : owed);
    const on = plus(model.today, days % 5 === 0 ? -(days % 9) : 0);
    const id = factId(model.counter++);
    payIn(model, account, { source: id, amount, on, named });
    const said = { account: account.id, id, amount, on, ...(named === null ? {} : { invoice: named.number }) };
    return { refusal: null, call: (api) => api.payment.record.mutate(said) };
  },

  reversePayment: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const own = account.money.filter(({ kind, source }) => kind === "payment" && !source.startsWith("standing"));
    const payment = one(own, choice.which);
    if (payment === undefined) return nothing;
    const call = (api: Api) => api.payment.reverse.mutate({ account: account.id, payment: payment.source });
    if (payment.reversed) return { refusal: "PAYMENT_REVERSED", call };
    Object.assign(payment, { reversed: true, unapplied: 0 });
    const reopened: Invoice[] = [];
    for (const each of account.applications)
      if (each.money === payment && each.reversedOn === null) {
        each.reversedOn = model.today;
        reopened.push(each.invoice);
      }
    for (const invoice of reopened) meetFromOwnCredit(model, account, invoice);
    return { refusal: null, call };
  },

  credit: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const work = account.invoices.filter(({ kind }) => kind === "work" || choice.days % 4 === 0);
    const invoice = one(work, choice.which);
    if (invoice === undefined) return nothing;
    const line = one(invoice.lines, choice.minutes);
    if (line === undefined) return nothing;
    const reason = choice.yes ? "rebill" : "waive";
    const left = leftOf(line);
    const minutes = choice.days % 9 === 0 || left === 0 ? choice.minutes : 1 + (choice.minutes % left);
    const said = { number: invoice.number, line: invoice.lines.indexOf(line) + 1, minutes, reason } as const;
    const call = (api: Api) => api.credit.issue.mutate(said);
    const refused = (refusal: string): Act => ({ refusal, call });
    if (line.kind === "deposit") return refused("DEPOSIT_LINE");
    if (line.kind === "premium" && reason === "rebill") return refused("PREMIUM_NOT_REBILLED");
    if (line.kind === "premium") {
      const carrying = premiumsOn(account, line);
      if (carrying.length < minutes) return refused("CREDIT_EXCEEDS_LINE");
      creditMinutes(model, account, invoice, { labor: [], premium: carrying.slice(-minutes), reason });
      return { refusal: null, call };
    }
    if (invoice.voided) return refused("INVOICE_VOIDED");
    if (minutes > left) return refused("CREDIT_EXCEEDS_LINE");
    if (line.kind === "allowance") {
      if (reason === "rebill" && minutes > unusedHours(account, invoice)) return refused("CREDIT_EXCEEDS_UNUSED");
      creditMinutes(model, account, invoice, { labor: [], premium: [], hours: [{ line, minutes }], reason });
      return { refusal: null, call };
    }
    creditMinutes(model, account, invoice, { labor: laborOn(account, line).slice(-minutes), premium: [], reason });
    return { refusal: null, call };
  },

  void: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const invoice = one(account.invoices, choice.which);
    if (invoice === undefined) return nothing;
    const reason = choice.yes ? "rebill" : "waive";
    const call = (api: Api) => api.invoice.void.mutate({ number: invoice.number, reason });
    const refused = (refusal: string): Act => ({ refusal, call });
    const [first] = invoice.lines;
    if (invoice.kind === "deposit" && first !== undefined) {
      const of = account.deliverables.find(({ id }) => id === first.deliverable);
      if (of === undefined || depositWasUsed(account, of, first.creditedAmount)) return refused("DEPOSIT_USED");
      voidDeposit(model, account, invoice, reason);
      return { refusal: null, call };
    }
    if (invoice.voided) return refused("INVOICE_VOIDED");
    const labor = invoice.lines.filter(({ kind }) => kind === "labor").flatMap((line) => laborOn(account, line));
    const premium = invoice.lines.filter(({ kind }) => kind === "premium").flatMap((line) => premiumsOn(account, line));
    const hours = invoice.lines
      .filter((line) => line.kind === "allowance" && leftOf(line) > 0)
      .map((line) => ({ line, minutes: leftOf(line) }));
    if (labor.length + premium.length + hours.length === 0) return refused("CREDIT_EXCEEDS_LINE");
    const taken = hours.reduce((sum, { minutes }) => sum + minutes, 0);
    if (reason === "rebill" && taken > 0 && taken > unusedHours(account, invoice))
      return refused("CREDIT_EXCEEDS_UNUSED");
    const covered = premium.filter(({ minute }) => minute.place === "allowance");
    creditMinutes(model, account, invoice, { labor, premium, hours, reason });
    if (reason === "rebill") reopenCoveredUnder(account, covered);
    invoice.voided = true;
    return { refusal: null, call };
  },

  cancel: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const of = deliverableOf(account, choice);
    const call = (api: Api) =>
      api.deliverable.cancel.mutate({ account: account.id, deliverable: of.id, reason: "no longer wanted" });
    if (of.state !== "open") return { refusal: "DELIVERABLE_CLOSED", call };
    Object.assign(of, { state: "ending", endedOn: model.today });
    closeEnded(model, account);
    return { refusal: null, call };
  },

  close: (model: PracticeModel, choice: Choice): Act => {
    const account = accountOf(model, choice);
    const of = deliverableOf(account, choice);
    const call = (api: Api) => api.deliverable.close.mutate({ account: account.id, deliverable: of.id });
    if (of.state === "closed") return { refusal: "DELIVERABLE_CLOSED", call };
    if (of.state === "open") {
      if (approvedSow(of) !== undefined) return { refusal: "PHASES_NOT_ENDED", call };
      Object.assign(of, { state: "ending", endedOn: model.today });
      closeEnded(model, account);
      return { refusal: null, call };
    }
    const open = openMinutesOf(account, of.id) > 0;
    return { refusal: open ? "DELIVERABLE_HAS_OPEN_TIME" : "DELIVERABLE_AWAITS_PREMIUM", call };
  },
};

const nothing: Act = { refusal: null, call: async () => undefined };

/** Whether the approved change orders with one more state an earlier date than they replace (LEAD-5). */
function shortens(
  of: Deliverable,
  change: {
    readonly number: number;
    readonly expeditedBy: string | null;
    readonly rushBy: string | null;
    readonly on: string;
  },
): boolean {
  const sow = approvedSow(of);
  if (sow === undefined || sow.leadTime === "standard") return false;
  const others = approvedChanges(of).filter(({ number }) => number !== change.number);
  const until = of.decision?.deliveredOn ?? "9999-12-31";
  return promised(sow, [...others, change], until) === null;
}

const depositWasUsed = (account: Account, of: Deliverable, credited: number): boolean =>
  of.state === "closed" ||
  credited > 0 ||
  standing(account).some(
    (entry) => entry.deliverable === of.id && entry.minutes.some(({ place }) => place === "deposit"),
  );

function voidDeposit(model: PracticeModel, account: Account, invoice: Invoice, reason: "rebill" | "waive"): void {
  const [line] = invoice.lines;
  if (line === undefined) return;
  line.creditedAmount = line.amount;
  invoice.voided = true;
  issueMemo(model, account, invoice, reason, [{ line: 1, minutes: 0, amount: line.amount }]);
}

/** Leads work through the process to the customer's testing, each step stated by somebody who may (LEAD-7, PROC-1 to PROC-4). */
async function handOver(
  api: Api,
  target: { readonly account: string; readonly deliverable: string },
  again: boolean,
): Promise<void> {
  const state = (condition: string, role: "developer" | "coordinator", person: string) =>
    api.phase.record.mutate({ ...target, condition, by: role, person, what: "as agreed" });
  const advance = () => api.phase.advance.mutate({ ...target, override });
  if (!again) {
    await advance();
    await state("plan-written", "developer", "Dan");
    await state("plan-approved", "developer", "Eve");
    await advance();
    await state("deployed-to-staging", "developer", "Dan");
    await state("code-reviewed", "developer", "Eve");
    await advance();
    await state("internally-tested", "developer", "Eve");
  }
  await state("uat-link-sent", "coordinator", "Cora");
}
