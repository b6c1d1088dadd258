/** Writes that become durable with one commit. Each is told only when that commit is done. */
export interface CommitGroup {
  /** Adds a write that succeeded; resolves when it is durable, rejects when the commit failed. */
  join(): Promise<void>;
  /** It has waited long enough, or for enough others: other processes want the lock too. */
  isFull(): boolean;
  /** Commits what is in it and begins anew. */
  end(commit: () => void): void;
}

const mostWrites = 64;
const longestMs = 20;

export function commitGroup(): CommitGroup {
  let members: PromiseWithResolvers<void>[] = [];
  let since = 0;
  return {
    join() {
      if (members.length === 0) since = performance.now();
      const member = Promise.withResolvers<void>();
      // Whoever joined waits for it, though perhaps not before it is settled.
      member.promise.catch(() => {});
      members.push(member);
      return member.promise;
    },
    isFull: () => members.length >= mostWrites || (members.length > 0 && performance.now() - since > longestMs),
    end(commit) {
      const settled = members;
      members = [];
      try {
        commit();
        for (const member of settled) member.resolve();
      } catch (error) {
        for (const member of settled) member.reject(error);
      }
    },
  };
}
