import type { I18n, MessageDescriptor } from "@lingui/core";

type Said = Record<string, unknown> | undefined;
type Say = (id: string | MessageDescriptor, values?: Said, options?: object) => string;

/** Stands for a backslash meanwhile: a character that Unicode keeps out of texts. */
const stand = "\uFDD0";

/**
 * Texts say what people typed as they typed it. The library reads `\u0041` in a finished text as the letter it is the
 * code of, also where somebody typed those six characters into a name.
 */
export function sayAsTyped(i18n: I18n): void {
  const say: Say = i18n._.bind(i18n) as Say;
  const asTyped: Say = (id, values, options) => {
    const said: Said = typeof id === "string" ? values : (id.values ?? values);
    if (said === undefined || !Object.values(said).some(hasBackslash)) return say(id, values, options);
    const kept = Object.fromEntries(
      Object.entries(said).map(([name, value]) => [name, hasBackslash(value) ? value.replaceAll("\\", stand) : value]),
    );
    return say(typeof id === "string" ? id : { ...id, values: kept }, kept, options).replaceAll(stand, "\\");
  };
  i18n._ = asTyped as I18n["_"];
}

const hasBackslash = (value: unknown): value is string => typeof value === "string" && value.includes("\\");
