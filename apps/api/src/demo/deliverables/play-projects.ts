import { businessDaysBefore } from "../business-days.ts";
import { clerk, consultant, coordinator, personNamed } from "../desk.ts";
import { budgetHolder } from "../hats.ts";
import { noteCredits, type Practice, planAgo } from "../practice.ts";
import { idOf, randomFrom } from "../random.ts";
import { planCourse } from "./course.ts";
import { liveProjects } from "./live.ts";
import type { DemoChange, DemoFinding, DemoProject, DemoSow } from "./project.ts";
import { promisedProjects } from "./promised.ts";
import { proposedProjects } from "./proposed.ts";
import { projectsUnderWay } from "./under-way.ts";

/** A larger piece of work stands before its parts. */
const allProjects: readonly DemoProject[] = [
  ...projectsUnderWay,
  ...liveProjects,
  ...promisedProjects,
  ...proposedProjects,
];

/** Lets every project come as far as its story goes. */
export function planProjects(practice: Practice): void {
  for (const project of allProjects) {
    planBeginning(practice, project);
    for (const [at, sow] of (project.sows ?? []).entries()) planSow(practice, project, sow, at + 1);
    for (const [at, change] of (project.changes ?? []).entries())
      planChange(practice, project, change, `${project.id}-co-${at + 1}`);
    planWork(practice, project);
    planCourse(practice, project);
    planWaits(practice, project);
    planFindings(practice, project);
    planEnd(practice, project);
  }
}

/** Adds the work, or says more of what the account began with. */
function planBeginning(practice: Practice, project: DemoProject): void {
  const { account, id, added, kind, parent, requirements, touches = [], drawsFromAllowance = false, hours } = project;
  const { desk } = practice;
  const said = { account, kind, requirements, drawFromAllowance: drawsFromAllowance, criticalWorkflows: touches };
  const described = { ...said, ...(parent === undefined ? {} : { parent }) };
  const before = (project.sows?.[0]?.issued ?? 249) + 1;
  planAgo(practice, added?.ago ?? before, async (day) => {
    if (added === undefined)
      await desk(coordinator, day, `describe ${account} ${id}`).deliverable.edit({ ...described, deliverable: id });
    else await desk(coordinator, day, `add ${account} ${id}`).deliverable.add({ ...described, id, name: added.name });
  });
  if (hours === undefined) return;
  const estimates = Object.entries(hours).map(([phase, each]) => ({ phase, minutes: each * 60 }));
  const estimated = { account, deliverable: id, estimates };
  planAgo(practice, before, (day) =>
    desk(coordinator, day, `estimate ${account} ${id}`).deliverable.estimate(estimated),
  );
}

/** A SOW is issued, and approved by the budget holder in person; its deposit is paid on the day. */
function planSow(practice: Practice, project: DemoProject, sow: DemoSow, number: number): void {
  const { account, id: deliverable } = project;
  const { desk, today } = practice;
  const { issued, approved, leadTime = "standard", rushBy, expeditedBy, deposit = 0 } = sow;
  const what = `${account} ${deliverable} ${number}`;
  const dates = {
    ...(rushBy === undefined ? {} : { rushBy: businessDaysBefore(today, rushBy) }),
    ...(expeditedBy === undefined ? {} : { expeditedBy: businessDaysBefore(today, expeditedBy) }),
  };
  planAgo(practice, issued, (day) =>
    desk(coordinator, day, `sow ${what}`).sow.issue({ account, deliverable, leadTime, deposit, ...dates }),
  );
  if (approved === undefined) return;
  planAgo(practice, approved, async (day) => {
    const { invoice } = await desk(budgetHolder(account), day, `approve sow ${what}`).sow.approve({
      account,
      deliverable,
    });
    if (invoice === null) return;
    const id = idOf(`payment ${invoice.number}`);
    const paid = { account, amount: invoice.total, invoice: invoice.number, id, note: "Deposit, bank transfer" };
    await desk(clerk, day, `pay deposit ${what}`).payment.record(paid);
  });
}

