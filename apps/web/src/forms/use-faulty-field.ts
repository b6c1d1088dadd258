import { useEffect } from "react";

/** A form that is not sent because of what stands in it leads to the first field to mend, which says what is wrong with it. */
export function useFaultyField(): void {
  useEffect(() => {
    const onSubmit = ({ target }: SubmitEvent) => {
      // By then the fields are marked.
      setTimeout(() => {
        if (target instanceof HTMLFormElement) target.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      });
    };
    document.addEventListener("submit", onSubmit);
    return () => document.removeEventListener("submit", onSubmit);
  }, []);
}
