import { t } from "@lingui/core/macro";
import { VisuallyHidden } from "@mantine/core";
import { useSpotlight } from "@mantine/spotlight";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { paletteStore } from "./palette-store.ts";

/** Says which of the things found is chosen, and how many there are: the focus stays in the field while they change. */
export function PaletteVoice({ query }: { readonly query: string }) {
  const { opened, listId, selected } = useSpotlight(paletteStore);
  const [place, setPlace] = useState<Element | null>(null);
  const [said, setSaid] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the palette shows another choice when these change.
  useEffect(() => {
    if (!opened) return setPlace(null);
    // The choice is made on the page, after what is found has come there.
    const waiting = setTimeout(() => {
      const list = document.getElementById(listId);
      const found = [...(list?.querySelectorAll<HTMLElement>("[data-action]") ?? [])];
      const at = found.findIndex((each) => each.hasAttribute("data-selected"));
      // There is no list when nothing is found.
      setPlace((before) => list?.closest("[role=dialog]") ?? before);
      if (query.trim() === "" && at < 0) setSaid("");
      else setSaid(found.length === 0 ? t`Nothing of that name` : choice(found[at] ?? found[0], at, found.length));
    }, 100);
    return () => clearTimeout(waiting);
  }, [opened, listId, query, selected]);
  return place === null
    ? null
    : createPortal(
        <VisuallyHidden role="status" aria-live="polite">
          {said}
        </VisuallyHidden>,
        place,
      );
}

function choice(chosen: HTMLElement | undefined, at: number, count: number): string {
  // What it is called, and what else is said of it.
  const parts = [...(chosen?.querySelectorAll(".mantine-Spotlight-actionBody > span") ?? [])];
  const what = parts.flatMap(({ textContent }) => (textContent === "" ? [] : [textContent])).join(", ");
  const number = Math.max(at, 0) + 1;
  return t`${what}, ${number} of ${count}`;
}
