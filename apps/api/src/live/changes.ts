import type { Store } from "@cimpro/store";

/** The journal of an account, or of the practice, went on. */
export interface Change {
  readonly stream: string;
  readonly seq: number;
}

type Listener = (changes: readonly Change[]) => void;

interface Watch {
  readonly listeners: Set<Listener>;
  heads: ReadonlyMap<string, number>;
  timer: NodeJS.Timeout | null;
}

/** How often the heads are read while anybody follows them: other processes write to the same books. */
const everyMs = 1000;

const watches = new WeakMap<Store, Watch>();

/**
 * Calls back whenever journals went on, whoever wrote, in this process or another. One question a second serves all who
 * follow; nobody asks while nobody does. Gives a way to stop.
 */
export async function follow(store: Store, listener: Listener): Promise<() => void> {
  const watch = watches.get(store) ?? { listeners: new Set(), heads: new Map(), timer: null };
  watches.set(store, watch);
  if (watch.listeners.size === 0) watch.heads = await headsOf(store);
  watch.listeners.add(listener);
  watch.timer ??= setTimeout(() => void look(store, watch), everyMs);
  return () => {
    watch.listeners.delete(listener);
    if (watch.listeners.size > 0 || watch.timer === null) return;
    clearTimeout(watch.timer);
    watch.timer = null;
  };
}

async function look(store: Store, watch: Watch): Promise<void> {
  // A database that does not answer now is asked again: whoever follows loses nothing by it.
  const heads = await headsOf(store).catch(() => watch.heads);
  const changes = [...heads].flatMap(([stream, seq]) => (watch.heads.get(stream) === seq ? [] : [{ stream, seq }]));
  watch.heads = heads;
  if (changes.length > 0) for (const listener of watch.listeners) listener(changes);
  watch.timer = watch.listeners.size > 0 ? setTimeout(() => void look(store, watch), everyMs) : null;
}

const headsOf = (store: Store): Promise<ReadonlyMap<string, number>> =>
  store.read(async (books) => new Map((await books.accounts.heads()).map(({ account, seq }) => [account, seq])));
