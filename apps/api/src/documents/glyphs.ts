import { createRequire } from "node:module";

interface Face {
  readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
}
interface FontReader {
  readonly openSync: (path: string) => Face;
}

/**
 * Whether every one of the font files has a glyph for a code point, asked of the very reader that prints with them: it
 * comes with the printer, whose package file is named.
 */
export function glyphsOf(printerPackage: string, files: readonly string[]): (codePoint: number) => boolean {
  const ofPrinter = createRequire(printerPackage);
  const reader = createRequire(ofPrinter.resolve("pdfkit"))("fontkit") as FontReader;
  const faces = files.map((file) => reader.openSync(file));
  return (codePoint) => faces.every((face) => face.hasGlyphForCodePoint(codePoint));
}
