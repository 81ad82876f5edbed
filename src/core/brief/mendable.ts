import { readHeadlineMarks } from "#core/article/headline-mark.ts";
import type { Named, Words } from "#core/article/mending.ts";
import { findSpeakers } from "#core/speech/named.ts";
import { once } from "#core/text/once.ts";
import { findWords } from "#core/text/words.ts";
import type { Brief, Draft, Fact } from "./brief.ts";
import { contentKeys, type Story } from "./candidate.ts";
import { type Eligible, findEligible, toFact } from "./facts.ts";
import { headlineFrom, LONGEST_HEADLINE } from "./headline.ts";
import { findLede } from "./lede.ts";
import { ownHeadline } from "./own-headline.ts";
import { ownedBy, withOwnViews } from "./own-voice.ts";
import { proveBrief } from "./proof.ts";
import { readStory, readText } from "./read.ts";
import { headsOf } from "./story-headline.ts";
import { ownerOf } from "./write.ts";

/** A longer text is no article that anybody mends sentence by sentence, in UTF-16 units. */
export const LONGEST_MENDED = 120_000;

/** What an editor may choose for a brief: the article's own words, each of which passes the gate by itself. */
export interface Choices {
  /** Whole sentences that may be facts, in the article's order; those that are facts already too. */
  readonly sentences: readonly Words[];
  /** Whoever the article names outside of anybody's words, each time that it does. */
  readonly speakers: readonly Named[];
  /** Headlines that the copy has, and the one that its lede makes; the one that was written first. */
  readonly headlines: readonly string[];
}

/** A sentence that may be a fact. */
export interface Choosable {
  readonly entry: Eligible;
  readonly fact: Fact;
}

/** An article as whoever mends its brief reads it. */
export interface Mendable {
  readonly story: Story;
  /** By where their sentences begin. */
  readonly facts: ReadonlyMap<number, Choosable>;
  readonly choices: Choices;
  /** The keys of the words that a headline tells. */
  readonly keysOf: (headline: string) => ReadonlySet<string>;
}

/** What mendings are made in. */
export interface Bench {
  readonly written: Brief;
  readonly article: Draft;
  readonly mendable: Mendable;
}

/** How mendings are taken. */
export interface Taking {
  /**
   * By where they stand, the most important fact first: kept where each can be read behind the one before it. Left out: they
   * stand in the article's order.
   */
  readonly order?: readonly number[];
  /**
   * What was chosen stays where a brief would be too long, and what was written last goes; left out: it is refused.
   * So a later revision keeps what an editor chose.
   */
  readonly makesRoom?: true;
}

/** Something of a brief as it is mended, and what cannot be, as sentences for the editor. */
export interface Made<T> {
  readonly made: T;
  readonly faults: readonly string[];
}

/** Reads what may be chosen for the brief of an article, by the rules of whoever writes briefs; as long as a brief takes to be written. */
export function readMendable(written: Brief, article: Draft): Mendable {
  const text = readText(article);
  const story = readStory(article, text);
  const choosable = findChoosable(written, article, story);
  const proven = (some: Partial<Brief>) => {
    const bare = { ...written, facts: [], quotes: [], pullQuotes: [], ...some };
    return proveBrief(bare, article, text.passages).length === 0;
  };
  const choices = {
    sentences: choosable.map(({ fact }) => wordsAt(article.body, fact)),
    speakers: speakersIn(written, story),
    headlines: headlinesOf(written, article, story).filter((headline) => proven({ headline })),
  };
  return {
    ...{ story, choices },
    facts: new Map(choosable.map((one) => [one.fact.start, one])),
    keysOf: (headline) => contentKeys(findWords(headline)),
  };
}

/** Words of a body by their offsets. */
export function wordsAt(
  body: string,
  { start, end }: { readonly start: number; readonly end: number },
): Words {
  return { start, end, text: body.slice(start, end) };
}

function findChoosable(written: Brief, article: Draft, story: Story): readonly Choosable[] {
  if (written.kind === "transcript") return [];
  const entries = findEligible(story);
  const facts = owned(
    written,
    article,
    story,
    entries.map(({ candidate }) => toFact(candidate, story)),
  );
  const { passages } = story;
  const faults = proveBrief({ ...written, facts }, article, passages);
  // Of all at once it says that they are too many, which is no fault of any.
  const broken = new Set(faults.flatMap(({ kind, text }) => (kind === "out of order" ? [] : text)));
  return entries.flatMap((entry, index) => {
    const fact = facts[index];
    return fact === undefined || broken.has(fact.text) ? [] : [{ entry, fact }];
  });
}

/** What an opinion says is its writer's, and what a release says its sender's, whichever sentence is chosen. */
function owned(
  { kind }: Brief,
  article: Draft,
  story: Story,
  facts: readonly Fact[],
): readonly Fact[] {
  const owner = ownerOf(kind, article);
  if (owner === null) return facts;
  if (kind === "opinion" || kind === "release") return ownedBy(owner, story, facts);
  return kind === "advice" || kind === "list" ? withOwnViews(facts, story, owner) : facts;
}

function speakersIn(written: Brief, story: Story): readonly Named[] {
  const read = written.quotes.flatMap(({ speaker }) => speaker ?? []);
  const all = [...findSpeakers(story.body, story), ...read];
  const once = new Map(all.map((one) => [`${one.start}-${one.end} ${one.name}`, one]));
  return [...once.values()].toSorted((one, other) => one.start - other.start);
}

const MOST_HEADINGS = 3;

function headlinesOf(written: Brief, article: Draft, story: Story): readonly string[] {
  const { title, subheadline = null } = article;
  const { body, passages, rules } = story;
  const lede = once(() => findLede(story));
  const all = [
    written.headline,
    story.headline,
    title === null ? null : readHeadlineMarks(title).bare,
    subheadline,
    ...headsOf(body, passages)
      .slice(0, MOST_HEADINGS)
      .map((line) => ownHeadline(line)),
    lede() === "" ? null : headlineFrom(lede(), rules.by === "english"),
  ];
  const said = all.filter((one) => one !== null && one !== "" && one.length <= LONGEST_HEADLINE);
  return [...new Set(said)].filter((one) => one !== null);
}
