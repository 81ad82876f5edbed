import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Filed } from "#core/digest/edition.ts";
import { MOST_NEAR, settle, toWeighAnew } from "#core/story/neighbourhood.ts";
import { type PairOpinion, withOpinions } from "#core/story/opinion.ts";
import {
  type FoundLink,
  keysOf,
  linkArticle,
  lookupKeys,
  MOST_CANDIDATES,
  placementOf,
  weighAnew,
} from "#core/story/place.ts";
import type { Standing } from "#core/story/regroup.ts";
import { signatureOf } from "#core/story/signature.ts";
import type { Signature, StoryId } from "#core/story/story.ts";
import { SURELY_ONE } from "#core/story/strand.ts";
import { weighedKeysOf } from "#core/story/weighed.ts";
import { WINDOW } from "#core/story/window.ts";
import type { Member, NearMember, StoryMembers } from "./port/story-members.ts";
import type { UnitOfWork } from "./port/unit-of-work.ts";

/** By what an article finds its story. */
export interface PlacingRules {
  /** Those of its keys by which it looks for others. */
  readonly lookup: typeof lookupKeys;
  /** What it has in common with those that were found. */
  readonly link: typeof linkArticle;
  /** What those that hang together with it have in common by now. */
  readonly weigh: typeof weighAnew;
}

const RULES: PlacingRules = { lookup: lookupKeys, link: linkArticle, weigh: weighAnew };

/**
 * Places an article, and parts and joins anew whatever hangs together with it, all or nothing. What a place has
 * carried stays where it stands; nothing that may not be shown at `now` decides anything.
 */
export function placeArticle(
  store: UnitOfWork,
  filed: Filed,
  now: Instant,
  rules: Partial<PlacingRules> = {},
): Promise<void> {
  const { revision } = filed.article;
  return placeSigned(store, { signature: signatureOf(filed), revision }, now, rules);
}

/** A revision of an article, by its signature: what it takes to place it. */
export interface Signed {
  readonly signature: Signature;
  readonly revision: number;
}

/** The same of an article that has been read for it. */
export function placeSigned(
  store: UnitOfWork,
  signed: Signed,
  now: Instant,
  rules: Partial<PlacingRules> = {},
): Promise<void> {
  return store.transaction(({ storyMembers }) =>
    place(storyMembers, signed, now, { ...RULES, ...rules }),
  );
}

/**
 * Has what somebody else says of two reports count, and parts and joins anew what hangs together with them: `core/story/opinion.ts`
 * says where it may.
 */
export function placeOpinion(store: UnitOfWork, opinion: PairOpinion, now: Instant): Promise<void> {
  return store.transaction(async ({ storyMembers: members }) => {
    const [one, other] = [await members.of(opinion.one), await members.of(opinion.other)];
    if (one === null || other === null) return;
    await members.keepOpinion(opinion);
    const numbered = [
      { number: one.number, article: opinion.one },
      { number: other.number, article: opinion.other },
    ];
    const links = await members.linksAmong(numbered);
    await members.restateLinks(numbered, withOpinions(links, [opinion]));
    for (const { number } of numbered) await settleNear(members, number, now, RULES);
  });
}

async function place(
  members: StoryMembers,
  { signature, revision }: Signed,
  now: Instant,
  rules: PlacingRules,
): Promise<void> {
  // A date that lies ahead makes nothing old.
  await forgetOld(members, Math.min(signature.at, now));
  const before = await members.of(signature.article);
  if (before !== null) {
    await dropKeys(members, before);
    await members.dropLinks(before.number, Number.POSITIVE_INFINITY);
    await members.dropOpinions(signature.article);
  }
  const { duplicate, links } = await linkingOf(members, signature, now, rules);
  const original = duplicate === null ? null : await originalOf(members, duplicate.of);
  const number = await members.keep({
    ...{ signature, revision, rule: signature.kind === "round-up" ? "round-up" : "nothing alike" },
    copyOf: original === signature.article ? null : original,
  });
  await members.addKeys(number, signature.at, keysOf(signature));
  await members.addLinks(number, links);
  await settleNear(members, number, now, rules);
  await countKeys(members, signature, before?.signature ?? null);
}

/** Articles that are too old to be joined, and are forgotten whenever one comes in. */
const FORGOTTEN = 2;

