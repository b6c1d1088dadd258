import { VisuallyHidden } from "@mantine/core";
import { useEffect, useState } from "react";

/** Tells those who listen which page they have come to: without a full load, a screen reader says nothing by itself. */
export function PageAnnouncer() {
  const [title, setTitle] = useState("");
  useEffect(() => {
    const told = document.querySelector("title");
    if (told === null) return;
    const observer = new MutationObserver(() => setTitle(document.title));
    observer.observe(told, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {title}
    </VisuallyHidden>
  );
}