function planChange(practice: Practice, { account, id: deliverable }: DemoProject, change: DemoChange, id: string) {
  const { desk, today } = practice;
  const { proposed, hours, scope, expeditedBy, approved, declined } = change;
  const dates = expeditedBy === undefined ? {} : { newExpeditedBy: businessDaysBefore(today, expeditedBy) };
  const owner = budgetHolder(account);
  planAgo(practice, proposed, (day) =>
    desk(coordinator, day, `propose ${account} ${id}`).changeOrder.propose({
      ...{ account, deliverable, scope, minutes: hours * 60 },
      ...dates,
    }),
  );
  if (approved !== undefined)
    planAgo(practice, approved, (day) =>
      desk(owner, day, `approve ${account} ${id}`).changeOrder.approve({ account, changeOrder: id }),
    );
  if (declined !== undefined)
    planAgo(practice, declined.ago, (day) =>
      desk(owner, day, `decline ${account} ${id}`).changeOrder.decline({
        ...{ account, changeOrder: id },
        reason: declined.reason,
      }),
    );
}

/** Each day's time is logged by whoever worked it. */
function planWork(
  practice: Practice,
  { account, id: deliverable, work = [], notes = ["Went on with it"] }: DemoProject,
) {
  work.forEach(({ from, to, hours, by }, spell) => {
    const random = randomFrom(`${account} ${deliverable} ${spell}`);
    const days = Math.max(1, Math.min(from - to + 1, Math.round(hours / 3)));
    let left = hours * 4;
    for (let at = 0; at < days; at += 1) {
      const ago = days === 1 ? from : Math.round(from - ((from - to) * at) / (days - 1));
      // The last day has what is left.
      const quarters = at === days - 1 ? left : Math.min(left - (days - 1 - at), random.between(9, 14));
      left -= quarters;
      const id = idOf(`time ${account} ${deliverable} ${spell} ${at}`);
      const worker = random.of(by);
      const entry = { account, deliverable, worker, minutes: quarters * 15, note: random.of(notes), id };
      planAgo(practice, ago, (day) => practice.desk(personNamed(worker), day, id).time.log({ ...entry, on: day }));
    }
  });
}

function planWaits(practice: Practice, { account, id: deliverable, waits = [] }: DemoProject): void {
  for (const { from, to, what } of waits) {
    const id = idOf(`wait ${account} ${deliverable} ${what}`);
    const asked = { account, deliverable, whose: "client" as const, what, id };
    planAgo(practice, from, (day) => practice.desk(consultant, day, `wait ${id}`).wait.start(asked));
    if (to !== undefined)
      planAgo(practice, to, (day) => practice.desk(consultant, day, `answered ${id}`).wait.stop({ account, wait: id }));
  }
}

function planFindings(practice: Practice, { account, id: deliverable, findings = [] }: DemoProject): void {
  const count = { "punch-list-item": 0, issue: 0 };
  for (const { kind, ago, what, done } of findings) {
    count[kind] += 1;
    const found = { account, deliverable, what };
    const finding = `${deliverable}-${kind === "issue" ? "issue" : "punch"}-${count[kind]}`;
    planAgo(practice, ago, (day) => {
      const desk = practice.desk(budgetHolder(account), day, `found ${account} ${finding}`);
      return kind === "issue" ? desk.issue.report(found) : desk.punchList.add(found);
    });
    if (done !== undefined) planDone(practice, kind, { account, finding, note: done.note }, done.ago);
  }
}

function planDone(
  practice: Practice,
  kind: DemoFinding["kind"],
  end: { readonly account: string; readonly finding: string; readonly note: string },
  ago: number,
): void {
  planAgo(practice, ago, (day) => {
    const desk = practice.desk(consultant, day, `done ${end.account} ${end.finding}`);
    return kind === "issue" ? desk.issue.resolve(end) : desk.punchList.done(end);
  });
}

/** Going back, what is decided of a premium, and giving up. */
function planEnd(practice: Practice, { account, id: deliverable, wentBack, decision, cancelled }: DemoProject): void {
  const { desk } = practice;
  const which = { account, deliverable };
  if (wentBack !== undefined) {
    const { ago, to, reason } = wentBack;
    planAgo(practice, ago, (day) =>
      desk(consultant, day, `back ${account} ${deliverable}`).phase.back({ ...which, to, reason }),
    );
  }
  if (decision !== undefined)
    planAgo(practice, decision.ago, async (day) => {
      const { reason } = decision;
      const api = desk(coordinator, day, `settle ${account} ${deliverable}`);
      noteCredits(practice, account, (await api.premium.confirm({ ...which, reason })).creditMemos);
    });
  if (cancelled !== undefined)
    planAgo(practice, cancelled.ago, async (day) => {
      const { reason } = cancelled;
      const api = desk(coordinator, day, `cancel ${account} ${deliverable}`);
      noteCredits(practice, account, (await api.deliverable.cancel({ ...which, reason })).creditMemos);
    });
}
