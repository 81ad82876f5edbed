import type { Aside } from "#core/article/copy.ts";
import { fieldAside, fieldAsides } from "./aside.ts";
import type { DomDocument, DomElement } from "./dom.ts";
import { leftOut } from "./left-out.ts";
import { jsonIn, LINKED_DATA } from "./linked-data.ts";
import { isTelling } from "./telling.ts";

/** More times than a page of an article has. */
const MOST_TIMES = 50;

/** What a page says of itself: the title of its window, its `meta` elements, its JSON-LD, its times. */
export function pageFields(page: DomDocument): readonly Aside[] {
  return [...titlesOf(page), ...metasOf(page), ...dataOf(page), ...timesOf(page)];
}

/** The title of a window is several: `EMBARGOED UNTIL 9 MAY | Ferry stops | Port News`. */
function titlesOf(page: DomDocument): readonly Aside[] {
  return (page.querySelector("title")?.textContent ?? "")
    .split(/\s[|·]\s/u)
    .filter(isTelling)
    .flatMap((part) => fieldAside("the meta elements of the page", "title", part));
}

function metasOf(page: DomDocument): readonly Aside[] {
  return [...page.querySelectorAll("meta")].flatMap((meta) => {
    const [name] = ["property", "name", "itemprop", "http-equiv"].flatMap(
      (key) => meta.getAttribute(key) ?? [],
    );
    const content = meta.getAttribute("content");
    if (name === undefined || content === null) return [];
    return fieldAside("the meta elements of the page", name, content);
  });
}

function dataOf(page: DomDocument): readonly Aside[] {
  return [...page.querySelectorAll(LINKED_DATA)].flatMap((script) =>
    fieldAsides("the data of the page", jsonIn(script.textContent ?? ""), isText),
  );
}

/** The story itself, and what names things and no moments. */
function isText(name: string): boolean {
  return /^(?:articlebody|text|image|logo|sameas|@context|@type|@id)$/u.test(name);
}

function timesOf(page: DomDocument): readonly Aside[] {
  return [...page.querySelectorAll("time")].slice(0, MOST_TIMES).flatMap((time) => {
    const moment = time.getAttribute("datetime") ?? time.textContent;
    return fieldAside("a time of the page", nameOf(time), moment ?? "");
  });
}

function nameOf(time: DomElement): string {
  const stated = time.getAttribute("itemprop") ?? time.getAttribute("class") ?? "";
  if (stated.trim() !== "") return stated.trim();
  return time.getAttribute("pubdate") === null ? "time" : "pubdate";
}

/**
 * What a page shows around its story: a box above it, notes below it. Lines that are links alone lead to
 * other stories, and say nothing of this one.
 */
export function aroundStory(
  shown: readonly string[],
  links: ReadonlySet<string>,
  story: readonly string[],
  title: string | null,
): readonly Aside[] {
  const lines = shown
    .flatMap((text) => text.split("\n"))
    .filter((line) => !links.has(line.replace(/^- /u, "").trim()));
  const places = {
    above: "above the story",
    among: "beside the story",
    below: "beside the story",
  } as const;
  return leftOut(lines, story, [title], places);
}

/** The words of each link of a page. */
export function linksOf(page: DomDocument): ReadonlySet<string> {
  return new Set(
    [...page.querySelectorAll("a")].map((link) =>
      (link.textContent ?? "").replace(/\s+/gu, " ").trim(),
    ),
  );
}
