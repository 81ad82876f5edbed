import { editsBetween, nameChanges } from "./details.ts";
import type { StoryChange } from "./difference.ts";
import { isPage } from "./no-news.ts";
import { isOfTheNews, isPlace } from "./of-the-news.ts";
import { ownNews } from "./own-news.ts";
import { plainWords } from "./plain.ts";
import { proofAt, type Reading, textOf } from "./reading.ts";
import { compareSentences } from "./sentence-pairs.ts";

/** Beyond these sentences stands background: others' cases, and whom it befell before. */
const MOST_SENTENCES = 14;
/** A report that names more of them at once gives a list, of which a reader who sees it bare can make nothing. */
const MOST_NAMES = 5;
// "Meanwhile, the agency has arrested nine men in Lund": whom it names from there on may be another matter's.
const BESIDE =
  /^(?:Meanwhile|In the meantime|Elsewhere|Similarly|Likewise|Separately|In (?:a|another|other) (?:\p{Ll}+ )?(?:developments?|cases?|incidents?|news|operations?|raids?))(?!\p{L})/u;
/** Shorter words are near each other by chance. */
const LONG_WORD = 5;

/**
 * People whom a report names for the first time, where a sentence shows that the news is of
 * them: by an age, or by what befell them. Who stands in its headline may be whoever says something of it, or whom somebody is
 * compared with. Who only speaks in it (police, neighbours, lawyers), wrote it, took its picture or is to be called
 * is none: printed bare, a reader takes the name for a victim's or a suspect's.
 */
export function newNames(known: readonly Reading[], now: Reading): readonly StoryChange[] {
  const words = new Set(known.flatMap(({ filing }) => plainWords(textOf(filing))));
  const told = new Set<number>();
  const last = now.told[besideAt(now)] ?? now.sentences.length;
  const news = new Set(ownNews(now).filter((index) => index < last));
  const appeared = now.names.flatMap(({ entity, sentence }): readonly StoryChange[] => {
    const found = now.entities[entity];
    if (found === undefined || told.has(entity) || !news.has(sentence)) return [];
    const proof = proofAt(now, sentence);
    if (proof === null || !isProse(now, sentence, proof.text) || isPage(proof.text)) return [];
    const { headline } = now.filing.brief;
    if (!isOfTheNews(found, proof.text, headline)) return [];
    told.add(entity);
    if (isPlace(found, `${headline}\n${now.body}`)) return [];
    if (plainWords(found.name).some((part) => isKnown(part, words))) return [];
    return [{ kind: "name", name: found.name, after: proof }];
  });
  return appeared.length > MOST_NAMES ? [] : appeared;
}

/** Where among the sentences that are told background begins, or what happened beside. */
function besideAt({ body, sentences, told }: Reading): number {
  const beside = told.findIndex((index) => {
    const { start, end } = sentences[index] ?? { start: 0, end: 0 };
    return BESIDE.test(body.slice(start, end));
  });
  return beside < 0 ? MOST_SENTENCES : Math.min(beside, MOST_SENTENCES);
}

// A line without an end is a teaser's, or a label's.
const ENDED = /[.!?…][\])"'”’]*$/u;

function isProse({ passages, sentences }: Reading, index: number, text: string): boolean {
  return passages[sentences[index]?.passage ?? -1]?.kind === "prose" && ENDED.test(text);
}

/** Known already, or written otherwise: "Kopf" and "Kopff". */
function isKnown(part: string, words: ReadonlySet<string>): boolean {
  if (words.has(part)) return true;
  if (part.length < LONG_WORD) return false;
  for (const word of words) {
    if (Math.abs(word.length - part.length) < 2 && editsBetween(word, part) < 2) return true;
  }
  return false;
}

/**
 * Names that are written otherwise in the next revision of an article, in a sentence whose other words
 * stayed; another name in its place only where the copy says that it corrects.
 */
export function renamed(before: Reading, now: Reading): readonly StoryChange[] {
  if (before.filing.article.id !== now.filing.article.id) return [];
  const corrects = now.filing.article.announced?.kind === "correction";
  const [old, fresh] = [told(before), told(now)];
  const headlines = [before.filing.brief.headline, now.filing.brief.headline] as const;
  const { pairs } = compareSentences([...old.keys()], [...fresh.keys()]);
  return [headlines, ...pairs].flatMap(([was, is]) =>
    nameChanges(was, is).flatMap((name): readonly StoryChange[] => {
      if (!name.isSpelling && !corrects) return [];
      // Two people of similar names stand in both revisions.
      if (hasName(now, name.before) || hasName(before, name.after)) return [];
      const proof = proofAt(now, fresh.get(is) ?? now.told[0] ?? 0);
      return proof === null
        ? []
        : [{ kind: "renamed", before: name.before, name: name.after, after: proof }];
    }),
  );
}

function told({ body, sentences, told: indices }: Reading): ReadonlyMap<string, number> {
  return new Map(
    indices.flatMap((index) => {
      const sentence = sentences[index];
      return sentence === undefined ? [] : [[body.slice(sentence.start, sentence.end), index]];
    }),
  );
}

function hasName({ filing: { article } }: Reading, name: string): boolean {
  const text = `${article.title ?? ""}\n${article.body}`;
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const [left, right] = [text.charAt(at - 1), text.charAt(at + name.length)];
    if (!/\p{L}/u.test(left) && !/\p{L}/u.test(right)) return true;
  }
  return false;
}
