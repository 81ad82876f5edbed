/** What a page says that may be its headline. */
export interface PageTitles {
  /** JSON-LD, Open Graph and the like, the surest first. */
  readonly stated: readonly string[];
  /** The `title` element, which mostly ends in the site's name. */
  readonly element: string | null;
  /** First-level headings. */
  readonly headings: readonly string[];
  /** What the site calls itself. */
  readonly sites: readonly string[];
}

// What parts a headline from its site: " | ", " – ", " :: "; a hyphen only between spaces.
const PARTS = /\s+(?:[|–—-]|::|«|»|·|•)\s+|\s*\|\s*/u;
// What a site says of itself: "Latest News & Headlines", "Home".
const OF_SITES =
  /^(?:the|latest|breaking|news|newspaper|headlines?|home|homepage|home page|official|site|website|online|today|top|stories|world|local|sports?|weather|business|opinion|and|from|for|of|your|daily|live|tv|radio|com|co|org|net|uk|index|welcome|to)$/iu;

/**
 * Tells the headline of a page: the story's, not the site's. What only names the site counts for
 * nothing, its name behind a headline is taken off, and a field that agrees with nothing else on the
 * page (a description where the headline belongs) gives way to two that agree.
 */
export function pageTitle({ stated, element, headings, sites }: PageTitles): string | null {
  const heads = headings.filter((text) => !isSite(text, sites));
  const known = [...stated, ...(element === null ? [] : [element])]
    .map((text) => withoutSite(text, sites, heads))
    .filter((text) => text !== "" && !isSite(text, sites));
  const agreed = known.find((one, index) =>
    [...heads, ...known.filter((_, other) => other !== index)].some((other) => agree(one, other)),
  );
  const title = agreed ?? known.find((text) => !isDescription(text)) ?? known[0] ?? null;
  if (title === null) return heads[0] ?? null;
  return (
    heads.find((heading) => sharesWords(heading, title)) ??
    (isDescription(title) ? heads[0] : null) ??
    title
  );
}

/** A headline has a capital or a figure at its head, and seldom two sentences. */
function isDescription(text: string): boolean {
  return /^\p{Ll}(?!\p{Lu})/u.test(text) || /[.!]\s+\p{Lu}.*\.$/u.test(text);
}

/** `Marlow News - Latest News & Headlines` names nothing but its site. */
function isSite(text: string, sites: readonly string[]): boolean {
  const words = wordsOf(text);
  return sites.some((site) => {
    const own = new Set(wordsOf(site));
    return (
      words.length > 0 &&
      words.some((word) => own.has(word)) &&
      words.every((word) => own.has(word) || OF_SITES.test(word))
    );
  });
}

/** Takes the site's name off either end; a part that is no site's stays. */
function withoutSite(text: string, sites: readonly string[], heads: readonly string[]): string {
  let title = text.trim();
  for (;;) {
    const parts = partsOf(title);
    const [first, last] = [parts[0], parts.at(-1)];
    if (parts.length < 2 || first === undefined || last === undefined) return title;
    // What is left is the page's own heading: "Velia - Openpedia".
    const before = title.slice(0, last.start).trimEnd();
    const bare = before.replace(/\s*(?:[|–—·•«»-]|::)$/u, "").trim();
    if (isSite(last.text, sites) || heads.some((head) => sameWords(head, bare))) title = bare;
    else if (isSite(first.text, sites)) title = title.slice(parts[1]?.start ?? 0).trim();
    else return title;
  }
}

interface Part {
  readonly text: string;
  readonly start: number;
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(new RegExp(PARTS, "gu"))) {
    parts.push({ text: text.slice(start, index), start });
    start = index + mark.length;
  }
  return [...parts, { text: text.slice(start), start }];
}

/** Says whether two texts speak of one thing: most of the shorter's words stand in the longer. */
function agree(one: string, other: string): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].toSorted(
    (a, b) => a.length - b.length,
  );
  return sharesMost(short, long);
}

/** Says whether half of a heading's words stand in a title. */
export function sharesWords(heading: string, title: string): boolean {
  return sharesMost(wordsOf(heading), wordsOf(title));
}

function sharesMost(words: readonly string[], others: readonly string[]): boolean {
  const shared = words.filter((word) => others.includes(word)).length;
  return shared * 2 >= words.length && shared > 0;
}

function sameWords(one: string, other: string): boolean {
  return wordsOf(one).join(" ") === wordsOf(other).join(" ");
}

/** The words of a text in small letters. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
