import type { Article, Status } from "./article.ts";
import { bareGuid, isWorldWide, providerOf } from "./guid.ts";
import { readHeadlineMarks } from "./headline-mark.ts";
import type { Instant } from "./instant.ts";
import { isAlike, shareLittle } from "./likeness.ts";
import { isBareOrder, isOrder } from "./order.ts";
import { bareSlug, isSpecificSlug } from "./slug.ts";

/** What incoming copy is to a stored article. */
export interface Verdict {
  /** `older`: a revision of it that was overtaken on its way; `other`: another article. */
  readonly kind: "revision" | "older" | "other";
  /** By which name the two are one. */
  readonly by: "guid" | "path" | "slug" | "headline" | null;
  /** A sentence for the editor. */
  readonly rule: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** How far apart the revisions that share nothing but a slug may be. */
const SAME_NEWS_DAY = 18 * 60 * 60 * 1000;

/**
 * Keys under which a store keeps an article, so that revisions of it, and orders about it, find it.
 * Two articles that share one need not be one: `isRevisionOf` decides.
 */
export function revisionKeys(article: Article): readonly string[] {
  const slug = bareSlug(article.slug ?? "");
  const named = slug === "" ? [] : [nameKey(slug)];
  const order = slug !== "" && isBareOrder(article) ? [orderKey(slug)] : [];
  return [
    ...guidKeys(article),
    ...dayKeys(article, slug),
    ...named,
    ...order,
    ...headlineKeys(article.title ?? ""),
  ];
}

/**
 * Keys by which a store finds the article that a story may be a revision of. An order finds it under
 * any date, and a story the order that came before it.
 */
export function soughtKeys(story: Article): readonly string[] {
  const slug = bareSlug(story.slug ?? "");
  const headlines = headlinesMeant(story).flatMap(headlineKeys);
  if (slug === "") return [...guidKeys(story), ...headlines];
  const named = isOrder(story) ? nameKey(slug) : orderKey(slug);
  return [...guidKeys(story), ...dayKeys(story, slug), named, ...headlines];
}

/** Fewer words than these head many stories: "Weather", "News in brief", "Fire at port". */
const FEWEST_OF_HEADLINE = 4;

function headlineKeys(headline: string): readonly string[] {
  const words = wordsOf(headline);
  return words.length < FEWEST_OF_HEADLINE ? [] : [`headline|${words.join(" ")}`];
}

function wordsOf(headline: string): readonly string[] {
  const { bare } = readHeadlineMarks(headline);
  return bare.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

// Please kill the story "Stolen sketch found in garage after 31 years"
const IN_MARKS = /["“„«](?<headline>[^"“”„«»\n]{10,300})["”“»]/gu;

/**
 * Headlines by which copy speaks of another article: a correction has that of what it corrects, and an order names it, in its own
 * headline or in quotation marks. Whatever else has the headline of another is another story.
 */
function headlinesMeant(story: Article): readonly string[] {
  const own = story.title === null ? [] : [story.title];
  if (story.announced?.kind === "correction" && story.status === "usable") return own;
  if (!isOrder(story)) return [];
  const said = [story.editorNote ?? "", story.body, story.announced?.text ?? ""].join("\n");
  const named = [...said.matchAll(IN_MARKS)].map(({ groups }) => groups?.headline ?? "");
  return [...own, ...named];
}

function guidKeys(article: Article): readonly string[] {
  const guid = bareGuid(article);
  return guid === null ? [] : [`guid|${guid}`];
}

const nameKey = (slug: string) => `name|${slug}`;
const orderKey = (slug: string) => `order|${slug}`;

/**
 * An update may come after midnight: each shares a key with the day before and after it. Copy without
 * a date is of the day on which it came, and so is what it revises, whatever that is dated.
 */
function dayKeys(article: Article, slug: string): readonly string[] {
  if (!isSpecificSlug(slug)) return [];
  const { published, takenIn } = article;
  const source = providerOf(article) ?? "";
  const moments = [published ?? takenIn, takenIn].filter((moment) => Number.isFinite(moment));
  const days = moments.flatMap((moment) => {
    const day = Math.floor(moment / DAY);
    return [day, day - 1];
  });
  return [...new Set(days)].map((day) => `slug|${source}|${slug}|${day}`);
}

/**
 * Says whether incoming copy is a revision of a stored article, or an order about it: by guid and
 * provider; by path; or by a slug that names one story, with its place and day, where the words agree
 * too. An order needs no likeness; of texts, two that share little are two articles, whatever guid
 * they share.
 *
 * Of two revisions the one with the higher version is current, then the later dated one, then the
 * one that is killed or withheld. Where nothing tells, the one that comes last is.
 */
export function isRevisionOf(stored: Article, incoming: Article): Verdict {
  const same =
    byGuid(stored, incoming) ??
    byPath(stored, incoming) ??
    bySlug(stored, incoming) ??
    byHeadline(stored, incoming);
  if (same === null) {
    return { kind: "other", by: null, rule: "Nothing says that the two are one article" };
  }
  const { by, rule } = same;
  if (!same.yes) return { kind: "other", by, rule };
  const why = overtaken(stored, incoming, same);
  return why === null
    ? { kind: "revision", by, rule }
    : { kind: "older", by, rule: `${rule}, but ${why}` };
}

interface Sameness {
  readonly by: "guid" | "path" | "slug" | "headline";
  readonly yes: boolean;
  readonly rule: string;
  /** A revision that is dated earlier is older. */
  readonly dated: boolean;
  /** Their versions are counts of one series. */
  readonly counted: boolean;
}

/** `null` where a guid settles nothing. */
function byGuid(stored: Article, incoming: Article): Sameness | null {
  const [one, other] = [bareGuid(stored), bareGuid(incoming)];
  if (one === null || other === null) return null;
  if (one !== other) {
    // The notice that kills a story has a guid of its own, and may lie in the story's place.
    if (stored.path !== incoming.path || isOrder(incoming)) return null;
    return no("guid", "The file holds another article now, by its guid");
  }
  const [ours, theirs] = [providerOf(stored), providerOf(incoming)];
  if (ours !== null && theirs !== null && ours !== theirs) {
    return no("guid", "The guid is the same, but another provider's");
  }
  const yes = { by: "guid", yes: true, rule: `The same guid, ${one}`, dated: true } as const;
  if (needsNoLikeness(stored, incoming)) return { ...yes, counted: true };
  const known = ours !== null && theirs !== null;
  // `12345` of nobody known may be anybody's.
  if (!known && !isWorldWide(one) && stored.path !== incoming.path && !isAlike(stored, incoming)) {
    return no("guid", "The guid is the same, but it may be another provider's");
  }
  if (shareLittle(stored, incoming, areVersions(stored, incoming))) {
    return no("guid", "The guid is the same, but the two texts share little");
  }
  return { ...yes, counted: true };
}

/** What may hold an article is obeyed by its name alone: a leak would cost more than a story too few. */
function needsNoLikeness(stored: Article, incoming: Article): boolean {
  return isBareOrder(stored) || incoming.status !== "usable" || incoming.embargo !== null;
}

/** Whatever a file says last is what it says; only a count of versions tells otherwise. */
function byPath(stored: Article, incoming: Article): Sameness | null {
  if (stored.path !== incoming.path) return null;
  return { by: "path", yes: true, rule: "The same path", dated: false, counted: true };
}

function bySlug(stored: Article, incoming: Article): Sameness | null {
  const slug = bareSlug(incoming.slug ?? "");
  if (slug === "" || slug !== bareSlug(stored.slug ?? "")) return null;
  const rule = `The same slug, ${slug}`;
  const [ours, theirs] = [providerOf(stored), providerOf(incoming)];
  const ordered = isOrder(incoming) || isBareOrder(stored);
  if (differ(ours, theirs) || (ours !== theirs && !ordered)) {
    return no("slug", `${rule}, but another provider's`);
  }
  const guids = differ(bareGuid(stored), bareGuid(incoming));
  if (ordered) return orderedBySlug(stored, incoming, rule, !guids);
  if (!isSpecificSlug(slug)) return null;
  // The notice that kills a story has a guid of its own.
  if (guids && !isOrder(stored)) return no("slug", `${rule}, but another guid`);
  if (daysApart(stored, incoming) > SAME_NEWS_DAY) {
    return no("slug", `${rule}, but of another day`);
  }
  if (differ(placeOf(stored), placeOf(incoming))) {
    return no("slug", `${rule}, but from another place`);
  }
  const counted = !guids;
  const yes = { by: "slug", yes: true, dated: true, counted } as const;
  if (isOrder(stored)) return { ...yes, rule: `${rule}, and a notice about it` };
  const told = isTold(stored, incoming);
  if (!told) return no("slug", `${rule}, but another story`);
  return { ...yes, rule: `${rule}, and ${told}` };
}

/** A correction or an order comes within so long: what had the headline before is another story. */
const LATEST_BY_HEADLINE = 30 * DAY;

/** By the headline that a correction has in common with what it corrects, or that an order names; `null` where it has none. */
function byHeadline(stored: Article, incoming: Article): Sameness | null {
  const [key] = headlineKeys(stored.title ?? "");
  const meant = headlinesMeant(incoming).flatMap(headlineKeys);
  if (key === undefined || !meant.includes(key)) return null;
  if (isBareOrder(stored)) return null;
  const rule = "The same headline";
  if (differ(providerOf(stored), providerOf(incoming))) {
    return no("headline", `${rule}, but another provider's`);
  }
  if (Math.abs(momentOf(incoming) - momentOf(stored)) > LATEST_BY_HEADLINE) {
    return no("headline", `${rule}, but long before`);
  }
  const yes = { by: "headline", yes: true, dated: true, counted: false } as const;
  if (isOrder(incoming)) return { ...yes, rule: `${rule}, which the notice names` };
  if (differ(bareGuid(stored), bareGuid(incoming)) || shareLittle(stored, incoming, false)) {
    return no("headline", `${rule}, but another story`);
  }
  return { ...yes, rule: `${rule}, and it says that it corrects` };
}

/** A kill may come days after its story, never well before it; a note to withhold is of the day. */
function orderedBySlug(
  stored: Article,
  incoming: Article,
  rule: string,
  counted: boolean,
): Sameness {
  const [order, story] = isOrder(incoming) ? [incoming, stored] : [stored, incoming];
  const ahead = momentOf(story) - momentOf(order);
  const isBare = order.body.trim() === "";
  const behind = isBare || order.status === "killed" ? Number.POSITIVE_INFINITY : SAME_NEWS_DAY;
  if (ahead > SAME_NEWS_DAY || -ahead > behind) return no("slug", `${rule}, but of another day`);
  return { by: "slug", yes: true, rule: `${rule}, and a notice about it`, dated: true, counted };
}

/** By what two stories of one slug and day are one; `null` where they are not. */
function isTold(stored: Article, incoming: Article): string | null {
  const placed = placeOf(stored) !== null && placeOf(incoming) !== null;
  if (placed && isAlike(stored, incoming)) return "the same dateline";
  if (isAlike(stored, incoming)) return "alike in its words";
  if (!areVersions(stored, incoming) || shareLittle(stored, incoming, true)) return null;
  return "another version of it";
}

/** Both say which version they are, and not the same. */
function areVersions({ version: one }: Article, { version: other }: Article): boolean {
  return one !== null && other !== null && one !== other;
}

/** Where one of the two has no date, the days count on which they came. */
function daysApart(stored: Article, incoming: Article): number {
  const dated = stored.published !== null && incoming.published !== null;
  const [one, other] = dated
    ? [momentOf(stored), momentOf(incoming)]
    : [stored.takenIn, incoming.takenIn];
  return Math.abs(one - other);
}

/** Why the incoming revision is not current; `null` where it is. */
function overtaken(
  stored: Article,
  incoming: Article,
  { dated, counted }: Sameness,
): string | null {
  const [had, has] = counted ? [stored.version, incoming.version] : [null, null];
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
  const home = stored.orderedBy ?? stored.path;
  const overruled = RANK[incoming.status] < RANK[stored.status] && home !== incoming.path;
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

function no(by: Sameness["by"], rule: string): Sameness {
  return { by, yes: false, rule, dated: false, counted: false };
}
