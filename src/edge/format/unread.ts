import { quarantine } from "./quarantine.ts";
import type { FormatReader, TextFile } from "./reader.ts";
import { isLog, isRows } from "./rows.ts";

interface UnreadFormat {
  readonly name: string;
  recognises(file: TextFile): boolean;
  readonly reason: string;
}

const SAVE_AS = "save the story itself as plain text, Markdown or HTML.";

/** Texts that are known to be no story: as plain text their markup or their rows would be taken for one. */
const UNREAD: readonly UnreadFormat[] = [
  {
    name: "xml",
    // Reads: <?xml …, <rss …, <nitf …, <newsItem …; HTML has been recognised before.
    recognises: ({ text, extension }) =>
      /^\s*<\?xml\b/u.test(text) ||
      (/^(?:xml|rss|atom|nitf|svg)$/u.test(extension) && /^\s*</u.test(text)) ||
      /^\s*<(?:rss|feed|nitf|news\w+|rdf:RDF|svg)\b/iu.test(text),
    reason: `This is an XML file, and no story in a format that is read; ${SAVE_AS}`,
  },
  {
    name: "rows",
    recognises: ({ text, extension }) => isRows(text, extension),
    reason: `This is a table, as spreadsheets are saved, and no story; ${SAVE_AS}`,
  },
  {
    name: "log",
    recognises: ({ text, extension }) => isLog(text, extension),
    reason: `This is the log of a program, and no story; ${SAVE_AS}`,
  },
];

/** One reader a format that is known and not read: it says so. */
export const unreadReaders: readonly FormatReader[] = UNREAD.map(
  ({ name, recognises, reason }) => ({
    name,
    recognises,
    read: () => quarantine(reason),
  }),
);
