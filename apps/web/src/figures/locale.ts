import { i18n } from "@lingui/core";
import { kept } from "../api/device-memory.ts";

/** Where a browser keeps whose way of writing dates and figures it was told to follow. */
const localeKey = "cimpro-locale";

/** The ways of writing offered in the settings; a browser set to another still follows its own. */
export const offeredLocales: readonly string[] = [
  ...["en-US", "en-GB", "en-CA", "en-AU", "en-IN", "en-IE", "en-NZ", "en-ZA", "da-DK", "de-AT", "de-CH", "de-DE"],
  ...["es-ES", "es-MX", "fi-FI", "fr-BE", "fr-CA", "fr-FR", "it-IT", "ja-JP", "nb-NO", "nl-NL", "pl-PL", "pt-BR"],
  ...["pt-PT", "sv-SE"],
];

/** The way of writing chosen on this device; null: as the browser says. */
export const chosenLocale = (): string | null => valid(kept(localeKey) ?? undefined);

/** The browser's own. */
export const browserLocale = (): string => valid(globalThis.navigator?.language) ?? "en-US";

/** Follows another way of writing from the next page load on; null: the browser's. */
export function chooseLocale(locale: string | null): void {
  if (locale === null) localStorage.removeItem(localeKey);
  else localStorage.setItem(localeKey, locale);
}

/** Whose figures are written: `de-DE` groups by dots and puts the currency last. */
export const figureLocale = (): string => i18n.locales?.[0] ?? "en-GB";

/** Whose order a date is written in, in the words of the language the texts are in: `en-DE`. */
export function dayLocale(locale = figureLocale()): string {
  const { region } = new Intl.Locale(locale).maximize();
  const language = /^[a-z]{2,3}$/.test(i18n.locale) ? i18n.locale : "en";
  return region === undefined || i18n.locale === "pseudo" ? "en-GB" : `${language}-${region}`;
}

function valid(tag: string | undefined): string | null {
  try {
    return tag === undefined ? null : new Intl.Locale(tag).toString();
  } catch {
    return null;
  }
}
