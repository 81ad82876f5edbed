import type { TextKind } from "#core/text/kind.ts";
import { signsOfSender } from "#core/text/kind-sender.ts";
import {
  isAdvice,
  isJudgement,
  isOwnView,
  isPlainTelling,
  isSlanted,
} from "#core/text/kind-voice.ts";
import type { Range, Sentence } from "#core/text/text.ts";
import { findAdvice } from "./advised.ts";
import type { Fact } from "./brief.ts";
import type { Story } from "./candidate.ts";
import { findFacts } from "./facts.ts";
import { isBoast } from "./marred.ts";
import { isAuthorNote, isSignature } from "./writer.ts";

/** What goes beyond these hangs on what its writer made of the facts before it. */
const MOST = 3;

type Says = (text: string, sentence: Sentence) => boolean;

/**
 * The facts of a text whose writer or sender speaks in a voice of their own: what judges nothing before
 * what they think. Whoever owns the text owns what it says; a view of a sender that nobody names is not
 * told, unless the text tells nothing else.
 */
export function ownFacts(story: Story, owner: string | null): readonly Fact[] {
  const told = tellingFacts(story);
  return owner === null ? told : ownedBy(owner, story, withVerdict(told, findFacts(story, MOST)));
}

/** Facts as they are, but for those that may be a view: these are their writer's. */
export function withOwnViews(
  facts: readonly Fact[],
  story: Story,
  owner: string | null,
): readonly Fact[] {
  const views = facts.filter(({ text }) => !isPlainTelling(text) && !isAdvice(text));
  const owned = new Set(views);
  return facts.flatMap((fact) =>
    owner === null || !owned.has(fact) ? [fact] : ownedBy(owner, story, [fact]),
  );
}

/** What a report that may be a column tells, without what judges or speaks to its reader in nobody's name. */
export function heldFacts(story: Story): readonly Fact[] {
  const facts = reportFacts(story);
  const held = facts.filter(({ text, attribution }) => attribution !== null || !isOwnView(text));
  return held.length > 0 ? held : facts.slice(0, 1);
}

/**
 * Whether the way of this kind could print a sentence, whoever chooses it: nobody's view stands without its owner, and no
 * line about the writer is news.
 */
export function mayTell(kind: TextKind, { text, attribution }: Fact): boolean {
  if (isSignature(text)) return false;
  const isOwned = attribution !== null || !REPORTING.has(kind);
  return isOwned || !(isOwnView(text) || isSlanted(text));
}

/** Kinds that have no voice of their own. */
const REPORTING: ReadonlySet<TextKind> = new Set(["report", "interview"]);

/** What a report tells, before what its writer makes of it. */
export function reportFacts(story: Story): readonly Fact[] {
  const slanted = story.sentences.filter(({ start, end }) =>
    isSlanted(story.body.slice(start, end)),
  );
  if (slanted.length === 0) return findFacts(story);
  const facts = findFacts({ ...story, untold: new Set([...story.untold, ...slanted]) });
  return facts.length > 0 ? facts : findFacts(story);
}

/** What judges nothing; of a text that only judges, all. */
function tellingFacts(story: Story): readonly Fact[] {
  const sober = soberFacts(story);
  return sober.length > 0 ? sober : findFacts(story, MOST);
}

/** What a release tells before its sender tells of itself. */
export function releaseFacts(story: Story, owner: string | null): readonly Fact[] {
  const news = beforeSender(story);
  return ownFacts(news.sentences.length > 0 ? news : story, owner);
}

/** What anyone could check. */
export function plainFacts(story: Story): readonly Fact[] {
  return findFacts(
    speaking(story, (text) => isPlainTelling(text)),
    MOST,
  );
}

/** What an advice tells plainly of others, and the first of what it advises. */
export function adviceFacts(story: Story, owner: string | null): readonly Fact[] {
  const told = plainFacts(story).slice(0, TOLD);
  const tips = findAdvice(story).slice(0, MOST - told.length);
  const facts = [...told, ...tips];
  return withOwnViews(facts.length > 0 ? facts : findFacts(story).slice(0, 1), story, owner);
}

