import { t } from "@lingui/core/macro";

interface Named {
  readonly pattern: RegExp;
  readonly name: string;
}

const browsers: readonly Named[] = [
  { pattern: /\bEdg(e|A|iOS)?\//, name: "Edge" },
  { pattern: /\b(OPR|Opera)\//, name: "Opera" },
  { pattern: /\bFirefox\/|\bFxiOS\//, name: "Firefox" },
  { pattern: /\b(Headless)?Chrom(e|ium)\/|\bCriOS\//, name: "Chrome" },
  { pattern: /\bSafari\//, name: "Safari" },
];

const systems: readonly Named[] = [
  { pattern: /\biPhone\b/, name: "iPhone" },
  { pattern: /\biPad\b/, name: "iPad" },
  { pattern: /\bAndroid\b/, name: "Android" },
  { pattern: /\bWindows\b/, name: "Windows" },
  { pattern: /\bMac OS X\b|\bMacintosh\b/, name: "Mac" },
  { pattern: /\bLinux\b/, name: "Linux" },
];

const nameIn = (userAgent: string, names: readonly Named[]): string | undefined =>
  names.find(({ pattern }) => pattern.test(userAgent))?.name;

/** What a browser says it is, in words: `Firefox on Windows`. */
export function browserWords(userAgent: string): string {
  const [browser, system] = [nameIn(userAgent, browsers), nameIn(userAgent, systems)];
  if (browser === undefined) return system === undefined ? t`Another program` : t`A browser on ${system}`;
  return system === undefined ? browser : t`${browser} on ${system}`;
}
