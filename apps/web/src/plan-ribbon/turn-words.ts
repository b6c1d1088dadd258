import type { Side } from "@cimpro/domain";
import { i18n, type MessageDescriptor } from "@lingui/core";
import { msg, plural, t } from "@lingui/core/macro";

/** Who looks at a plan: what is the customer's is theirs for the team, and yours for them. */
export type Audience = "team" | "customer";

const turns: Readonly<Record<Side, MessageDescriptor>> = {
  ours: msg`Services team`,
  theirs: msg`Customer`,
  neither: msg`Together`,
};

/** Whose turn a step is, in the words of who looks at it. */
export const turnWords = (side: Side, audience: Audience): string =>
  side === "theirs" && audience === "customer" ? t`You` : i18n._(turns[side]);

interface Slip {
  readonly slipDays: number;
  readonly slip: readonly { readonly days: number; readonly whose: Side }[];
}

/** `9 days late (5 customer, 4 services team)`, `1 day early`; nothing when it is on the day. */
export function slipWords({ slipDays, slip }: Slip, audience: Audience): string {
  if (slipDays === 0) return "";
  if (slipDays < 0) return plural(-slipDays, { one: "# day early", other: "# days early" });
  const owners = slip
    .filter(({ days }) => days > 0)
    .map(({ days, whose }) => ownDays(days, whose, audience))
    .join(", ");
  return owners === ""
    ? plural(slipDays, { one: "# day late", other: "# days late" })
    : plural(slipDays, { one: `# day late (${owners})`, other: `# days late (${owners})` });
}

function ownDays(days: number, whose: Side, audience: Audience): string {
  if (whose === "ours") return t`${days} services team`;
  if (whose === "neither") return t`${days} together`;
  return audience === "customer" ? t`${days} yours` : t`${days} customer`;
}
