import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { PairOpinion } from "#core/story/opinion.ts";
import type { FoundLink } from "#core/story/place.ts";
import type { Commonness, Placement, PlacingRule, Signature, StoryId } from "#core/story/story.ts";

/** An article that was placed; its number counts up. */
export interface Member {
  readonly number: number;
  readonly at: Instant;
  /** `null`: it is too old to be joined, and no key finds it. */
  readonly signature: Signature | null;
  /** The article whose text it carries; `null` for none. */
  readonly copyOf: ArticleId | null;
  /** That of its article as it was placed. */
  readonly revision: number;
}

/** What is written of an article itself; where it stands is said by `move`. */
export interface MemberText {
  readonly signature: Signature;
  readonly revision: number;
  readonly copyOf: ArticleId | null;
  /** By which it stands alone, where it is new. */
  readonly rule: PlacingRule;
}

/** A member among those that hang together. */
export interface NearMember extends Omit<Member, "revision"> {
  readonly article: ArticleId;
  readonly story: StoryId;
  readonly rule: PlacingRule;
  /** Some place has carried it, by itself or behind another report. */
  readonly isCarried: boolean;
}

/** Members that share keys with an article. */
export interface Sought {
  readonly keys: readonly string[];
  readonly from: Instant;
  readonly to: Instant;
  readonly limit: number;
}

/** Port: how articles stand in stories, for whoever places them. Rules of what belongs together are none of it. */
export interface StoryMembers {
  /** `null` for an article that was not placed. */
  of(article: ArticleId): Promise<Member | null>;
  /** Members that are older and not forgotten. */
  olderThan(at: Instant, limit: number): Promise<readonly Member[]>;
  /** Takes out the keys by which a member is found. */
  dropKeys(member: Member, keys: readonly string[]): Promise<void>;
  /** Takes out what a member has in common with others, but for what is as sure as this. */
  dropLinks(member: number, surest: number): Promise<void>;
  /** Takes out what a member is compared by. */
  forget(member: number): Promise<void>;
  /** How many articles have each of these keys, and how many there are. */
  commonness(keys: readonly string[]): Promise<Commonness>;
  /** Counts one more article for each of these keys, and for all where it is a new one. */
  count(keys: readonly string[], isNew: boolean): Promise<void>;
  /** Those that share most keys, of a span, and that readers may see at `now`. */
  sharing(sought: Sought, now: Instant): Promise<readonly Signature[]>;
  /** Writes an article, in place of what was written of it. @returns its number */
  keep(text: MemberText): Promise<number>;
  addKeys(member: number, at: Instant, keys: readonly string[]): Promise<void>;
  addLinks(member: number, links: readonly FoundLink[]): Promise<void>;
  /** Writes what these have in common in place of what was written of it. */
  restateLinks(
    members: readonly Pick<NearMember, "number" | "article">[],
    links: readonly FoundLink[],
  ): Promise<void>;
  /** A member, all that are joined to it by links above 0, and the rest of their stories, if readers may see them at `now`. */
  near(member: number, limit: number, now: Instant): Promise<readonly NearMember[]>;
  /** What these have in common. */
  linksAmong(
    members: readonly Pick<NearMember, "number" | "article">[],
  ): Promise<readonly FoundLink[]>;
  /** What a member has in common with others by scores between these. */
  linksOf(article: ArticleId, above: number, below: number): Promise<readonly FoundLink[]>;
  /** What somebody else than the rules says of pairs of these. */
  opinionsAmong(articles: readonly ArticleId[]): Promise<readonly PairOpinion[]>;
  /** Keeps what somebody else says of two revisions, in place of what they said. */
  keepOpinion(opinion: PairOpinion): Promise<void>;
  /** Drops what was said of another text of an article. */
  dropOpinions(article: ArticleId): Promise<void>;
  /** Stories that bear the name of one of these, and have members that are none of these. */
  storiesOfOthers(members: readonly NearMember[]): Promise<ReadonlySet<StoryId>>;
  /** Writes where a member stands, and why. */
  move(
    member: number,
    placement: Pick<Placement, "story" | "rule" | "likeness" | "shared">,
  ): Promise<void>;
}
