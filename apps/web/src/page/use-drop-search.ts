import { useNavigate, useRouter } from "@tanstack/react-router";
import { placeBefore } from "../app/places-been.ts";

/** A way back is under way: said twice (a second Escape), it would leave the page. */
let leaving = false;

/**
 * Takes these from the address, and so closes what they had opened over the page. Where it was opened from this page it
 * goes back to it, otherwise it puts the page in its place: either way the browser's Back does not open it again.
 */
export function useDropSearch(names: ReadonlySet<string>): () => void {
  const router = useRouter();
  const navigate = useNavigate();
  return () => {
    const { history } = router;
    const search: Record<string, unknown> = router.latestLocation.search;
    const rest = Object.fromEntries(Object.entries(search).filter(([name]) => !names.has(name)));
    if (leaving || Object.keys(rest).length === Object.keys(search).length) return;
    const closed = `${history.location.pathname}${router.options.stringifySearch(rest)}`;
    if (placeBefore(history)?.replace(/#.*$/, "") !== closed) {
      void navigate({ to: ".", search: () => rest, replace: true, resetScroll: false });
      return;
    }
    leaving = true;
    const arrived = history.subscribe(() => {
      leaving = false;
      arrived();
    });
    history.back({ ignoreBlocker: true });
  };
}