const TOLD = 2;

/** The facts without a view among them. */
export function soberFacts(story: Story): readonly Fact[] {
  return findFacts(
    speaking(story, (sentence) => !isJudgement(sentence)),
    MOST,
  );
}

/** Where its owner is known the first view stands beside what is plain: a review has a verdict. */
function withVerdict(plain: readonly Fact[], all: readonly Fact[]): readonly Fact[] {
  if (plain.length < Math.min(MOST, all.length)) return all;
  const verdict = all.find(({ text, start }) => {
    return isJudgement(text) && plain.every((fact) => fact.start !== start);
  });
  return verdict === undefined ? plain : [...plain.slice(0, MOST - 1), verdict];
}

/** Facts of which whoever owns the text owns those that it gives to nobody. */
export function ownedBy(owner: string, story: Story, facts: readonly Fact[]): readonly Fact[] {
  // What the writer reports of others is theirs, also where nobody could settle who they are.
  const isReported = ({ start, end, text }: Fact) =>
    !IDLE_SAYING.test(text) &&
    (story.claims.some((claim) => claim.attributionStart >= start && claim.attributionEnd <= end) ||
      story.quotes.some((quote) => quote.cue !== null && quote.start >= start && quote.end <= end));
  return facts.map((fact) => ({
    ...fact,
    attribution: fact.attribution ?? (isReported(fact) ? null : owner),
  }));
}

/** Nobody says anything by these: "worrying, to say the least", "all told", "too early to tell". */
const IDLE_SAYING =
  /\bto (?:say|put|tell) (?:the|it|you)\b|\b(?:early|hard|difficult|impossible|easy) to (?:say|tell)\b|\ball told\b|\bsaid (?:its|his|her|their) (?:goodbyes?|farewells?|prayers)\b|\bso to speak\b|\bbetter said\b/iu;

/**
 * The story without what its last sentences tell of who wrote it: that is no fact of the piece. A writer who
 * speaks in a voice of their own tells it there also of somebody who was named before.
 */
export function withoutSignature(story: Story, isOwnVoice: boolean): Story {
  const { body, passages } = story;
  const told = story.sentences.filter(({ passage }) => passages[passage]?.kind !== "heading");
  const last = new Set(told.slice(-LAST));
  const final = new Set(told.slice(-LAST_OF_VOICE));
  return speaking(story, (text, sentence) => {
    if (isOwnVoice && final.has(sentence) && isSignature(text)) return false;
    const isEnd = last.has(sentence) && sentence.start > body.length / 2;
    return !isEnd || !isAuthorNote(text, () => toldBefore(story, sentence.start));
  });
}

/** The page's own lines name the writer, too. */
function toldBefore({ body, passages }: Story, end: number): string {
  return passages
    .filter((passage) => passage.kind !== "furniture" && passage.start < end)
    .map((passage) => body.slice(passage.start, Math.min(passage.end, end)))
    .join("\n");
}

const LAST = 6;
const LAST_OF_VOICE = 3;

/** The story of which only some sentences may be told; what the others say, these still stand on. */
function speaking(story: Story, says: Says): Story {
  const { body, untold } = story;
  const silent = story.sentences.filter(
    (sentence) => !says(body.slice(sentence.start, sentence.end), sentence),
  );
  return { ...story, untold: new Set([...untold, ...silent]) };
}

function beforeSender(story: Story): Story {
  const { body, passages } = story;
  const below = passages.findIndex(
    ({ start, end }: Range, index) =>
      (index > 0 && opensSender(body.slice(start, Math.min(end, start + 80)))) ||
      (start > body.length / 2 && isBoast(body.slice(start, Math.min(end, start + 300)))),
  );
  const end = passages[below]?.start ?? Infinity;
  return { ...story, sentences: story.sentences.filter((one) => one.start < end) };
}

/** "About Loma Labs", "Media contact: …", or the same run on into the words behind it. */
function opensSender(line: string): boolean {
  return signsOfSender([line]).length > 0 || /^A(?:bout|BOUT) (?:the |The )?\p{Lu}/u.test(line);
}
