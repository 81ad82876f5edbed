import type { Article, Status } from "./article.ts";
import { bareGuid, isWorldWide, providerOf } from "./guid.ts";
import { readHeadlineMarks } from "./headline-mark.ts";
import type { Instant } from "./instant.ts";
import { sentencesOf } from "./sentence-pairs.ts";
import { bareSlug, isSpecificSlug } from "./slug.ts";
import { contentWords, shared } from "./words-of.ts";

/** What incoming copy is to a stored article. */
export interface Verdict {
  /** `older`: a revision of it that was overtaken on its way; `other`: another article. */
  readonly kind: "revision" | "older" | "other";
  /** A sentence for the editor. */
  readonly rule: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** How far apart the revisions that share nothing but a slug may be. */
const SAME_NEWS_DAY = 18 * 60 * 60 * 1000;
const SAME_HEADLINE = 0.6;
const SAME_STORY = 0.5;
const SAME_SENTENCES = 0.3;
const NEARLY_ALL = 0.85;
/** As much of a body as tells whether two are one story. */
const MOST_CHARACTERS = 20_000;
/** Fewer words than these are alike by chance. */
const FEWEST_WORDS = 4;

/**
 * Keys under which a store finds the article that a story may be a revision of, the surest first.
 * Two articles that share one need not be one: `isRevisionOf` decides.
 */
export function revisionKeys(article: Article): readonly string[] {
  const guid = bareGuid(article);
  const slug = bareSlug(article.slug ?? "");
  const source = providerOf(article);
  const day = Math.floor(momentOf(article) / DAY);
  const keys = guid === null ? [] : [`guid|${guid}`];
  const isDated = Number.isFinite(day);
  if (!isDated || !isSpecificSlug(slug)) return keys;
  // An update may come after midnight: each shares a key with the day before and after it.
  const days = [day, day - 1].map((each) => `slug|${source ?? ""}|${slug}|${each}`);
  return [...keys, ...days];
}

/**
 * Says whether incoming copy is a revision of a stored article: by guid and provider; by path; or by
 * a slug that names one story, with its source, place and day, where the words agree too.
 *
 * Of two revisions the one with the higher version is current, then the later dated one, then the
 * one that is killed or withheld. Where nothing tells, the one that comes last is.
 */
export function isRevisionOf(stored: Article, incoming: Article): Verdict {
  const same = byGuid(stored, incoming) ?? byPath(stored, incoming) ?? bySlug(stored, incoming);
  if (same === null) return { kind: "other", rule: "Nothing says that the two are one article" };
  if (!same.yes) return { kind: "other", rule: same.rule };
  const why = overtaken(stored, incoming, same.dated);
  return why === null
    ? { kind: "revision", rule: same.rule }
    : { kind: "older", rule: `${same.rule}, but ${why}` };
}

interface Sameness {
  readonly yes: boolean;
  readonly rule: string;
  /** A revision that is dated earlier is older. */
  readonly dated: boolean;
}

/** `null` where a guid settles nothing. */
function byGuid(stored: Article, incoming: Article): Sameness | null {
  const [one, other] = [bareGuid(stored), bareGuid(incoming)];
  if (one === null || other === null) return null;
  const [ours, theirs] = [providerOf(stored), providerOf(incoming)];
  const apart = ours !== null && theirs !== null && ours !== theirs;
  if (one !== other) {
    if (stored.path !== incoming.path) return null;
    return no("The file holds another article now, by its guid");
  }
  if (apart) return no("The guid is the same, but another provider's");
  const known = ours !== null && theirs !== null;
  // `12345` of nobody known may be anybody's.
  if (!known && !isWorldWide(one) && stored.path !== incoming.path && !isAlike(stored, incoming)) {
    return no("The guid is the same, but it may be another provider's");
  }
  return { yes: true, rule: `The same guid, ${one}`, dated: true };
}

/** Whatever a file says last is what it says; only a count of versions tells otherwise. */
function byPath(stored: Article, incoming: Article): Sameness | null {
  if (stored.path !== incoming.path) return null;
  return { yes: true, rule: "The same path", dated: false };
}

function bySlug(stored: Article, incoming: Article): Sameness | null {
  const slug = bareSlug(incoming.slug ?? "");
  if (slug !== bareSlug(stored.slug ?? "") || !isSpecificSlug(slug)) return null;
  const rule = `The same slug, ${slug}`;
  if (providerOf(stored) !== providerOf(incoming)) return no(`${rule}, but another provider's`);
  const notice = isNotice(incoming) || isNotice(stored);
  // The notice that kills a story has a guid of its own.
  if (!notice && differ(bareGuid(stored), bareGuid(incoming)))
    return no(`${rule}, but another guid`);
  if (Math.abs(momentOf(stored) - momentOf(incoming)) > SAME_NEWS_DAY) {
    return no(`${rule}, but of another day`);
  }
  if (differ(placeOf(stored), placeOf(incoming))) return no(`${rule}, but from another place`);
  if (notice) return { yes: true, rule: `${rule}, and a notice about it`, dated: true };
  const placed = placeOf(stored) !== null && placeOf(incoming) !== null;
  if (!placed || !isAlike(stored, incoming)) return no(`${rule}, but another story`);
  return { yes: true, rule: `${rule}, and the same dateline`, dated: true };
}

/** A kill often carries nothing of its story but the slug. */
function isNotice({ status, body, announced }: Article): boolean {
  return status !== "usable" && announced !== null && body.length < NOTICE_LENGTH;
}

const NOTICE_LENGTH = 1500;

/** Two stories of one day and one slug are alike in their words; two revisions of one share sentences. */
function isAlike(stored: Article, incoming: Article): boolean {
  const [one, other] = [stored, incoming].map(({ title }) =>
    contentWords(readHeadlineMarks(title ?? "").bare),
  );
  if (areAlike(one, other, SAME_HEADLINE)) return true;
  const [ours, theirs] = [stored, incoming].map(({ body }) => contentWords(body));
  if (areAlike(ours, theirs, NEARLY_ALL)) return true;
  if (!areAlike(ours, theirs, SAME_STORY)) return false;
  return shared(sentenceSet(stored), sentenceSet(incoming)) >= SAME_SENTENCES;
}

function areAlike(
  one: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
  least: number,
): boolean {
  if (one === undefined || other === undefined) return false;
  return Math.min(one.size, other.size) >= FEWEST_WORDS && shared(one, other) >= least;
}

/** Figures are left out, because they move. */
function sentenceSet({ body }: Article): ReadonlySet<string> {
  const sentences = sentencesOf(body.slice(0, MOST_CHARACTERS));
  return new Set(sentences.map((sentence) => sentence.replace(/\p{N}+/gu, "#")));
}

/** Why the incoming revision is not current; `null` where it is. */
function overtaken(stored: Article, incoming: Article, dated: boolean): string | null {
  const [had, has] = [stored.version, incoming.version];
  const byVersion = had === null || has === null ? 0 : Math.sign(has - had);
  const byDate = dated ? compareDates(incoming.published, stored.published) : 0;
  const counts = had !== null && has !== null && isCount(had) === isCount(has) && isCount(had);
  const [first, second] = counts ? [byVersion, byDate] : [byDate, byVersion];
  const order = first === 0 ? second : first;
  if (order > 0) return null;
  if (order < 0) {
    const byCount = order === byVersion && (counts || byDate === 0);
    if (!byCount) return "it is dated before the one that is here";
    return `version ${has} is older than version ${had}, which is here`;
  }
  // What was withdrawn does not come back by a copy that was late; its own file may bring it back.
  const overruled = RANK[incoming.status] < RANK[stored.status] && stored.path !== incoming.path;
  return overruled ? "the one that is here was withdrawn since, or is withheld" : null;
}

/** Some agencies number versions at random in nine digits and more; a stamp of 14 digits counts again. */
function isCount(version: number): boolean {
  return version < 1e6 || version >= 1e13;
}

const RANK: Readonly<Record<Status, number>> = { usable: 0, withheld: 1, killed: 2 };

/** A date without a time, which is read as midnight, tells days apart and nothing else. */
function compareDates(one: Instant | null, other: Instant | null): number {
  if (one === null || other === null) return 0;
  const unit = one % DAY === 0 || other % DAY === 0 ? DAY : 1;
  return Math.sign(Math.floor(one / unit) - Math.floor(other / unit));
}

function momentOf({ published, takenIn }: Pick<Article, "published" | "takenIn">): Instant {
  return published ?? takenIn;
}

function placeOf({ dateline }: Article): string | null {
  const town = dateline?.place.split(",")[0]?.trim().toLowerCase() ?? "";
  return town === "" ? null : town;
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== other;
}

function no(rule: string): Sameness {
  return { yes: false, rule, dated: false };
}
