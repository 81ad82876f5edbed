import type { Article } from "#core/article/article.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Quote } from "#core/speech/quote.ts";
import { sampleArticle, sampleBrief } from "#tests/samples.ts";

const SYLLABLES = ["ta", "ro", "min", "vel", "sor", "ik", "an", "del", "qua", "hest", "um", "per"];
const VOCABULARY = 20_000;
const PEOPLE = 8_000;
const SECTIONS = ["local", "business", "sport", "weather", "culture"];
const HOUR = 3_600_000;

/** The newest article of the archive is of this moment. */
const NEWEST = Date.now();

/** A word of the archive by its rank: the first ones are in most articles, as Zipf's law has it. */
export function wordAt(rank: number): string {
  let rest = rank;
  let word = "";
  for (let letters = 0; letters < 4; letters += 1) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? "";
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

/** Someone who is quoted, by rank: the first ones are quoted most. */
export function personAt(rank: number): string {
  const name = (number: number) => {
    const word = wordAt(number);
    return word.charAt(0).toUpperCase() + word.slice(1);
  };
  return `${name(rank % 157)} ${name(Math.floor(rank / 3) + 200)}`;
}

export function topicAt(rank: number): string {
  return wordAt(rank * 7 + 3);
}

/** The ranks of common things come up often: `1/rank`, by and large. */
function ranked(next: () => number, most: number): number {
  return Math.floor(most ** next()) - 1;
}

/**
 * One article of an archive that is told by `next` and its place alone: about 250 words and three
 * quotes, each with a speaker. The words mean nothing: what is measured is how they are found.
 */
export function archived(index: number, of: number, next: () => number): Filed {
  const words = (count: number) =>
    Array.from({ length: count }, () => wordAt(ranked(next, VOCABULARY))).join(" ");
  const title = `${words(6)} ${index}`;
  const paragraphs = [0, 1, 2].map(() => ({
    before: `${words(60)}. “`,
    said: words(18),
    speaker: personAt(ranked(next, PEOPLE)),
  }));
  let body = "";
  const quotes: Quote[] = [];
  for (const { before, said, speaker } of paragraphs) {
    const start = body.length + before.length;
    const end = start + said.length;
    const named = end + "” said ".length;
    body += `${before}${said}” said ${speaker}.\n\n`;
    quotes.push({
      ...{ text: said, start, end, cue: "said", hedge: null, through: null },
      speaker: { name: speaker, role: "spokeswoman", start: named, end: named + speaker.length },
    });
  }
  const article = articleOf(index, of, { title, body: body.trimEnd() }, next);
  return { article, brief: briefOf(article, quotes) };
}

function articleOf(
  index: number,
  of: number,
  text: Pick<Article, "title" | "body">,
  next: () => number,
): Article {
  const id = `n${index.toString(36)}`;
  const at = NEWEST - (of - index) * (HOUR / 4);
  return sampleArticle({
    ...{ ...text, id, contentHash: id, path: `wire/${id}.txt`, takenIn: at, published: at },
    section: SECTIONS[index % SECTIONS.length] ?? null,
    tags: [topicAt(ranked(next, 2_000)), topicAt(ranked(next, 2_000))],
    dateline: { place: wordAt(ranked(next, 500)).toUpperCase(), date: null, agency: "Tarn Wire" },
    source: "Tarn Wire",
  });
}

function briefOf(article: Article, quotes: readonly Quote[]): Brief {
  const facts = [0, 1, 2].map((index) => {
    const start = index * 40;
    const text = article.body.slice(start, start + 120);
    return { text, start, end: start + 120, attribution: null, hedge: null };
  });
  return sampleBrief(article, { facts, quotes });
}
