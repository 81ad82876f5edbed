import { XmlElement } from "@rgrove/parse-xml";
import type { Place } from "./aside.ts";

/** Styles whose text is no part of the story, by their names. */
export type HiddenStyles = ReadonlyMap<string, Place>;

export interface Styles {
  readonly hidden: HiddenStyles;
  /** Styles of a paragraph that is the document's title. */
  readonly titles: ReadonlySet<string>;
}

export function styleOf({ attributes }: XmlElement): string {
  return attributes["text:style-name"] ?? "";
}

export function readStyles(roots: readonly XmlElement[]): Styles {
  const hidden = new Map<string, Place>();
  const titles = new Set(["Title", "Headline"]);
  for (const style of roots.flatMap(stylesOf)) {
    const name = style.attributes["style:name"] ?? "";
    const properties = style.children.filter((child) => child instanceof XmlElement);
    const [place] = properties.flatMap(({ attributes }) => placeOf(attributes) ?? []);
    if (place !== undefined && name !== "") hidden.set(name, place);
    if (/^(?:Title|Headline)$/u.test(style.attributes["style:parent-style-name"] ?? ""))
      titles.add(name);
  }
  return { hidden, titles };
}

function placeOf(attributes: Readonly<Record<string, string>>): Place | null {
  if (attributes["text:display"] === "none") return "hidden text";
  const line =
    attributes["style:text-line-through-style"] ?? attributes["style:text-line-through-type"];
  return (line ?? "none") === "none" ? null : "struck-out text";
}

function stylesOf(root: XmlElement): readonly XmlElement[] {
  return ["office:automatic-styles", "office:styles"]
    .flatMap((name) => findElement(root, name)?.children ?? [])
    .filter((child) => child instanceof XmlElement);
}

/** Of the first two levels, where these elements stand. */
export function findElement(root: XmlElement, name: string): XmlElement | null {
  const inside = root.children.filter((child) => child instanceof XmlElement);
  const below = inside.flatMap(({ children }) =>
    children.filter((child) => child instanceof XmlElement),
  );
  return [...inside, ...below].find((element) => element.name === name) ?? null;
}
