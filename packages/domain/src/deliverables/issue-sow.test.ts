import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { approvedSow, deliverable, sow } from "../../test/deliverable-samples.ts";
import { issueSow, SowRequest, type SowTerms } from "./issue-sow.ts";

const terms: SowTerms = {
  issuedOn: "2024-03-04",
  ratePerHour: 23_500,
  premiums: { expedited: 5000, rush: 10_000 },
  policyVersion: 1,
  validDays: 30,
  phases: ["discovery", "implementation"],
};
const work = deliverable({ requirements: "Prices", estimates: [{ phase: "implementation", minutes: 600 }] });
const ask = (request: Partial<SowRequest> = {}) => SowRequest.parse(request);

const issuesOf = (request: Partial<SowRequest>) => {
  const answer = issueSow(work, ask(request), terms, []);
  return answer.ok ? [] : (answer.rejection.issues ?? []).map(({ path, message }) => `${path}: ${message}`);
};

describe("issueSow", () => {
  test("DLV-2: states scope, estimate per phase, lead time, rate, deposit and validity", () => {
    const answer = issueSow(work, ask({ deposit: 50_000 }), terms, []);
    expect(answer).toEqual({
      ok: true,
      value: sow({ scope: "Prices", deposit: 50_000, validUntil: "2024-04-03" }),
    });
  });

  test("DLV-2: its own scope, estimates and validity go before those of the deliverable and the policy", () => {
    const estimates = [
      { phase: "discovery", minutes: 60 },
      { phase: "implementation", minutes: 120 },
    ];
    const answer = issueSow(work, ask({ scope: "Less", estimates, validDays: 7 }), terms, []);
    expect(answer).toMatchObject({ ok: true, value: { scope: "Less", minutes: 180, validUntil: "2024-03-11" } });
  });

  test("DLV-2: the next one counts on, and none comes after an approved one", () => {
    expect(issueSow(work, ask(), terms, [sow()])).toMatchObject({ ok: true, value: { id: "sync-sow-2", number: 2 } });
    expect(issueSow(work, ask(), terms, [approvedSow()])).toMatchObject({
      rejection: { code: "SOW_ALREADY_APPROVED", clause: "DLV-2" },
    });
  });

  test("LEAD-7: rush states two dates in order, expedited one, standard none, none before the issue", () => {
    expect(issuesOf({ leadTime: "rush", expeditedBy: "2024-03-20", rushBy: "2024-03-20" })).toEqual([]);
    expect(issuesOf({ leadTime: "expedited", expeditedBy: "2024-03-04" })).toEqual([]);
    expect(issuesOf({ leadTime: "rush", expeditedBy: "2024-03-20" })).toEqual([
      "rushBy: the rush lead time states this date",
    ]);
    expect(issuesOf({ leadTime: "rush", expeditedBy: "2024-03-20", rushBy: "2024-03-21" })).toEqual([
      "rushBy: must not be after the expedited date",
    ]);
    expect(issuesOf({ leadTime: "expedited", expeditedBy: "2024-03-20", rushBy: "2024-03-19" })).toEqual([
      "rushBy: the expedited lead time has no such date",
    ]);
    expect(issuesOf({ expeditedBy: "2024-03-20" })).toEqual(["expeditedBy: the standard lead time has no such date"]);
    expect(issuesOf({ leadTime: "expedited", expeditedBy: "2024-03-03" })).toEqual([
      "expeditedBy: must not be before 2024-03-04",
    ]);
  });

  test("estimates name phases of the process, each once", () => {
    const estimates = ["implementation", "design", "implementation"].map((phase) => ({ phase, minutes: 60 }));
    expect(issuesOf({ estimates })).toEqual([
      'estimates.1.phase: "design" is no phase; there are discovery, implementation',
      'estimates.2.phase: "implementation" is estimated already',
    ]);
  });

  test("DLV-2: a SOW without any estimate states no costs", () => {
    const empty = deliverable();
    expect(issueSow(empty, ask(), terms, [])).toMatchObject({ rejection: { code: "SOW_WITHOUT_ESTIMATE" } });
  });

  test("LEAD-1: work of which only a name is known has no lead time", () => {
    const imported = deliverable({ addedOn: null, estimates: work.estimates });
    const dates = { leadTime: "expedited", expeditedBy: "2024-03-20" } as const;
    expect(issueSow(imported, ask(dates), terms, [])).toMatchObject({
      rejection: { code: "LEAD_TIME_NOT_ELIGIBLE", clause: "LEAD-1" },
    });
    expect(issueSow(imported, ask(), terms, [])).toMatchObject({ ok: true });
    expect(issueSow({ ...imported, kind: "design-and-ui" }, ask(dates), terms, [])).toMatchObject({ ok: true });
  });

  test.each(["ending", "closed"] as const)("DLV-3: %s work has no new SOW", (state) => {
    expect(issueSow({ ...work, state }, ask(), terms, [])).toMatchObject({ rejection: { code: "DELIVERABLE_CLOSED" } });
  });

  test("RATE-3, DLV-2: it freezes the rate of its issue day, and its minutes are the sum of its phases", () => {
    const minutes = fc.array(fc.nat(60_000), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(minutes, fc.nat(100_000), ([first = 0, second = 0], ratePerHour) => {
        const estimates = [
          { phase: "discovery", minutes: first },
          { phase: "implementation", minutes: second },
        ];
        const answer = issueSow(work, ask({ estimates }), { ...terms, ratePerHour }, []);
        expect(answer.ok).toBe(first + second > 0);
        if (answer.ok) expect(answer.value).toMatchObject({ minutes: first + second, ratePerHour });
      }),
    );
  });
});
