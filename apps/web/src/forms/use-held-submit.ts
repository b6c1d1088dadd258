import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the form around a field from being sent while the field has something to say: `holds` answers whether it does,
 * and shows it. The form's own handler never hears of it; the first field that is marked gets the focus.
 */
export function useHeldSubmit(field: RefObject<HTMLElement | null>, holds: () => boolean): void {
  const latest = useRef(holds);
  useEffect(() => {
    latest.current = holds;
  });
  useEffect(() => {
    const onSubmit = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || !form.contains(field.current) || !latest.current()) return;
      event.preventDefault();
      event.stopPropagation();
      // By then it is marked.
      setTimeout(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
    };
    // Before the handlers of the page, which listen further down.
    document.addEventListener("submit", onSubmit, { capture: true });
    return () => document.removeEventListener("submit", onSubmit, { capture: true });
  }, [field]);
}
