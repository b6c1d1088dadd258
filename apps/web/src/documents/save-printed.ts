import type { PrintedFile } from "../api/answers.ts";
import { bytesOf } from "./bytes.ts";

/** Saves a printed document under its name. */
export function savePrinted({ fileName, mediaType, base64 }: PrintedFile): void {
  const address = URL.createObjectURL(new Blob([bytesOf(base64)], { type: mediaType }));
  const link = Object.assign(document.createElement("a"), { href: address, download: fileName });
  link.click();
  URL.revokeObjectURL(address);
}
