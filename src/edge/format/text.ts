import { quarantine } from "./quarantine.ts";
import type { FormatReader } from "./reader.ts";
import { splitTags } from "./tags.ts";
import { copyOf, readWireText } from "./wire-text.ts";

/** Plain text, as a last resort: it recognises every file. */
export const textReader: FormatReader = {
  name: "text",
  recognises: () => true,
  read({ text }) {
    const { fields, paragraphs } = readWireText(text);
    if (paragraphs.length === 0) {
      return quarantine("There is no story in this file, only its heading; put the text below it.");
    }
    const { tags, ...others } = fields;
    return { ok: true, copy: copyOf("text", others, splitTags(tags ?? ""), paragraphs) };
  },
};
