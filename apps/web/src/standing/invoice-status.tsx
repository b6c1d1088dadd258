import type { InvoiceRow } from "../api/answers.ts";
import type { Tone } from "../theme/tones.ts";
import { StateBadge } from "./state-badge.tsx";

const shown: Readonly<Record<InvoiceRow["status"], { readonly tone: Tone; readonly word: string }>> = {
  open: { tone: "soon", word: "Open" },
  "past-due": { tone: "late", word: "Past due" },
  paid: { tone: "good", word: "Paid" },
  suspended: { tone: "quiet", word: "Suspended" },
  voided: { tone: "quiet", word: "Voided" },
};

export function InvoiceStatus({ status }: { readonly status: InvoiceRow["status"] }) {
  const { tone, word } = shown[status];
  return <StateBadge tone={tone}>{word}</StateBadge>;
}
