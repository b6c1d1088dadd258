import type { Clause } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** Clauses that belong together: their ids begin alike, as `INV-1` and `INV-2` do. */
export interface ClauseArea {
  readonly area: string;
  readonly clauses: readonly Clause[];
}

/** The clauses by area, in the order in which the areas first come. */
export function areasOf(clauses: readonly Clause[]): readonly ClauseArea[] {
  const areas = new Map<string, Clause[]>();
  for (const clause of clauses) {
    const area = clause.id.replace(/-\d+$/, "");
    areas.set(area, [...(areas.get(area) ?? []), clause]);
  }
  return [...areas].map(([area, own]) => ({ area, clauses: own }));
}

const names: Readonly<Record<string, MessageDescriptor>> = {
  RATE: msg`Rates and lines`,
  LEAD: msg`Lead times`,
  ALW: msg`Allowances`,
  DLV: msg`Deliverables and SOWs`,
  INV: msg`Invoices and payments`,
  REQ: msg`Requests and backlog`,
  PROD: msg`The product team`,
  PKG: msg`Labor packages`,
  PROC: msg`The customization process`,
  IMPL: msg`The implementation plan`,
  ROLE: msg`People and their roles`,
};

/** What an area is about; the beginning of its ids where a practice has areas of its own. */
export function areaName(area: string): string {
  const name = names[area];
  return name === undefined ? area : i18n._(name);
}
