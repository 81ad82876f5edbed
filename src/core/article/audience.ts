import type { Article } from "./article.ts";
import { usageOf } from "./usage.ts";

/**
 * Who reads a place, or for whom something is: the outside world; the desk of the newsroom alone; `null`: the
 * newsroom's people, where nobody has said more.
 */
export type Audience = "public" | "internal" | null;

/** Who reads in a place, and what the newsroom keeps for its desk whatever the copy says of itself. */
export interface Readers {
  readonly audience: Audience;
  /** Sections whose copy is for the desk alone; compared without regard to case and the space around them. */
  readonly internalSections: readonly string[];
}

/** What an article says of its audience. */
export type Restricted = Pick<
  Article,
  "usageTerms" | "copyright" | "editorNote" | "section" | "internal"
>;

/** From the widest: whatever is for one audience is for those behind it as well. */
const WIDTH: readonly Audience[] = ["public", null, "internal"];

/** Whether what is for one audience may be shown to another. */
export function isFor(audience: Audience, readers: Audience): boolean {
  return WIDTH.indexOf(audience) <= WIDTH.indexOf(readers);
}

/** The one audience of an article: by its marking and its section, else by its terms of use. */
export function audienceOf(
  article: Restricted,
  { internalSections }: Pick<Readers, "internalSections">,
): Audience {
  if (article.internal === true || isIn(internalSections, article.section)) return "internal";
  return usageOf(article).restricted ? null : "public";
}

/** Whether an article may be shown to these readers: the one rule, which the store asks in its queries too. */
export function mayRead(article: Restricted, readers: Readers): boolean {
  return isFor(audienceOf(article, readers), readers.audience);
}

/** What copy that is marked for the desk alone bears wherever it is shown; `null` where it is for others too. */
export function signOfDesk({ internal }: Pick<Article, "internal">): string | null {
  return internal === true ? "Internal: not for publication" : null;
}

/** Why a channel with these readers does not carry an article, as a sentence for the editor; `null` where it may. */
export function refusalOf(article: Restricted, readers: Readers): string | null {
  if (mayRead(article, readers)) return null;
  if (article.internal === true) return "It is marked internal, and the channel is not";
  if (isIn(readers.internalSections, article.section)) {
    return `Its section, ${article.section}, is for internal channels alone`;
  }
  return `Its terms of use keep it off public channels: “${usageOf(article).reason ?? ""}”`;
}

/** Whether copy is marked for the desk alone: by whatever stands there, but for what says that it is not. */
export function readInternal(stated: string | undefined): boolean {
  const text = (stated ?? "").trim();
  return text !== "" && !/^(?:no|n|false|0|off|none|null|~)$/iu.test(text);
}

/** By its whole name, or by one of several that stand there: `Desk/legal`, `news, desk`. */
function isIn(sections: readonly string[], own: string | null): boolean {
  if (own === null) return false;
  const names = new Set([own, ...own.split(SEVERAL)].map(folded));
  return sections.some((name) => names.has(folded(name)));
}

const SEVERAL = /[/,;|>\\]/u;

/** As people read it: signs without a width, which nobody sees, count for nothing. */
function folded(section: string): string {
  return section
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase();
}