/** By what is sure it goes on being told which reports are of one event. */
async function forgetOld(members: StoryMembers, at: Instant): Promise<void> {
  for (const old of await members.olderThan(at - 2 * WINDOW, FORGOTTEN)) {
    await dropKeys(members, old);
    await members.dropLinks(old.number, SURELY_ONE);
    await members.forget(old.number);
  }
}

async function dropKeys(members: StoryMembers, member: Member): Promise<void> {
  if (member.signature !== null) await members.dropKeys(member, keysOf(member.signature));
}

async function linkingOf(
  members: StoryMembers,
  signature: Signature,
  now: Instant,
  { lookup, link }: PlacingRules,
) {
  const { at } = signature;
  const keys = lookup(keysOf(signature), await members.commonness(weighedKeysOf(signature)));
  const span = { from: at - WINDOW, to: at + WINDOW, limit: MOST_CANDIDATES };
  const candidates = await members.sharing({ keys, ...span }, now);
  const weighed = [signature, ...candidates].flatMap(weighedKeysOf);
  return link(signature, candidates, await members.commonness(weighed));
}

/** A copy of a copy is one of the original. */
async function originalOf(members: StoryMembers, id: ArticleId): Promise<ArticleId> {
  return (await members.of(id))?.copyOf ?? id;
}

/** What a revision has brought is counted, and nothing twice. */
async function countKeys(
  members: StoryMembers,
  signature: Signature,
  before: Signature | null,
): Promise<void> {
  const counted = new Set(before === null ? [] : weighedKeysOf(before));
  const fresh = new Set(weighedKeysOf(signature)).difference(counted);
  await members.count([...fresh], before === null);
}

/** Parts and joins anew what hangs together with a member. */
async function settleNear(
  members: StoryMembers,
  member: number,
  now: Instant,
  rules: PlacingRules,
): Promise<void> {
  const near = await members.near(member, MOST_NEAR, now);
  const reports = near.map((one) => ({
    ...{ article: one.article, at: one.at, isPosted: stays(one) },
    story: one.number === member && !stays(one) ? null : one.story,
  }));
  const links = near.length < 2 ? [] : await linksOfNow(members, near, reports, rules);
  const stories = settle({ reports, links, others: await members.storiesOfOthers(near) });
  for (const one of near) {
    const story = stories.get(one.article) ?? one.story;
    if (one.number !== member && story === one.story) continue;
    await members.move(one.number, placementIn(one, story, links, stories));
  }
}

/** What they have in common, by how common words are now; what that has changed is written. */
async function linksOfNow(
  members: StoryMembers,
  near: readonly NearMember[],
  reports: readonly Standing[],
  { weigh }: PlacingRules,
): Promise<readonly FoundLink[]> {
  const links = await members.linksAmong(near);
  const stale = toWeighAnew(reports, links);
  if (stale.length === 0) return links;
  const signatures = near.flatMap(({ signature }) => signature ?? []);
  const commonness = await members.commonness(signatures.flatMap(weighedKeysOf));
  const opinions = await members.opinionsAmong(near.map(({ article }) => article));
  const fresh = withOpinions(weigh(stale, signatures, commonness), opinions);
  const moved = fresh.filter(({ score }, at) => score !== stale[at]?.score);
  await members.restateLinks(near, moved);
  return [...links.filter((link) => !stale.includes(link)), ...fresh];
}

/** Where readers have seen it, or it is too old to be compared. */
function stays({ isCarried, signature }: NearMember): boolean {
  return isCarried || signature === null;
}

function placementIn(
  { article, copyOf, rule }: NearMember,
  story: StoryId,
  links: readonly FoundLink[],
  stories: ReadonlyMap<ArticleId, StoryId>,
) {
  const mates = new Set([...stories].flatMap(([id, of]) => (of === story ? [id] : [])));
  const own = links.flatMap((link) => {
    if (link.one === article) return [link];
    return link.other === article ? [{ ...link, one: link.other, other: link.one }] : [];
  });
  const duplicate = copyOf === null ? null : { of: copyOf };
  const kind = rule === "round-up" ? "round-up" : "report";
  return placementOf({ article, kind }, story, { duplicate, links: own }, mates);
}
