import {
  beginPhaseRecord,
  beginProcess,
  type Customization,
  defaultPolicy,
  type Finding,
  openUpdate,
} from "@cimpro/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { account, command, did, entry, logTime, type OpenedStore, openAccount, stores } from "../test/books.ts";

const on = "2024-01-03";
const record = beginPhaseRecord({ account: "acme", id: "site", on }, 1, beginProcess(defaultPolicy.process));
const finding: Finding = {
  ...{ account: "acme", id: "site-punch-1", deliverable: "site", kind: "punch-list-item", number: 1, what: "A typo" },
  ...{ phase: "testing", reportedBy: "Mel", reportedOn: on, state: "open", endedBy: null, endedOn: null, note: "" },
};
const customization: Customization = {
  ...{ account: "acme", id: "shop", name: "Shop", deliverables: ["shop"], liveSince: on },
  ...{ state: "live", retiredOn: null, retiredBy: null, note: "" },
};

describe.each(stores)("the records of the process on %s", (_engine, open) => {
  let opened: OpenedStore;
  beforeAll(async () => {
    opened = await open();
    for (const id of ["acme", "beta"]) await openAccount(opened.store, account(id));
    await opened.store.write(command("acme", "phase.evidence-given"), async (books) => {
      await books.phaseRecords.put(record);
      await books.findings.put(finding);
      await books.customizations.put(customization);
      const asked = { account: "acme", version: "5.1", on, person: "Cora", today: on };
      const { update, reviews } = openUpdate(asked, [customization]);
      await books.versionUpdates.put(update);
      for (const review of reviews) await books.compatibilityReviews.put(review);
      return did(null);
    });
    await logTime(opened.store, entry("first", { deliverable: "site", minutes: 90 }));
    await logTime(opened.store, entry("second", { deliverable: "site", minutes: 30 }));
    await logTime(opened.store, entry("taken-back", { deliverable: "site", reversedOn: on }));
    await logTime(opened.store, entry("general"));
    await logTime(opened.store, entry("other", { account: "beta", deliverable: "site", minutes: 15 }));
  });
  afterAll(() => opened.close());

  test("come back as they were put, and are found by what they are about", async () => {
    await opened.store.read(async (books) => {
      expect(await books.phaseRecords.find("acme", "site")).toEqual(record);
      expect(await books.phaseRecords.across({ states: ["discovery"], limit: 5 })).toEqual([record]);
      expect(await books.findings.of("acme", "site")).toEqual([finding]);
      expect(await books.customizations.across({ states: ["live"], limit: 5 })).toEqual([customization]);
      expect(await books.compatibilityReviews.of("acme", "5-1")).toMatchObject([{ customization: "shop" }]);
      for (const noun of [books.phaseRecords, books.findings, books.customizations, books.versionUpdates])
        expect(await noun.misfiled()).toEqual([]);
      expect(await books.compatibilityReviews.misfiled()).toEqual([]);
    });
  });

  test("stand beside the minutes worked on each deliverable, without what was taken back", async () => {
    const minutes = (accounts: readonly string[]) => opened.store.read((books) => books.deliverableMinutes(accounts));
    expect(await minutes(["acme"])).toEqual([{ account: "acme", deliverable: "site", minutes: 120 }]);
    expect((await minutes(["acme", "beta"])).map((each) => each.minutes).toSorted()).toEqual([120, 15]);
    expect(await minutes([])).toEqual([]);
  });
});
