import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/** Several changes that come at once are one reason to look again. */
const togetherMs = 200;

/** Asks again what is on screen whenever somebody else changed it, in this process or another. */
export function useLiveUpdates(account: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    let stop: (() => void) | null = null;
    let left = false;
    let soon: ReturnType<typeof setTimeout> | undefined;
    const lookAgain = () => {
      clearTimeout(soon);
      soon = setTimeout(() => void queries.invalidateQueries(), togetherMs);
    };
    // Not needed for the first look, so it does not hold it up.
    void import("../api/follow.ts").then(({ followChanges }) => {
      if (!left) stop = followChanges(account, lookAgain);
    });
    return () => {
      left = true;
      clearTimeout(soon);
      stop?.();
    };
  }, [account, queries]);
}
