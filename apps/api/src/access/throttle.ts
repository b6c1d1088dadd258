import { rejection } from "@cimpro/domain";
import { Refused, type Store } from "@cimpro/store";
import type { Place } from "./known-place.ts";
import { secretHash } from "./secret.ts";

/** How often something may be tried: so many times freely, then after a delay that doubles up to the longest. */
export interface Limit {
  readonly subject: string;
  readonly free: number;
  readonly longestMs: number;
  /** Many people may share it, as an office shares its address: one's success does not forget the others' failures. */
  readonly shared?: true;
}

const minute = 60_000;

/**
 * Signing in fails freely a few times from one address, and more often for one email or one address alone: a guesser with
 * many addresses is slowed down. The owner of the email is not: from an address they signed in from before, the guesses of
 * others do not count, and from a browser they signed in with not even those from the same address.
 */
export function signInLimits(email: string, { address, known }: Place): readonly Limit[] {
  if (known?.by === "device")
    return [{ subject: `sign-in ${email} by ${known.hash}`, free: 5, longestMs: 15 * minute }];
  const own = { subject: `sign-in ${email} from ${address}`, free: 5, longestMs: 15 * minute };
  const ofAddress = { subject: `sign-in from ${address}`, free: 50, longestMs: 5 * minute, shared: true } as const;
  return known === null
    ? [own, { subject: `sign-in ${email}`, free: 20, longestMs: minute }, ofAddress]
    : [own, ofAddress];
}

/** Asking for links: each may send a message. */
export function resetLimits(email: string, { address, known }: Place): readonly Limit[] {
  if (known !== null) return [{ subject: `reset ${email} by ${known.hash}`, free: 3, longestMs: 60 * minute }];
  return [
    { subject: `reset ${email}`, free: 3, longestMs: 60 * minute },
    { subject: `reset from ${address}`, free: 20, longestMs: 60 * minute, shared: true },
  ];
}

/** Guessing links. A right one is not counted, and so never waits: no number of guesses finds one. */
export const linkLimits = (address: string): readonly Limit[] => [
  { subject: `link from ${address}`, free: 20, longestMs: 5 * minute, shared: true },
];

/** Guessing the password of whom one is signed in as already: each session for itself. */
export const ownLimits = (user: string, session: string): readonly Limit[] => [
  { subject: `own ${user} in ${session}`, free: 5, longestMs: 15 * minute },
];

/** Guessing codes when the password is known, or in a session: whoever signed in from there before, for themselves. */
export const codeLimits = (user: string, where = ""): readonly Limit[] => [
  { subject: where === "" ? `code ${user}` : `code ${user} by ${where}`, free: 4, longestMs: 60 * minute },
];

/** An attempt that counts as failed until it is known to have been right. */
export interface Attempt {
  /** It was right: earlier failures are forgotten, but for those of the address. */
  succeeded(): Promise<void>;
  /** It was no attempt at all. */
  undone(): Promise<void>;
}

/** Counts an attempt before anything is compared, so that many at once are not free; too many are refused. */
export async function attempted(store: Store, limits: readonly Limit[], now: number): Promise<Attempt> {
  const keyed = limits.map((limit) => ({ ...limit, key: secretHash(limit.subject) }));
  const keys = keyed.map(({ key }) => key);
  const change = (failuresAfter: (failures: number, limit: Limit) => number, refuses: boolean) =>
    store.touch(async ({ access }) => {
      const known = new Map((await access.attempts(keys)).map((row) => [row.subject, row]));
      const blockedUntil = Math.max(0, ...[...known.values()].map((row) => row.blocked_until));
      if (refuses && blockedUntil > now)
        throw new Refused(rejection("TOO_MANY_ATTEMPTS", { seconds: Math.ceil((blockedUntil - now) / 1000) }));
      const rows = keyed.map((limit) => {
        const failures = Math.max(0, failuresAfter(known.get(limit.key)?.failures ?? 0, limit));
        return {
          subject: limit.key,
          failures,
          last_at: now,
          blocked_until: refuses ? now + delay(failures, limit) : now,
        };
      });
      await access.putAttempts(rows, now);
    });
  await change((failures) => failures + 1, true);
  return {
    succeeded: () => change((failures, { shared }) => (shared === true ? failures - 1 : 0), false),
    undone: () => change((failures) => failures - 1, false),
  };
}

const delay = (failures: number, { free, longestMs }: Limit): number =>
  failures < free ? 0 : Math.min(longestMs, 1000 * 2 ** Math.min(30, failures - free));
