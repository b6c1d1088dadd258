import type { Actor } from "../../access/roles.ts";
import { businessDaysBefore } from "../business-days.ts";
import { consultant, coordinator, personNamed } from "../desk.ts";
import { budgetHolder } from "../hats.ts";
import { noteCredits, type Practice, planAgo } from "../practice.ts";
import type { DemoProject } from "./project.ts";

const author = personNamed("Marcus Webb");
const reviewer = personNamed("Tom Okafor");

/** What is stated on the work's way through the phases, each by whom it takes (PROC-1 to PROC-6). */
export function planCourse(practice: Practice, { account, id, touches = [], sows = [], course }: DemoProject): void {
  if (course === undefined) return;
  const which = { account, deliverable: id };
  const state = (ago: number | undefined, by: Actor, condition: string, what: string, deploymentOn?: string): void => {
    if (ago === undefined) return;
    planAgo(practice, ago, async (day) => {
      const said = { ...which, condition, what, ...(deploymentOn === undefined ? {} : { deploymentOn }) };
      const { creditMemos } = await practice.desk(by, day, `${condition} ${account} ${id}`).phase.record(said);
      noteCredits(practice, account, creditMemos);
    });
  };
  const enter = (ago: number | undefined, to: string): void => {
    if (ago === undefined) return;
    planAgo(practice, ago, async (day) => {
      const { creditMemos } = await practice.desk(consultant, day, `${to} ${account} ${id}`).phase.advance({
        ...which,
        to,
      });
      noteCredits(practice, account, creditMemos);
    });
  };
  const critical = touches.length > 0;
  const { scheduled, published, stable } = course;
  const owner = budgetHolder(account);

  enter(sows.find(({ approved }) => approved !== undefined)?.approved, "technical-planning");
  state(course.planWritten, author, "plan-written", "Technical plan in the project folder");
  state(course.planApproved, reviewer, "plan-approved", "Read and talked through; two remarks taken in");
  enter(course.planApproved, "implementation");
  state(course.onStaging, author, "deployed-to-staging", "Everything the SOW names is on staging");
  state(course.onStaging, reviewer, "code-reviewed", "Reviewed; names and one query changed");
  enter(course.onStaging, "testing");
  state(course.tested, consultant, "internally-tested", "Test cases of the technical plan, in two browsers");
  state(course.handedOver, consultant, "uat-link-sent", `Link to staging sent to ${owner.name}`);
  state(course.accepted, owner, "customer-approved", "Tested with our own orders: go ahead");
  enter(course.accepted, "deployment");
  if (scheduled !== undefined) {
    const deploymentOn = businessDaysBefore(practice.today, scheduled.for);
    state(scheduled.ago, coordinator, "deployment-scheduled", "Early in the morning, before orders come", deploymentOn);
  }
  if (critical) state(course.staffTold, owner, "staff-told", "Customer service and the counters");
  state(published, author, "published", "Published as tested on staging");
  state(published, consultant, "verified", "Walked through on the live site");
  state(published, consultant, "customer-told", `Asked ${owner.name} to test the live site`);
  enter(published, "stabilization");
  state(stable, consultant, "stabilization-ended", "Nothing new for two weeks");
  enter(stable, "support");
}
