import { i18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { kept } from "../api/device-memory.ts";
import { browserLocale, chosenLocale } from "../figures/locale.ts";
import { sayAsTyped } from "./as-typed.ts";

/** Where a browser keeps which language it was told to use. */
const languageKey = "cimpro-language";

/** The catalogue of each language but English, whose texts stand in the source. */
const catalogues: Readonly<Record<string, () => Promise<{ readonly messages: Parameters<typeof i18n.load>[1] }>>> = {
  pseudo: () => import("./pseudo.po"),
};

/**
 * Settles the language before the first text is shown; it stays until the page is loaded anew.
 * English is read from the source, so that a page carries its own texts and no others.
 */
export async function startLanguage(): Promise<void> {
  i18n.setMessagesCompiler(compileOnce);
  sayAsTyped(i18n);
  const wanted = kept(languageKey) ?? "en";
  const catalogue = await catalogues[wanted]?.();
  i18n.loadAndActivate({
    locale: catalogue === undefined ? "en" : wanted,
    locales: [chosenLocale() ?? browserLocale()],
    messages: catalogue?.messages ?? {},
  });
}

const compiled = new Map<string, ReturnType<typeof compileMessage>>();

/** A text is read once, however many rows say it. */
function compileOnce(message: string): ReturnType<typeof compileMessage> {
  const known = compiled.get(message) ?? compileMessage(message);
  compiled.set(message, known);
  return known;
}
