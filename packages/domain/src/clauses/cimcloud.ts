import { allowanceClauses } from "./cimcloud-allowances.ts";
import { deliverableClauses } from "./cimcloud-deliverables.ts";
import { implementationClauses } from "./cimcloud-implementation.ts";
import { invoiceClauses } from "./cimcloud-invoices.ts";
import { leadTimeClauses } from "./cimcloud-lead-times.ts";
import { packageClauses } from "./cimcloud-packages.ts";
import { processClauses } from "./cimcloud-process.ts";
import { productClauses } from "./cimcloud-product.ts";
import { rateClauses } from "./cimcloud-rates.ts";
import { requestClauses } from "./cimcloud-requests.ts";
import { roleClauses } from "./cimcloud-roles.ts";
import type { Clause, SourceDocument } from "./clause.ts";

/** The four public help-center articles that describe the offering. */
export const cimcloudDocuments: readonly SourceDocument[] = [
  { id: "S0", title: "The CIM Pro Services Team" },
  { id: "S1", title: "Expert Help Packages" },
  { id: "S2", title: "The Customization Process" },
  { id: "S3", title: "The Implementation Process: From Order to Go Live" },
];

/** Every clause of the offering, in the order people read it. */
export const cimcloudClauses: readonly Clause[] = [
  ...rateClauses,
  ...leadTimeClauses,
  ...allowanceClauses,
  ...deliverableClauses,
  ...invoiceClauses,
  ...requestClauses,
  ...productClauses,
  ...packageClauses,
  ...processClauses,
  ...implementationClauses,
  ...roleClauses,
];
