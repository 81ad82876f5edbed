import { fieldAside } from "./aside.ts";
import { readDocument } from "./document.ts";
import { quarantine } from "./quarantine.ts";
import type { BinaryReader } from "./reader.ts";
import { readRtf } from "./rtf-text.ts";

/** Pictures make RTF large, not its text; beyond this, in bytes, it is no article. */
const LARGEST = 24 * 1024 * 1024;

/** RTF as word processors and news systems write it. */
export const rtfReader: BinaryReader = {
  name: "RTF",
  recognises: ({ bytes }) =>
    Buffer.from(bytes.subarray(0, 16)).toString("latin1").trimStart().startsWith("{\\rtf"),
  read({ bytes }) {
    if (bytes.length > LARGEST)
      return quarantine("This RTF file is larger than 24 MB; save the story without its pictures.");
    const text = readRtf(bytes);
    if (!text.ok) return quarantine(text.reason);
    const { blocks, title, asides } = text;
    const properties = fieldAside("the document's properties", "title", title);
    return readDocument("rtf", blocks, { title, asides: [...asides, ...properties] });
  },
};
