import { sha256 } from "@cimpro/store";

/** Numbers that look random and are always the same for the same seed. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** One of these. */
  of<T>(all: readonly [T, ...T[]]): T;
}

/** mulberry32: small, and good enough for made-up work. */
export function randomFrom(seed: string): Random {
  let state = Number.parseInt(sha256(seed).slice(0, 8), 16);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return { between, of: (all) => all[between(0, all.length - 1)] ?? all[0] };
}

/** The UUID of a made-up fact: always the same for the same name (RFC 9562, version 8). */
export function idOf(name: string): string {
  const hex = sha256(`cimpro demo/${name}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
