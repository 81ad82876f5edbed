import type { ArticleId } from "#core/article/article.ts";
import { settle, toWeighAnew } from "./neighbourhood.ts";
import { isInDoubt, withOpinions } from "./opinion.ts";
import {
  type FoundLink,
  keysOf,
  type Linking,
  linkArticle,
  lookupKeys,
  MOST_CANDIDATES,
  placementOf,
  weighAnew,
} from "./place.ts";
import type { Commonness, Placement, Signature, StoryId } from "./story.ts";
import { strandsOf } from "./strand.ts";
import { weighedKeysOf } from "./weighed.ts";
import { WINDOW } from "./window.ts";

/** Whether two reports are of one event; `null`: it is not said. */
export type SecondOpinion = (one: ArticleId, other: ArticleId) => boolean | null;

/**
 * Groups a stream of reports in memory, as the store does it in rows: by keys, counted. For what is no
 * newsroom's copy: `copydesk stories`, and measuring.
 */
export class Shelf {
  readonly #members: Signature[] = [];
  readonly #byKey = new Map<string, number[]>();
  readonly #counts = new Map<string, number>();
  #counted = 0;
  readonly #stories = new Map<ArticleId, StoryId>();
  readonly #inStory = new Map<StoryId, Set<ArticleId>>();
  readonly #numbers = new Map<ArticleId, number>();
  readonly #links = new Map<ArticleId, Map<ArticleId, FoundLink>>();
  readonly #posted = new Set<ArticleId>();
  readonly #opinion: SecondOpinion;

  /** @param opinion what somebody else says of pairs; left out: nobody is asked */
  constructor(opinion: SecondOpinion = () => null) {
    this.#opinion = opinion;
  }

  /** Places an article by what is stored, and stores it there. */
  add(signature: Signature): Placement {
    const linking = this.#link(signature);
    this.#put(signature);
    for (const link of linking.links) this.#connect(link);
    for (const [article, story] of this.#settle(signature.article)) this.#move(article, story);
    this.#count(signature);
    const story = this.storyOf(signature.article);
    return placementOf(signature, story, linking, this.#inStory.get(story) ?? new Set());
  }

  /** Where an article stands now. */
  storyOf(article: ArticleId): StoryId {
    return this.#stories.get(article) ?? article;
  }

  /** For each report that surely is of one event with others of its story, the one that stands for these. */
  strands(least: number): ReadonlyMap<ArticleId, ArticleId> {
    const links = [...this.#links.values()].flatMap((of) => [...of.values()]);
    const sure = links.filter(
      ({ one, other, score }) => score >= least && this.storyOf(one) === this.storyOf(other),
    );
    return strandsOf(sure.map(({ one, other }) => [one, other] as const));
  }

  /** Says that readers have seen an article where it stands. */
  post(article: ArticleId): void {
    this.#posted.add(article);
  }

  #move(article: ArticleId, story: StoryId): void {
    const before = this.#stories.get(article);
    if (before !== undefined) this.#inStory.get(before)?.delete(article);
    this.#stories.set(article, story);
    const mates = this.#inStory.get(story) ?? new Set<ArticleId>();
    this.#inStory.set(story, mates.add(article));
  }

  #link(signature: Signature): Linking {
    const commonness = this.#commonness();
    const keys = lookupKeys(keysOf(signature), commonness);
    return linkArticle(signature, this.#candidates(keys, signature.at), commonness);
  }

  #put(signature: Signature): void {
    const number = this.#members.push(signature) - 1;
    this.#numbers.set(signature.article, number);
    for (const key of keysOf(signature)) {
      const known = this.#byKey.get(key);
      if (known === undefined) this.#byKey.set(key, [number]);
      else known.push(number);
    }
  }

  #count(signature: Signature): void {
    this.#counted += 1;
    for (const key of new Set(weighedKeysOf(signature)))
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  #commonness(): Commonness {
    return { stored: this.#counted, of: (key) => this.#counts.get(key) ?? 0 };
  }

  /** Those within the window that share most of the keys. */
  #candidates(keys: readonly string[], at: number): readonly Signature[] {
    const shared = new Map<number, number>();
    for (const key of keys) {
      for (const number of this.#byKey.get(key) ?? []) {
        shared.set(number, (shared.get(number) ?? 0) + 1);
      }
    }
    return [...shared]
      .filter(([number]) => Math.abs((this.#members[number]?.at ?? 0) - at) <= WINDOW)
      .toSorted(([a, many], [b, more]) => more - many || b - a)
      .slice(0, MOST_CANDIDATES)
      .flatMap(([number]) => this.#members[number] ?? []);
  }

  #connect(found: FoundLink): void {
    const link = this.#byBoth(found);
    for (const [from, to] of [
      [link.one, link.other],
      [link.other, link.one],
    ] as const) {
      const known = this.#links.get(from) ?? new Map<ArticleId, FoundLink>();
      this.#links.set(from, known.set(to, link));
    }
  }

  #byBoth(link: FoundLink): FoundLink {
    const { one, other, score } = link;
    const isSame = isInDoubt(score) ? this.#opinion(one, other) : null;
    if (isSame === null) return link;
    return withOpinions([link], [{ one, other, isSame }])[0] ?? link;
  }

  /** Parts and joins anew what hangs together with an article. */
  #settle(article: ArticleId): ReadonlyMap<ArticleId, StoryId> {
    const near = this.#near(article);
    const reports = [...near].map((one) => ({
      ...{ article: one, at: this.#signatureOf(one)?.at ?? 0 },
      ...{ story: this.#stories.get(one) ?? null, isPosted: this.#posted.has(one) },
    }));
    const signatures = [...near].flatMap((one) => this.#signatureOf(one) ?? []);
    const stale = toWeighAnew(reports, this.#linksOf(near));
    for (const link of weighAnew(stale, signatures, this.#commonness())) this.#connect(link);
    return settle({ reports, links: this.#linksOf(near), others: new Set() });
  }

  #signatureOf(article: ArticleId): Signature | undefined {
    return this.#members[this.#numbers.get(article) ?? -1];
  }

  #linksOf(near: ReadonlySet<ArticleId>): readonly FoundLink[] {
    const links = [...near].flatMap((one) => [...(this.#links.get(one)?.values() ?? [])]);
    return [...new Set(links)].filter(({ one, other }) => near.has(one) && near.has(other));
  }

  /** All that hang together with an article by links that speak for it, and the rest of their stories. */
  #near(article: ArticleId): ReadonlySet<ArticleId> {
    const near = new Set([article]);
    for (const one of near) {
      for (const [other, { score }] of this.#links.get(one) ?? []) if (score > 0) near.add(other);
    }
    const names = [...near].flatMap((one) => [one, this.storyOf(one)]);
    for (const name of names) for (const mate of this.#inStory.get(name) ?? []) near.add(mate);
    return near;
  }
}
