/** What can be done to the selected request; each has a key, and a button with the same effect. */
export const triageKeys = {
  s: "small",
  l: "large",
  f: "follow-up",
  a: "accept",
  d: "decline",
} as const;
export type TriageKey = keyof typeof triageKeys;
export type TriageAction = (typeof triageKeys)[TriageKey];

interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key asks for in the queue: a step up or down, an action, or nothing. */
export function askedBy({ key, altKey, ctrlKey, metaKey }: Pressed): 1 | -1 | TriageAction | null {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === "ArrowDown") return 1;
  if (key === "ArrowUp") return -1;
  const letter = key.toLowerCase();
  return isTriageKey(letter) ? triageKeys[letter] : null;
}

const isTriageKey = (key: string): key is TriageKey => Object.hasOwn(triageKeys, key);

interface Row {
  readonly id: string;
}

/** The row that is looked at: the one asked for, else the first. */
export const selectedRow = <R extends Row>(rows: readonly R[], id: string | undefined): R | undefined =>
  rows.find((row) => row.id === id) ?? (id === undefined ? rows[0] : undefined);

/** The row a step away; at an end it stays there, and from a row that is not listed it begins at the top. */
export function rowBeside<R extends Row>(rows: readonly R[], id: string | undefined, step: 1 | -1): R | undefined {
  const at = rows.findIndex((row) => row.id === id);
  return at < 0 ? rows[0] : (rows[at + step] ?? rows[at]);
}

/** Where one goes on once a row leaves the list: to the one after it, else to the one before. */
export function rowAfterLeaving<R extends Row>(rows: readonly R[], id: string): R | undefined {
  const at = rows.findIndex((row) => row.id === id);
  return at < 0 ? rows[0] : (rows[at + 1] ?? rows[at - 1]);
}
