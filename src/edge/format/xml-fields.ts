import type { Aside } from "#core/article/copy.ts";
import { fieldAside, type Place } from "./aside.ts";
import { attributeOf, childrenOf, isXmlText, localName, type XmlElement } from "./xml-tree.ts";

/** Where a file says a field's name in an attribute, and its value in another: `<meta name="hold" content="yes"/>`. */
const NAMES = ["name", "FormalName", "key", "property", "role"];
const VALUES = ["content", "value", "Value"];

/**
 * What the elements and attributes of XML state, each by its names without their prefixes, the one around it
 * first: `date.release.norm`, `itemMeta.embargoed`. Walks without recursion.
 *
 * @param isStory names of elements, in lower case, that hold the story or another item, and are passed over
 */
export function xmlFields(
  place: Place,
  root: XmlElement,
  isStory: (name: string) => boolean,
): readonly Aside[] {
  const found: Aside[] = [];
  const waiting = [{ element: root, around: "" }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { element, around } = next;
    const own = localName(element);
    if (isStory(own.toLowerCase())) continue;
    found.push(...attributesOf(place, element));
    // Words with marks of their own among them are one text: <remark>Not before <b>Monday</b></remark>
    const isMixed = element.children.some((node) => isXmlText(node) && node.text.trim() !== "");
    const inside = isMixed ? [] : childrenOf(element);
    if (inside.length === 0)
      found.push(...fieldAside(place, around === "" ? own : `${around}.${own}`, element.text));
    for (const child of inside.toReversed()) waiting.push({ element: child, around: own });
  }
  return found;
}

function attributesOf(place: Place, element: XmlElement): readonly Aside[] {
  const own = localName(element);
  const [name] = NAMES.flatMap((key) => attributeOf(element, key) ?? []);
  const [value] = VALUES.flatMap((key) => attributeOf(element, key) ?? []);
  const named = name === undefined || value === undefined ? [] : fieldAside(place, name, value);
  const each = Object.entries(element.attributes)
    .filter(([key]) => !/^(?:xmlns|xml:)/u.test(key))
    .flatMap(([key, text]) => fieldAside(place, `${own}.${key.slice(key.indexOf(":") + 1)}`, text));
  return [...named, ...each];
}
