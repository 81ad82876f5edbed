import type { getDocumentProxy } from "unpdf";
import { z } from "zod";
import type { Aside } from "#core/article/copy.ts";
import type { Reading } from "#desk/port/copy.ts";
import { asideOf, fieldAside, fieldAsides } from "./aside.ts";
import { readDocument } from "./document.ts";
import { unpacksTooFar } from "./pdf-bounds.ts";
import { readFlow } from "./pdf-flow.ts";
import { readPage } from "./pdf-lines.ts";
import { withStrayErrors } from "./pdf-strays.ts";
import { quarantine } from "./quarantine.ts";
import type { BinaryReader } from "./reader.ts";

const LARGEST = 24 * 1024 * 1024;
const MOST_PAGES = 40;
const MOST_ITEMS = 60_000;
/** A page with fewer letters than this is a picture with a stamp on it. */
const FEWEST_LETTERS = 20;
/** The end of a PDF stands in its last bytes (PDF 1.7, 7.5.5 and annex H, note 18). */
const TAIL = 2048;

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A PDF with a text layer: its lines joined to paragraphs, column by column. */
export const pdfReader: BinaryReader = {
  name: "PDF",
  recognises: ({ bytes }) => latin1(bytes.subarray(0, 1024)).includes("%PDF-"),
  async read({ bytes }) {
    const reason = reasonByBytes(bytes);
    return reason === null ? withStrayErrors(() => readPdf(bytes)) : quarantine(reason);
  },
};

function reasonByBytes(bytes: Uint8Array): string | null {
  if (bytes.length > LARGEST)
    return "This PDF is larger than 24 MB; save the story alone as plain text.";
  if (!/%%EOF|startxref/u.test(latin1(bytes.subarray(-TAIL))))
    return "The PDF was cut off on its way: its end is missing; send it again.";
  if (unpacksTooFar(bytes))
    return "This PDF unpacks to more than any article; save the story alone as plain text.";
  return null;
}

async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const { extractTextItems, getDocumentProxy, getMeta } = await import("unpdf");
  // pdf.js takes the bytes that it is given for its own.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    useSystemFonts: false,
    stopAtErrors: true,
    verbosity: 0,
  }).catch((error: unknown) => {
    if (error instanceof Error && error.name === "PasswordException") return null;
    throw error;
  });
  if (pdf === null)
    return quarantine("This PDF is locked with a password; save the story as plain text.");
  try {
    if (pdf.numPages > MOST_PAGES)
      return quarantine(
        `This PDF has more than ${MOST_PAGES} pages; save the story alone as plain text.`,
      );
    const { items } = await extractTextItems(pdf);
    if (items.reduce((sum, page) => sum + page.length, 0) > MOST_ITEMS)
      return quarantine("This PDF holds more text than any article; save the story alone.");
    const { info, metadata } = await getMeta(pdf);
    const { blocks, asides } = readFlow(items.map(readPage));
    const letters = blocks.reduce((sum, { text }) => sum + text.length, 0);
    if (letters < FEWEST_LETTERS)
      return quarantine("This PDF is a picture of a text; save the story itself as plain text.");
    const title: unknown = info.Title;
    return readDocument("pdf", blocks, {
      title: typeof title === "string" ? title : null,
      asides: [...asides, ...propertiesOf(info, metadata), ...(await annotationsOf(pdf))],
    });
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** The information dictionary with what the author added to it, and XMP. */
function propertiesOf(info: Record<string, unknown>, metadata: unknown): readonly Aside[] {
  const { Custom: custom = {}, ...own } = info;
  const xmp = z.custom<Iterable<[string, unknown]>>(isIterable).safeParse(metadata).data ?? [];
  // pdf.js puts booleans of its own among the author's words.
  const words = Object.entries(own).filter(([, value]) => typeof value === "string");
  return [Object.fromEntries(words), custom, Object.fromEntries(xmp)].flatMap((fields) =>
    fieldAsides("the document's properties", fields),
  );
}

function isIterable(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** Notes that were stuck on a page, text boxes, and what forms were filled with. */
const Annotation = z.object({
  subtype: z.string().catch(""),
  contentsObj: z.object({ str: z.string() }).catch({ str: "" }),
  fieldName: z.string().catch(""),
  fieldValue: z.unknown().optional(),
});
/** A page of an article has a handful. */
const MOST_ANNOTATIONS = 500;

async function annotationsOf(pdf: PdfDocument): Promise<readonly Aside[]> {
  const found: Aside[] = [];
  for (let number = 1; number <= pdf.numPages && found.length < MOST_ANNOTATIONS; number += 1) {
    const page = await pdf.getPage(number);
    const annotations = z.array(Annotation).parse(await page.getAnnotations());
    for (const { subtype, contentsObj, fieldName, fieldValue } of annotations) {
      const place = subtype === "FreeText" || subtype === "Stamp" ? "a text box" : "a comment";
      found.push(
        ...asideOf(place, contentsObj.str),
        ...fieldAside("a content control", fieldName, fieldValue),
      );
    }
  }
  return found;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
