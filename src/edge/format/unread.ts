import { quarantine } from "./quarantine.ts";
import type { FormatReader, TextFile } from "./reader.ts";

interface UnreadFormat {
  readonly name: string;
  recognises(file: TextFile): boolean;
  readonly reason: string;
}

const SAVE_AS = "is not read yet; save the story as plain text, Markdown or HTML.";

/** Text formats that are known and not read: as plain text their markup would be taken for the story. */
const UNREAD: readonly UnreadFormat[] = [
  {
    name: "rtf",
    recognises: ({ text }) => text.startsWith("{\\rtf"),
    reason: `This is an RTF file, which ${SAVE_AS}`,
  },
  {
    name: "xml",
    // Reads: <?xml …, <rss …, <nitf …, <newsItem …; HTML has been recognised before.
    recognises: ({ text, extension }) =>
      /^\s*<\?xml\b/u.test(text) ||
      (/^(?:xml|rss|atom|nitf|svg)$/u.test(extension) && /^\s*</u.test(text)) ||
      /^\s*<(?:rss|feed|nitf|news\w+|rdf:RDF|svg)\b/iu.test(text),
    reason: `This is an XML file, which ${SAVE_AS}`,
  },
  {
    name: "json",
    recognises: ({ text, extension }) =>
      extension === "json" || extension === "jsonl" || isJson(text),
    reason: `This is a JSON file, which ${SAVE_AS}`,
  },
  {
    name: "eml",
    recognises: ({ text, extension }) => extension === "eml" || isMail(text),
    reason: `This is an e-mail, which ${SAVE_AS}`,
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

function isJson(text: string): boolean {
  if (!/^\s*[{[]\s*["{[\]}\d]/u.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** A mail begins with header lines, and at least two of these. */
function isMail(text: string): boolean {
  const [head = ""] = text.split("\n\n", 1);
  const known = head.match(
    /^(?:received|return-path|message-id|mime-version|content-type|delivered-to|dkim-signature):\s/gimu,
  );
  return (known?.length ?? 0) >= 2 && /^[\w-]+:\s/u.test(text);
}
