import { heldMinutes, type SowWork } from "@cimpro/domain";
import type { Books } from "@cimpro/store";

/** The open minutes of a work date, and how many of them are held (DLV-5). */
export interface OpenDay {
  readonly on: string;
  readonly minutes: number;
  readonly held: number;
}

/** Open minutes per work date, oldest first. Without SOW work none of them is held, and no entry is looked at. */
export async function openDaysOf(
  books: Books,
  account: string,
  works: readonly SowWork[],
): Promise<readonly OpenDay[]> {
  const heldOn = new Map<string, number>();
  if (works.length > 0) {
    const open = await books.entries.openOf(
      account,
      works.map(({ deliverable }) => deliverable),
    );
    const held = heldMinutes(works, open);
    for (const { id, on } of open) heldOn.set(on, (heldOn.get(on) ?? 0) + (held.get(id) ?? 0));
  }
  return (await books.entries.openDays(account)).map((day) => ({ ...day, held: heldOn.get(day.on) ?? 0 }));
}
