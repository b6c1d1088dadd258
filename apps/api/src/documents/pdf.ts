import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { quiet, textWidth } from "./blocks.ts";
import { glyphsOf } from "./glyphs.ts";
import { legible, missingNote } from "./unprintable.ts";

/** A document to print: what it is called, whose it is, and its content from top to bottom. */
export interface Sheet {
  readonly title: string;
  readonly practice: string;
  /** The day it is of, so that the same document always gives the same bytes. */
  readonly on: string;
  readonly content: readonly Content[];
}

interface Printer {
  readonly pdfmake: typeof import("pdfmake");
  readonly hasGlyph: (codePoint: number) => boolean;
}
let printer: Promise<Printer> | undefined;

/** The library and its fonts are read when the first document is printed, and only then. */
async function loadPrinter(): Promise<Printer> {
  const { default: pdfmake } = (await import("pdfmake")) as unknown as { readonly default: Printer["pdfmake"] };
  const own = createRequire(import.meta.url).resolve("pdfmake/package.json");
  const folder = join(dirname(own), "fonts", "Roboto");
  const font = (name: string) => join(folder, `Roboto-${name}.ttf`);
  const faces = {
    normal: font("Regular"),
    bold: font("Medium"),
    italics: font("Italic"),
    bolditalics: font("MediumItalic"),
  };
  pdfmake.setFonts({ Roboto: faces });
  // A document has nothing to fetch, and no file to read but its fonts.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
  return { pdfmake, hasGlyph: glyphsOf(own, Object.values(faces)) };
}

/** The foot of a page has two lines at most. */
const shortened = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

/**
 * The sheet as a PDF file, A4, with its title and pages numbered at the foot. Characters that its fonts lack are printed
 * as a sign that says so, and named in a note at its end.
 */
export async function printed({ title, practice, on, content }: Sheet): Promise<Buffer> {
  printer ??= loadPrinter();
  const { pdfmake, hasGlyph } = await printer;
  const shown = legible(hasGlyph);
  const foot = shortened(shown.text(`${practice} · ${title}`));
  const body = content.map(shown.content);
  const missing = shown.replaced();
  const day = new Date(`${on}T00:00:00Z`);
  const definition: TDocumentDefinitions = {
    info: { title, author: practice, creator: "cimpro", producer: "cimpro", creationDate: day, modDate: day },
    pageSize: "A4",
    pageMargins: [48, 48, 48, 56],
    language: "en",
    tagged: true,
    displayTitle: true,
    defaultStyle: { font: "Roboto", fontSize: 9.5, lineHeight: 1.2, color: "#1f2328" },
    styles: {
      title: { fontSize: 18, bold: true },
      heading: { fontSize: 11, bold: true, margin: [0, 14, 0, 4] },
      quiet: { color: "#57606a", fontSize: 8.5 },
      head: { bold: true, fontSize: 8.5, color: "#57606a" },
    },
    content: missing.length === 0 ? body : [...body, quiet(missingNote(missing))],
    // A heading stays with what it is the heading of: a line, the head of a table, and its first row.
    pageBreakBefore: ({ headlineLevel, startPosition }, { getFollowingNodesOnPage }) => {
      if (headlineLevel !== 2) return false;
      const left = startPosition.pageInnerHeight * (1 - startPosition.verticalRatio);
      const isOfTable = getFollowingNodesOnPage()
        .slice(0, 2)
        .some(({ table }) => table !== undefined);
      return left < (isOfTable ? 110 : 60);
    },
    footer: (page, pages) => ({
      margin: [48, 16, 48, 0],
      columns: [
        { text: foot, style: "quiet", width: textWidth - 70 },
        { text: `${page} of ${pages}`, style: "quiet", alignment: "right", width: 70 },
      ],
    }),
  };
  return pdfmake.createPdf(definition).getBuffer();
}
