import { byExpiryStartPurchase, type Grant, grantId } from "../allowances/grants.ts";
import { addMonths, type Day, firstOfMonth, type Month } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";

/** Minutes already frozen on each grant by earlier billing runs, by grant id (ALW-6). */
export type FrozenUse = ReadonlyMap<string, Minutes>;

/** How much of a grant is used, frozen and derived together. Never clamped: more than granted shows as overage (ALW-7). */
export interface GrantUse {
  readonly grant: Grant;
  readonly usedMinutes: Minutes;
  /** What of its rest went into the next month (ALW-4). */
  readonly rolledOverMinutes: Minutes;
}

export interface GrantPart {
  readonly grant: string;
  readonly minutes: Minutes;
}

interface Slot {
  readonly grant: Grant;
  used: Minutes;
  /** Never less than what earlier runs froze on its roll-over: those minutes cannot be used a second time. */
  rolledOver: Minutes;
  ended: boolean;
}

/** The grants of an account while a waterfall runs over them, day by day in order of the calendar. */
export interface GrantPool {
  /** Takes up to `minutes` for work dated `on`; a day before the last one is a defect. */
  take(on: Day, minutes: Minutes): readonly GrantPart[];
  /** Lets months end up to `day`, so that their rest rolls over where the policy says so. */
  advance(day: Day): void;
  uses(): readonly GrantUse[];
}

/** Opens the grants for a waterfall; what earlier runs froze is gone from them already (ALW-6). */
export function openPool(grants: readonly Grant[], frozen: FrozenUse, rolloverCapMinutes: Minutes): GrantPool {
  const frozenOn = (id: string): Minutes => frozen.get(id) ?? 0;
  const slots: Slot[] = grants.toSorted(byExpiryStartPurchase).map((grant) => ({
    grant,
    used: frozenOn(grant.id),
    rolledOver: grant.month === null ? 0 : frozenOn(rollOverId(grant.allowance, grant.month)),
    ended: false,
  }));
  const known = new Set(grants.map(({ id }) => id));
  const monthly = slots.filter(({ grant }) => grant.month !== null);
  let today: Day = "";
  let candidates: readonly Slot[] = [];

  const rollOver = (month: Slot): void => {
    month.ended = true;
    const { grant } = month;
    if (grant.month === null) return;
    const next = addMonths(grant.month, 1);
    // The rest of an allowance's last month has no month to go to: it lapses.
    const mayRoll = grant.state === "usable" && known.has(grantId(grant.allowance, next));
    month.rolledOver = Math.max(
      month.rolledOver,
      mayRoll ? Math.min(rolloverCapMinutes, grant.minutes - month.used) : 0,
    );
    if (month.rolledOver === 0) return;
    const id = rollOverId(grant.allowance, grant.month);
    const validUntil = firstOfMonth(addMonths(next, 1));
    const rest = { ...grant, id, month: next, validFrom: firstOfMonth(next), validUntil, minutes: month.rolledOver };
    const rolled: Slot = { grant: { ...rest, rolledOver: true }, used: frozenOn(id), rolledOver: 0, ended: true };
    const at = slots.findIndex((each) => byExpiryStartPurchase(rolled.grant, each.grant) < 0);
    slots.splice(at < 0 ? slots.length : at, 0, rolled);
  };

  const advance = (day: Day): void => {
    if (day <= today) return;
    today = day;
    for (const each of monthly) if (!each.ended && (each.grant.validUntil ?? day) <= day) rollOver(each);
    candidates = slots.filter((each) => each.grant.state === "usable" && isValidOn(each.grant, day) && left(each) > 0);
  };

  return {
    advance,
    take: (on, minutes) => {
      if (on < today) throw new RangeError(`Work dated ${on} comes after work dated ${today}.`);
      advance(on);
      const parts: GrantPart[] = [];
      let wanted = minutes;
      for (const candidate of candidates) {
        if (wanted === 0) break;
        const taken = Math.min(wanted, left(candidate));
        if (taken <= 0) continue;
        candidate.used += taken;
        wanted -= taken;
        parts.push({ grant: candidate.grant.id, minutes: taken });
      }
      return parts;
    },
    // A grant that waits for its payment is listed only for what it covered before the payment was taken back.
    uses: () =>
      slots
        .filter(({ grant, used, rolledOver }) => grant.state === "usable" || used + rolledOver > 0)
        .map(({ grant, used, rolledOver }) => ({ grant, usedMinutes: used, rolledOverMinutes: rolledOver })),
  };
}

const rollOverId = (allowance: string, month: Month): string => grantId(allowance, addMonths(month, 1), true);

const left = ({ grant, used, rolledOver }: Slot): number => grant.minutes - used - rolledOver;

/** A grant covers only time dated within its validity (ALW-5). */
const isValidOn = (grant: Grant, on: Day): boolean =>
  grant.validFrom <= on && (grant.validUntil === null || on < grant.validUntil);
