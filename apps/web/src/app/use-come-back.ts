import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { isPartMissing } from "../api/part-missing.ts";
import { refusalOf } from "../api/refusal.ts";

const firstPauseMs = 2000;
const longestPauseMs = 30_000;

/**
 * Asks again for what nobody answered, now and then and when the network is back, and shows the page once all is there.
 * Until then the page that says so stays as it is.
 */
export function useComeBack(error: unknown): void {
  const queries = useQueryClient();
  const router = useRouter();
  const waits = refusalOf(error) === null;
  useEffect(() => {
    if (!waits) return;
    let left = false;
    let asks = false;
    // Loaded anew a moment ago: it may be missing there too.
    let pause = isPartMissing(error) && performance.now() < longestPauseMs ? longestPauseMs : firstPauseMs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const failed = { predicate: ({ state }: { state: { status: string } }) => state.status === "error" };
    const isBack = async (): Promise<boolean> => {
      if (isPartMissing(error)) return isServerThere();
      if (queries.getQueryCache().findAll(failed).length === 0) return false;
      await queries.refetchQueries(failed);
      return queries.getQueryCache().findAll(failed).length === 0;
    };
    const look = async () => {
      if (asks || left) return;
      asks = true;
      clearTimeout(timer);
      const back = await isBack();
      asks = false;
      if (left) return;
      // A part of the page that failed to load stays failed until the page is loaded anew; its address says all it shows.
      if (back && isPartMissing(error)) return location.reload();
      if (back) return void router.invalidate();
      timer = setTimeout(look, pause);
      pause = Math.min(pause * 2, longestPauseMs);
    };
    timer = setTimeout(look, pause);
    addEventListener("online", look);
    return () => {
      left = true;
      clearTimeout(timer);
      removeEventListener("online", look);
    };
  }, [waits, error, queries, router]);
}

const isServerThere = (): Promise<boolean> =>
  fetch("/readyz", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
