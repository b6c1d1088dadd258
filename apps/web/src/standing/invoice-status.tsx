import type { MessageDescriptor } from "@lingui/core";
import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { InvoiceRow } from "../api/answers.ts";
import type { Tone } from "../theme/tones.ts";
import { StateBadge } from "./state-badge.tsx";

const shown: Readonly<Record<InvoiceRow["status"], { readonly tone: Tone; readonly word: MessageDescriptor }>> = {
  open: { tone: "soon", word: msg`Open` },
  "past-due": { tone: "late", word: msg`Past due` },
  paid: { tone: "good", word: msg`Paid` },
  suspended: { tone: "quiet", word: msg`Suspended` },
  voided: { tone: "quiet", word: msg`Voided` },
};

export function InvoiceStatus({ status }: { readonly status: InvoiceRow["status"] }) {
  const { tone, word } = shown[status];
  return <StateBadge tone={tone}>{i18n._(word)}</StateBadge>;
}
