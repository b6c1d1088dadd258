import { formatDuration, type MinuteAccount } from "@cimpro/domain";
import { type Block, facts } from "../terminal/block.ts";

/** Where every worked minute went; what is zero is left out (ALW-8). */
export function minuteFacts({ worked, ...parts }: MinuteAccount): Block {
  const shown = Object.entries(parts).filter(([, minutes]) => minutes !== 0);
  return facts(
    ["Worked", formatDuration(worked)],
    ...shown.map(([name, minutes]) => [`  ${inWords(name)}`, formatDuration(minutes)] as const),
  );
}

/** `writtenOff` → `written off` */
const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
