import type { Grant } from "../allowances/grants.ts";
import { minutesFromDeposit, type RatedMinutes, withCovered } from "../deliverables/deposit.ts";
import { roomWithin } from "../deliverables/held.ts";
import { byDeliverable, carriesPremium, type SowWork, sowOf } from "../deliverables/sow-work.ts";
import type { Day } from "../values/day.ts";
import type { Minutes } from "../values/duration.ts";
import type { RatePerHour } from "../values/money.ts";
import { type FrozenUse, type GrantPart, type GrantUse, openPool } from "./pool.ts";

/** Unbilled minutes of one entry, or of a whole day when single entries do not matter. */
export interface OpenTime {
  readonly id: string;
  readonly on: Day;
  readonly minutes: Minutes;
  /** The deliverable worked on; without one it is general work. */
  readonly deliverable?: string | null;
}

/** Where the minutes of one `OpenTime` go: deposit, grants, held, and the rest to the invoice. They add up to its minutes. */
export interface Cover {
  readonly id: string;
  readonly on: Day;
  readonly deposit: Minutes;
  readonly allowance: readonly GrantPart[];
  readonly openMinutes: Minutes;
  /** Beyond what was approved for its deliverable (DLV-5). */
  readonly held: Minutes;
  /** The rate that its SOW froze; null for general work (RATE-3). */
  readonly ratePerHour: RatePerHour | null;
  /** The premium on what an allowance covers or will be invoiced (LEAD-2). */
  readonly premium: readonly RatedMinutes[];
}

export interface CoverAnswer {
  readonly cover: readonly Cover[];
  /** Every grant with its use, frozen and derived together. */
  readonly uses: readonly GrantUse[];
}

/** What a waterfall runs over. */
export interface CoverSources {
  readonly grants: readonly Grant[];
  readonly frozen: FrozenUse;
  readonly rolloverCapMinutes: Minutes;
  /** The deliverables with an approved SOW; none when left out. */
  readonly sowWork?: readonly SowWork[];
}

export interface CoverQuestion extends CoverSources {
  /** In order of first recording; the answer is in order of work date, and of recording within a day (ALW-5). */
  readonly open: readonly OpenTime[];
  /** Lets months end up to this day after the last entry; needed for balances. */
  readonly through?: Day;
}

/**
 * The waterfall, oldest work first: SOW time beyond the approved total is held (DLV-5); the deliverable's own deposit,
 * an allowance if it draws from one, then the invoice; general work: allowance, then invoice (ALW-5). Derived anew each
 * time while the minutes are unbilled (ALW-6); every minute goes to exactly one place (ALW-8).
 */
export function coverTime(question: CoverQuestion): CoverAnswer {
  const waterfall = openWaterfall(question);
  const oldestFirst = question.open.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const cover = oldestFirst.map((time) => {
    const { sow, deposit, allowance, left, held } = waterfall.pour(time);
    const premium = waterfall.charge(sow, time.on, minutesOf(allowance) + left);
    const ratePerHour = sow?.ratePerHour ?? null;
    return { id: time.id, on: time.on, deposit, allowance, openMinutes: left, held, ratePerHour, premium };
  });
  if (question.through !== undefined) waterfall.advance(question.through);
  return { cover, uses: waterfall.uses() };
}

/** Where one entry's minutes went; `left` is for the invoice. */
export interface Poured {
  /** The SOW whose time it is; null is general work. */
  readonly sow: SowWork | null;
  readonly deposit: Minutes;
  /** The premium that the deposit pays on those minutes; null without one. */
  readonly depositPremium: RatePerHour | null;
  readonly allowance: readonly GrantPart[];
  readonly left: Minutes;
  readonly held: Minutes;
}

/** Premium minutes; `kept` ones carry the full premium in spite of a settlement (LEAD-5). */
export interface ChargedPremium extends RatedMinutes {
  readonly kept: boolean;
}

/** A waterfall while time is poured into it, in order of work date. */
export interface Waterfall {
  pour(time: OpenTime): Poured;
  /** The premium on SOW minutes that an allowance covers or that are invoiced (LEAD-2). */
  charge(sow: SowWork | null, on: Day, minutes: Minutes): readonly ChargedPremium[];
  advance(day: Day): void;
  uses(): readonly GrantUse[];
}

interface SowState {
  room: Minutes;
  deposit: SowWork["deposit"];
  keptOpen: Minutes;
}

/** Opens the grants and deposits of an account; what earlier runs froze is gone from them already (ALW-6). */
export function openWaterfall({ grants, frozen, rolloverCapMinutes, sowWork = [] }: CoverSources): Waterfall {
  const pool = openPool(grants, frozen, rolloverCapMinutes);
  const works = byDeliverable(sowWork);
  const states = new Map<SowWork, SowState>(
    sowWork.map((work) => [
      work,
      { room: roomWithin(work), deposit: work.deposit, keptOpen: work.premium?.keptOpenMinutes ?? 0 },
    ]),
  );

  const pourSow = (sow: SowWork, state: SowState, { on, minutes }: OpenTime): Poured => {
    const within = Math.min(state.room, minutes);
    state.room -= within;
    const { premium, ratePerHour } = sow;
    const depositPremium =
      premium !== null && carriesPremium(premium, on) ? (premium.settledRate ?? premium.ratePerHour) : null;
    const deposit = minutesFromDeposit(state.deposit, ratePerHour, depositPremium, within);
    state.deposit = withCovered(state.deposit, deposit, depositPremium);
    const allowance = sow.drawFromAllowance && deposit < within ? pool.take(on, within - deposit) : [];
    const left = within - deposit - minutesOf(allowance);
    return { sow, deposit, depositPremium, allowance, left, held: minutes - within };
  };

  return {
    pour: (time) => {
      const sow = sowOf(works, time);
      const state = sow === null ? undefined : states.get(sow);
      if (sow !== null && state !== undefined) return pourSow(sow, state, time);
      const allowance = pool.take(time.on, time.minutes);
      const left = time.minutes - minutesOf(allowance);
      return { sow: null, deposit: 0, depositPremium: null, allowance, left, held: 0 };
    },
    charge: (sow, on, minutes) => {
      const state = sow === null ? undefined : states.get(sow);
      const premium = sow?.premium ?? null;
      if (state === undefined || premium === null || minutes === 0 || !carriesPremium(premium, on)) return [];
      const { ratePerHour, settledRate } = premium;
      if (settledRate === null) return [{ ratePerHour, minutes, kept: false }];
      const kept = Math.min(state.keptOpen, minutes);
      state.keptOpen -= kept;
      return [
        { ratePerHour, minutes: kept, kept: true },
        { ratePerHour: settledRate, minutes: minutes - kept, kept: false },
      ].filter((part) => part.minutes > 0);
    },
    advance: pool.advance,
    uses: pool.uses,
  };
}

const minutesOf = (parts: readonly GrantPart[]): Minutes => parts.reduce((sum, part) => sum + part.minutes, 0);
