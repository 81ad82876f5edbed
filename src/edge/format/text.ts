import { copyOf } from "#core/article/copy.ts";
import type { FormatReader } from "./reader.ts";
import { storyOrOrder } from "./story.ts";
import { splitTags } from "./tags.ts";
import { readWireText } from "./wire-text.ts";

/** Plain text, as a last resort: it recognises every file. */
export const textReader: FormatReader = {
  name: "text",
  recognises: () => true,
  read({ text }) {
    const { fields, paragraphs, asides } = readWireText(text);
    const { tags, ...others } = fields;
    return storyOrOrder(
      copyOf("text", paragraphs, { ...others, tags: splitTags(tags ?? ""), asides }),
    );
  },
};
