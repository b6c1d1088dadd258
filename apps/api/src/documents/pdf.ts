import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { textWidth } from "./blocks.ts";

/** A document to print: what it is called, whose it is, and its content from top to bottom. */
export interface Sheet {
  readonly title: string;
  readonly practice: string;
  /** The day it is of, so that the same document always gives the same bytes. */
  readonly on: string;
  readonly content: readonly Content[];
}

type Printer = typeof import("pdfmake");
let printer: Promise<Printer> | undefined;

/** The library and its fonts are read when the first document is printed, and only then. */
async function loadPrinter(): Promise<Printer> {
  const { default: pdfmake } = (await import("pdfmake")) as unknown as { readonly default: Printer };
  const folder = join(dirname(createRequire(import.meta.url).resolve("pdfmake/package.json")), "fonts", "Roboto");
  const font = (name: string) => join(folder, `Roboto-${name}.ttf`);
  pdfmake.setFonts({
    Roboto: {
      normal: font("Regular"),
      bold: font("Medium"),
      italics: font("Italic"),
      bolditalics: font("MediumItalic"),
    },
  });
  // A document has nothing to fetch, and no file to read but its fonts.
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(folder));
  return pdfmake;
}

/** The foot of a page has two lines at most. */
const shortened = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);

/** The sheet as a PDF file, A4, with its title and pages numbered at the foot. */
export async function printed({ title, practice, on, content }: Sheet): Promise<Buffer> {
  printer ??= loadPrinter();
  const pdfmake = await printer;
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
    content: [...content],
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
        { text: shortened(`${practice} · ${title}`), style: "quiet", width: textWidth - 70 },
        { text: `${page} of ${pages}`, style: "quiet", alignment: "right", width: 70 },
      ],
    }),
  };
  return pdfmake.createPdf(definition).getBuffer();
}
