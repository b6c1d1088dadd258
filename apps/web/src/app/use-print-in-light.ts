import { useEffect } from "react";

const attribute = "data-mantine-color-scheme";

/** Paper is white: while the page is printed it is light, whatever the screen is. */
export function usePrintInLight(): void {
  useEffect(() => {
    const { documentElement } = document;
    let before: string | null = null;
    const whiten = () => {
      before = documentElement.getAttribute(attribute);
      documentElement.setAttribute(attribute, "light");
    };
    const restore = () => {
      if (before !== null) documentElement.setAttribute(attribute, before);
    };
    window.addEventListener("beforeprint", whiten);
    window.addEventListener("afterprint", restore);
    return () => {
      window.removeEventListener("beforeprint", whiten);
      window.removeEventListener("afterprint", restore);
    };
  }, []);
}
