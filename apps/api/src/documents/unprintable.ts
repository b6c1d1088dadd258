import type { Content } from "pdfmake/interfaces.js";

/** Stands for a character that no font of the documents has. */
export const replacement = "\uFFFD";

/** What can be printed of texts, and what of them could not. */
export interface Legible {
  /** The text with a visible sign for each character that cannot be printed; it never gets longer. */
  readonly text: (text: string) => string;
  /** The content with each text in it made legible. */
  readonly content: (content: Content) => Content;
  /** The code points that were replaced until now, each once, in their order. */
  readonly replaced: () => readonly number[];
}

/** A font prints an empty box for what it lacks; `hasGlyph` tells what it has. */
export function legible(hasGlyph: (codePoint: number) => boolean): Legible {
  const replaced = new Set<number>();
  const letter = (character: string): string => {
    const codePoint = character.codePointAt(0) ?? 0;
    // Breaks lines, or is spread by the printer; joiners and marks of direction take no room and show nothing.
    if (/[\t\n\r]|\p{Default_Ignorable_Code_Point}/u.test(character) || hasGlyph(codePoint)) return character;
    // Narrow and wide spaces say no more than a space does.
    if (/\p{Zs}/u.test(character)) return "\u00A0";
    replaced.add(codePoint);
    return replacement;
  };
  // Letters whose accents are signs of their own are printed as one where there is one.
  const text = (each: string): string => Array.from(each.normalize("NFC"), letter).join("");
  const within = (node: unknown): unknown => {
    if (typeof node === "string") return text(node);
    if (Array.isArray(node)) return node.map(within);
    if (typeof node !== "object" || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, holdsText.has(key) ? within(value) : value]),
    );
  };
  return {
    text,
    content: (content) => within(content) as Content,
    replaced: () => [...replaced].sort((one, other) => one - other),
  };
}

/** Where content has texts and further content; everything else in it is how it looks. */
const holdsText: ReadonlySet<string> = new Set(["text", "stack", "columns", "table", "body", "ul", "ol"]);

/** What a document says of the characters it could not print: each by its code point, as it can be looked up. */
export function missingNote(codePoints: readonly number[]): string {
  const names = codePoints.map((each) => `U+${each.toString(16).toUpperCase().padStart(4, "0")}`);
  return `Printed as ${replacement}, because the fonts of this document do not have them: ${names.join(", ")}. The books hold the full text.`;
}
