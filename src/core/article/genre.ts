import { isReleaseLabel } from "#core/text/release-label.ts";
import type { Copy } from "./copy.ts";

/** What a copy that is headed as a release is called. */
const RELEASE = "Press release";
const FIELD =
  /(?:^|[^\p{L}])(?:genres?|article[-_ ]?type|content[-_ ]?type|story[-_ ]?type|type|kind)(?:[.:](?:name|qcode|term))?$/iu;
const LONGEST = 40;
const ABOVE: ReadonlySet<string> = new Set(["above the story", "the page header", "a text box"]);

/** Reads what the copy says of its own kind: a field such as `genre: Opinion`, or the heading of a release; `null` where it says nothing. */
export function readGenre(copy: Pick<Copy, "asides" | "embargo">): string | null {
  if (/\bimmediate release\b/i.test(copy.embargo ?? "")) return RELEASE;
  for (const { place, field, text } of copy.asides) {
    if (field !== null) {
      if (text.length <= LONGEST && FIELD.test(field)) return text.trim();
    } else if (ABOVE.has(place) && text.split("\n").some(isLetterhead)) return RELEASE;
  }
  return null;
}

/** `News release from The Harbour Trust` */
function isLetterhead(line: string): boolean {
  return isReleaseLabel(line.replace(/\s(?:from|by)\s.*$/u, ""));
}
