import { useEffect } from "react";

/** Where the focus was, with what it lay in, innermost first; only what is in the page itself, not in a form over it. */
type Place = readonly HTMLElement[];

/** As long as something else may still take the focus: a form that opens, a menu that closes. */
const patience = 50;

/**
 * Keeps the focus on the page: when what had it is taken away, it goes where it was before a form opened, else to what lay
 * around it. Without this whoever uses a keyboard or listens starts again at the top.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let place: Place = [];
    let had: Element | null = null;
    let waiting: number | undefined;

    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      had = target;
      const around = placeOf(target);
      if (around.length > 0) place = around;
    };
    const restore = () => {
      waiting = undefined;
      if (isOnNothing()) focusNearest(place);
    };
    const watch = new MutationObserver(() => {
      if (waiting === undefined && had?.isConnected === false && isOnNothing())
        waiting = window.setTimeout(restore, patience);
    });

    document.addEventListener("focusin", remember);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      watch.disconnect();
      clearTimeout(waiting);
    };
  }, []);
}

const isOnNothing = (): boolean => document.activeElement === null || document.activeElement === document.body;

function placeOf(target: HTMLElement): Place {
  const root = document.getElementById("root");
  const around: HTMLElement[] = [];
  for (let each: HTMLElement | null = target; each !== null; each = each.parentElement) {
    if (each === root) return around;
    around.push(each);
  }
  return [];
}

function focusNearest(place: Place): void {
  const main = document.querySelector("main");
  const near = place.find((each) => each.isConnected && each.checkVisibility());
  const goal = near === undefined || near.contains(main) ? main : near;
  if (goal === null) return;
  goal.focus({ preventScroll: true });
  if (document.activeElement === goal) return;
  // What is no control takes the focus for once, and then no more.
  goal.tabIndex = -1;
  goal.style.outline = "none";
  goal.focus({ preventScroll: true });
  const leave = () => {
    goal.removeAttribute("tabindex");
    goal.style.outline = "";
  };
  goal.addEventListener("blur", leave, { once: true });
}
