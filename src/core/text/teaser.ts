// Heads the titles of other stories: Related articles | More from Tarn | Further reading | More games news:
const LABEL =
  /^\W*(?:related\b(?: (?:articles?|stories|coverage|content|links|topics|posts|news|reading|videos?))?|more (?:from|on|in|about)\b.{2,30}|more (?:\p{L}+ ){0,2}(?:news|stories|headlines|coverage)|(?:read|see) (?:more|also|next)|also (?:read|see|in|on)\b.{0,20}|further reading|you (?:may|might) (?:also )?(?:like|enjoy)|recommended(?: (?:for you|stories|reading|articles))?|(?:top|latest|popular|trending|other) (?:stories|news|headlines|articles|posts)|most (?:read|popular|viewed|shared)|editors?['’]?s? picks?|trending(?: now)?|don['’]t miss|up next|in other news|elsewhere(?: on\b.{2,30})?)\W*$/iu;
const STOPPED = /[.!…:;।۔。！？]["'”’»)\]]*$/u;
const LONGEST = 160;
/** As many as a page puts side by side. */
const MOST = 12;

/**
 * Finds the titles of other stories below a line that says so ("Related articles"): up to the next sentence.
 *
 * @param texts the lines of a body, in order
 * @returns their indices
 */
export function findTeasers(texts: readonly string[]): ReadonlySet<number> {
  const found = new Set(findLists(texts));
  for (const [index, text] of texts.entries()) {
    if (text.length > LONGEST || !LABEL.test(text)) continue;
    const below = texts.slice(index + 1, index + 1 + MOST);
    const end = below.findIndex((line) => line.length > LONGEST || STOPPED.test(line));
    const titles = end < 0 ? below : below.slice(0, end);
    // What stands right above a paragraph may head it.
    const own = end > 0 && titles.length > 1 ? titles.length - 1 : titles.length;
    for (let count = 1; count <= (end < 0 ? titles.length : own); count += 1)
      found.add(index + count);
  }
  return found;
}

const LIST = 6;
// A capital first, a letter or figure last, or whom it quotes.
const TITLE = /^["“‘']?\p{Lu}.+$(?<=[\p{L}\p{N}]['’"”]?)/u;

/** Finds lists of titles among a story: so many lines without a stop, one below the other, that hold no figures. */
function findLists(texts: readonly string[]): readonly number[] {
  const found: number[] = [];
  let run: number[] = [];
  const flush = (): void => {
    if (run.length < LIST) {
      run = [];
      return;
    }
    const counted = run.filter((index) => /\d/u.test(texts[index] ?? "")).length;
    const opens = run[0] === 0 || texts.slice(0, run[0]).every((text) => text.length < LONGEST);
    if (!opens && counted * 2 < run.length) found.push(...run);
    run = [];
  };
  for (const [index, text] of texts.entries()) {
    if (text.length < LONGEST && TITLE.test(text)) run.push(index);
    else flush();
  }
  flush();
  return found;
}

const COPIES = 3;
const FEWEST_LETTERS = 30;
/** Where more of a text were copies, the text itself came more than once. */
export const MOST_COPIED = 0.3;

/** Finds captions and boxes that a page prints again and again among its text. */
export function findCopies(texts: readonly string[]): ReadonlySet<number> {
  const places = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) {
    if (text.length < FEWEST_LETTERS) continue;
    const key = withoutCredit(text);
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  const copies = Array.from(places.values())
    .filter((indices) => indices.length >= COPIES)
    .flat();
  const lettersOf = (indices: Iterable<number>) =>
    Array.from(indices).reduce((sum, index) => sum + (texts[index]?.length ?? 0), 0);
  return lettersOf(copies) > lettersOf(texts.keys()) * MOST_COPIED ? new Set() : new Set(copies);
}

// "… co-presented by the Tarn Theatre and […]": the head of a post that goes on elsewhere.
const CUT = /\s\[(?:…|\.{3})\]$/u;
const HEAD = 16;

/** Finds what a page cut from its other posts, and what it says thrice in one line. */
export function findCuts(texts: readonly string[]): readonly number[] {
  return texts.flatMap((text, index) => (CUT.test(text) || isThrice(text) ? [index] : []));
}

function isThrice(text: string): boolean {
  if (text.length < HEAD * 3) return false;
  const again = text.indexOf(text.slice(0, HEAD), HEAD);
  // A third of a line that holds the same three times.
  return again > 0 && again * 3 === text.length && text.startsWith(text.slice(0, again), again);
}

const FEWEST_ALIKE = 2;
const TAIL = /[.!?’”] \((?<credit>\p{Lu}?\d?\p{Lu}[\p{L} ]{1,30})\)$/u;

/** Finds lines that end alike in a bracket, "… in her kitchen. (7Tarn)": whose pictures they tell of. */
export function findCredited(texts: readonly string[]): readonly number[] {
  const tails = texts.map((text) => (text.endsWith(")") ? TAIL.exec(text)?.groups?.credit : null));
  const times = new Map<string, number>();
  for (const tail of tails) if (tail != null) times.set(tail, (times.get(tail) ?? 0) + 1);
  return tails.flatMap((tail, index) =>
    tail != null && (times.get(tail) ?? 0) >= FEWEST_ALIKE ? [index] : [],
  );
}

/** A line without the credit in brackets behind it. */
export function withoutCredit(text: string): string {
  return text.replace(/ \([^()]{2,40}\)$/u, "");
}

const HEADING_LENGTH = 110;
const FEWEST_LINES = 4;
const SENTENCE_IN = /[.!?]["”’)]* ["“‘(]?\p{Lu}/u;
const ENDS_OPEN = /[\p{L}\p{N})]$/u;
/** Share of its long lines that a text ends with a stop where it sets stops at all. */
const MOSTLY = 0.7;

/**
 * Finds the standfirsts, pull quotes and captions that are long and have no stop, in a text whose other
 * lines have theirs; none in quotation marks, since somebody says those.
 */
export function findUnstopped(texts: readonly string[]): ReadonlySet<number> {
  const long = texts.flatMap((text, index) =>
    text.length > HEADING_LENGTH ? [{ text, index }] : [],
  );
  const open = long.filter(({ text }) => ENDS_OPEN.test(text));
  if (long.length < FEWEST_LINES || open.length > long.length * (1 - MOSTLY)) return new Set();
  const alone = open.filter(({ text }) => !SENTENCE_IN.test(text) && !/["“”]/u.test(text));
  return new Set(alone.map(({ index }) => index));
}
