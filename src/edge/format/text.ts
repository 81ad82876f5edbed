import { copyOf } from "#core/article/copy.ts";
import { oneStory, quarantine } from "./quarantine.ts";
import type { FormatReader } from "./reader.ts";
import { splitTags } from "./tags.ts";
import { readWireText } from "./wire-text.ts";

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
    return oneStory(copyOf("text", paragraphs, { ...others, tags: splitTags(tags ?? "") }));
  },
};
