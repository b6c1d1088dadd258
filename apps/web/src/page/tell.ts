import { loadPatiently } from "../api/part-missing.ts";

const told = new EventTarget();

/** Confirms in passing what was done; the page shows the rest. `late`: it was not done. */
export async function tell(message: string, tone: "good" | "late" = "good"): Promise<void> {
  told.dispatchEvent(new Event("tell"));
  const { notifications } = await loadPatiently(() => import("@mantine/notifications"));
  notifications.show({ message, color: tone === "good" ? "green" : "red", autoClose: 6000 });
}

/** Calls back when there is something to tell; returns how to stop that. */
export function onTell(callback: () => void): () => void {
  told.addEventListener("tell", callback);
  return () => told.removeEventListener("tell", callback);
}
