import type { Place } from "./aside.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  localName,
  readXml,
  type XmlElement,
} from "./xml-tree.ts";

/** Styles whose text is not to be seen, or is struck out, by their ids. */
export type HiddenStyles = ReadonlyMap<string, Place>;

const SWITCHES: Readonly<Record<string, Place>> = {
  vanish: "hidden text",
  specVanish: "hidden text",
  webHidden: "hidden text",
  strike: "struck-out text",
  dstrike: "struck-out text",
};

/** Reads `word/styles.xml`. */
export function hiddenStyles(root: XmlElement | null): HiddenStyles {
  const found = new Map<string, Place>();
  for (const style of root === null ? [] : childrenOf(root, "style")) {
    const place = switchedOn(childOf(style, "rPr"));
    const id = attributeOf(style, "styleId");
    if (place !== null && id !== null) found.set(id, place);
  }
  return found;
}

/** Why the text of a run, or of a paragraph by its style, is no part of the story; `null` where it is. */
export function hiddenIn(element: XmlElement, styles: HiddenStyles): Place | null {
  const isRun = localName(element) === "r";
  const properties = childOf(element, isRun ? "rPr" : "pPr");
  const style = properties === null ? null : childOf(properties, isRun ? "rStyle" : "pStyle");
  const own = isRun ? switchedOn(properties) : null;
  return own ?? styles.get(attributeOf(style, "val") ?? "") ?? null;
}

/** A switch without a value is on (ECMA-376, part 1, 17.17.4). */
function switchedOn(properties: XmlElement | null): Place | null {
  const switches = properties === null ? [] : childrenOf(properties);
  const on = switches.find((one) => {
    const value = attributeOf(one, "val") ?? "true";
    return Object.hasOwn(SWITCHES, localName(one)) && !/^(?:0|false|off)$/iu.test(value);
  });
  return on === undefined ? null : (SWITCHES[localName(on)] ?? null);
}

// Reads what can hide text in a document itself; a look at every element is needed only where this is found.
const MAY_HIDE = /<\w+:(?:vanish|specVanish|webHidden|strike|dstrike)\b/u;

/** The XML of a document without what it hides or strikes out, which the library would read as if it could be seen. */
export function withoutHidden(xml: string, styles: HiddenStyles): string {
  if (styles.size === 0 && !MAY_HIDE.test(xml)) return xml;
  // The parser counts a line end as one character.
  const text = xml.replace(/\r\n?/gu, "\n");
  const shown: string[] = [];
  let from = 0;
  const waiting = [readXml(text)];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const name = localName(next);
    if ((name === "r" || name === "p") && hiddenIn(next, styles) !== null) {
      shown.push(text.slice(from, next.start));
      from = next.end;
    } else for (const child of childrenOf(next).toReversed()) waiting.push(child);
  }
  shown.push(text.slice(from));
  return shown.join("");
}
