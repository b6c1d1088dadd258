import type { Draft, DraftedInvoice } from "../api/answers.ts";

/** A document that would be issued, and what became of it since the preview one had seen. */
export interface PreviewRow extends DraftedInvoice {
  readonly key: string;
  /** Its total in the earlier preview; null if it was not there. */
  readonly was: number | null;
  /** It was in the earlier preview and is no longer. */
  readonly gone: boolean;
}

/** The documents of a draft beside those of the one that was outdated. */
export function compareDrafts(draft: Draft, before: Draft | null): readonly PreviewRow[] {
  const keyed = keysOf(draft.invoices);
  if (before === null) return keyed.map(([key, invoice]) => ({ ...invoice, key, was: null, gone: false }));
  const earlier = new Map(keysOf(before.invoices));
  const now = new Set(keyed.map(([key]) => key));
  return [
    ...keyed.map(([key, invoice]) => ({ ...invoice, key, was: earlier.get(key)?.total ?? null, gone: false })),
    ...[...earlier]
      .filter(([key]) => !now.has(key))
      .map(([key, invoice]) => ({ ...invoice, key, was: invoice.total, gone: true })),
  ];
}

/** Each document with a name of its own: an account may have several allowances in a month. */
function keysOf(invoices: readonly DraftedInvoice[]): readonly (readonly [string, DraftedInvoice])[] {
  const seen = new Map<string, number>();
  return invoices.map((invoice) => {
    const name = `${invoice.account} ${invoice.kind} ${invoice.period?.start ?? ""}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return [`${name} ${count}`, invoice];
  });
}
