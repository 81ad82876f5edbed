import type { Article } from "#core/article/article.ts";
import type { Brief } from "#core/brief/brief.ts";
import { ANYTHING, type Sought } from "#core/reply/sought.ts";
import { sampleQuote } from "#tests/samples.ts";
import { article, briefOf, MINUTE, NOON } from "../../contract/store/samples.ts";

export interface Corpus {
  readonly copy: readonly (readonly [Article, Brief])[];
  readonly sought: readonly Sought[];
}

const SYLLABLES = "ba de fi go lu mar nen pol quo rin sa tur vel wex yo zan".split(" ");
const FIRST = ["Mira", "Ana", "Per", "Jon", "Ines", "Zoë"];
const LAST = ["Solen", "Őry", "Aldis", "de la Cruz", "Vega", "Quintero"];
const PLACES = ["Tarnmouth", "Old Quay", "Sandholm", "Port Nerin", "New Port"];
const SOURCES = ["Tarn Wire", "The Sandholm Post", "Quay Wire", "The Evening Post"];

/** The same numbers at each run: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Small articles of words that are as unevenly common as those of a language, and what may be looked for in them. */
export function corpusOf(articles: number, searches: number): Corpus {
  const number = numbersFrom(20_310_508);
  const vocabulary = Array.from({ length: 700 }, (_, at) =>
    [at % 16, Math.floor(at / 16) % 16, Math.floor(at / 256)].map((i) => SYLLABLES[i]).join(""),
  );
  const pick = <T>(list: readonly T[]): T => list[number(list.length)] as T; // a list with something in it
  // Of three, the most common one: common words come often, and rare ones are there.
  const word = () => vocabulary[Math.min(number(700), number(700), number(700))] ?? "";
  // Some stand in the copy in another form than they are looked for.
  const inflected = () => (number(6) === 0 ? `${word()}s` : word());
  const text = (length: number) => Array.from({ length }, inflected).join(" ");
  const name = () => `${pick(FIRST)} ${pick(LAST)}`;
  const copy = Array.from({ length: articles }, (_, at): readonly [Article, Brief] => {
    const of = article(`a${at}`, {
      ...{ title: text(3 + number(6)), body: text(15 + number(number(2) === 0 ? 60 : 300)) },
      ...{ byline: number(2) === 0 ? null : name(), tags: number(2) === 0 ? [] : [word()] },
      ...{ source: pick(SOURCES), located: pick(PLACES), published: NOON - at * MINUTE },
      dateline: null,
    });
    const quotes = Array.from({ length: number(3) }, () =>
      sampleQuote({ speaker: { name: name(), role: null, start: 0, end: 1 } }),
    );
    return [of, { ...briefOf(of), quotes }];
  });
  const phrase = () => {
    const words = pick(copy)[0].body.split(" ");
    const from = number(words.length - 3);
    return words.slice(from, from + 2 + number(2)).join(" ");
  };
  const kinds: readonly (() => Partial<Sought>)[] = [
    () => ({ words: [word()] }),
    () => ({ words: [word(), word()] }),
    () => ({ words: [word(), word(), word()] }),
    () => ({ words: [phrase()] }),
    () => ({ words: [word()], without: [word()] }),
    () => ({ words: [word()], from: pick(SOURCES) }),
    () => ({ words: [word()], speaker: pick(LAST) }),
    () => ({ words: [word()], place: pick(["Port", "quay old", "Sandholm"]) }),
    () => ({ words: [word()], quoted: true, since: NOON - number(articles) * MINUTE }),
    () => ({ from: pick(["post", "Wire Tarn", "Ines", "Per Aldis"]) }),
    () => ({ speaker: name(), without: [word()] }),
    () => ({ place: pick(PLACES), without: [phrase()] }),
    () => ({ without: [word(), word()] }),
  ];
  const sought = Array.from({ length: searches }, (_, at) => ({
    ...ANYTHING,
    ...kinds[at % kinds.length]?.(),
  }));
  return { copy, sought };
}
