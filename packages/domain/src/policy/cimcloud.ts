import { cimcloudClauses, cimcloudDocuments } from "../clauses/cimcloud.ts";
import { cimcloudImplementation } from "./cimcloud-implementation.ts";
import { cimcloudPackages } from "./cimcloud-packages.ts";
import { cimcloudProcess } from "./cimcloud-process.ts";
import type { Policy } from "./policy.ts";

/** The offering as CIMcloud publishes it, with our defaults where the sources are silent; each clause says which is which. */
export const defaultPolicy: Policy = {
  id: "cimcloud",
  title: "CIMcloud Pro Services",
  currency: "USD",
  rateCard: [{ validFrom: "2024-01-01", ratePerHour: 23_500 }],
  premiums: { expedited: 5000, rush: 10_000 },
  expectedRise: { lowPercent: 3, highPercent: 5 },
  leadTimes: { changeOrderEffect: "lapse", clientResponseBusinessDays: 2, deliveryMilestone: "uat" },
  allowances: {
    usualLumpMinutes: { min: 600, max: 3000 },
    activation: "on-purchase",
    rolloverCapMinutes: 0,
    alertPercents: [50, 75, 90, 100],
    categories: [
      "Consulting on B2B eCommerce",
      "Consulting on B2C eCommerce",
      "Consulting on CRM",
      "Consulting on platform to ERP sync",
      "Consulting on platform replacements",
      "Strategic and commercial planning",
      "Ongoing risk assessment",
      "Participation in project calls",
      "CIM team-level coordination on discrete work",
      "Issue discussion and solutions",
      "Supplemental platform onboarding",
    ],
  },
  requests: {
    amberAfterBusinessDays: 2,
    lateAfterBusinessDays: 3,
    startWindows: {
      small: { from: 2, to: 3, unit: "weeks" },
      large: { from: 1, to: 3, unit: "months" },
    },
  },
  invoices: { graceDays: 0 },
  billing: { anchor: "2024-01-01", periodDays: 14, incrementMinutes: 1, mostInvoicesADay: 250 },
  deliverables: { sowValidDays: 30, overrun: "hold" },
  packages: cimcloudPackages,
  implementation: cimcloudImplementation,
  process: cimcloudProcess,
  holidays: [],
  documents: cimcloudDocuments,
  clauses: cimcloudClauses,
};
