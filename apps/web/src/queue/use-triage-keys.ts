import { useEffect, useRef } from "react";
import { askedBy, type TriageAction } from "./triage-keys.ts";

/** Listens to the keys of triage while the focus is in the queue, or nowhere; the selected row keeps the focus. */
export function useTriageKeys({
  enabled,
  selected,
  onKey,
}: {
  readonly enabled: boolean;
  readonly selected: string | undefined;
  readonly onKey: (asked: 1 | -1 | TriageAction) => void;
}) {
  const desk = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const isHere = () => {
      const { activeElement } = document;
      // Around it is as good as nowhere: there the focus is when what had it went away.
      return activeElement?.contains(desk.current) === true || desk.current?.contains(activeElement) === true;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (!enabled || event.defaultPrevented || !isHere() || isTyping(event.target)) return;
      const asked = askedBy(event);
      if (asked === null) return;
      event.preventDefault();
      onKey(asked);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  });
  useEffect(() => {
    if (!enabled || selected === undefined) return;
    const { activeElement } = document;
    const inList = activeElement instanceof HTMLElement && activeElement.dataset.request !== undefined;
    if (activeElement?.contains(desk.current) !== true && !inList) return;
    desk.current
      ?.querySelector<HTMLElement>(`[data-request="${CSS.escape(selected)}"]`)
      ?.focus({ preventScroll: !inList });
  }, [enabled, selected]);
  return desk;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
