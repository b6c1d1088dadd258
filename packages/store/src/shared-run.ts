/** Long work of which one run at a time is enough, and one more that begins after it. */
interface Runs<T> {
  readonly current: Promise<T>;
  next?: Promise<T>;
}

/**
 * Lets however many callers ask for the same long work: one run goes on, and whoever asks meanwhile shares the one that
 * begins when it has ended. So each is answered from what was there when they asked, and two runs never go on at once.
 */
export function sharedRun<K extends WeakKey, T>(work: (of: K) => Promise<T>): (of: K) => Promise<T> {
  const known = new WeakMap<K, Runs<T>>();
  const begin = (of: K): Promise<T> => {
    const current = work(of);
    const runs: Runs<T> = { current };
    known.set(of, runs);
    const ended = () => void (runs.next === undefined && known.get(of) === runs && known.delete(of));
    current.then(ended, ended);
    return current;
  };
  return (of) => {
    const runs = known.get(of);
    if (runs === undefined) return begin(of);
    const again = () => begin(of);
    runs.next ??= runs.current.then(again, again);
    return runs.next;
  };
}
