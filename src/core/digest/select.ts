import type { Article, ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { sayImportance } from "#core/story/importance.ts";
import type { Edition, Filed, Item, ToldReport } from "./edition.ts";
import { termsAt } from "./edition-time.ts";
import { byAge, type Candidate, type Group, groupByStory, toItem } from "./group.ts";
import type { Subscription } from "./subscription.ts";
import { ORDINARY_URGENCY } from "./topic-match.ts";
import { verdict, type Wanted } from "./verdict.ts";
import type { Clocks } from "./wall-clock.ts";
import { inWishedOrder, isPlaced, leftOutRule, NO_WISHES, type Wishes } from "./wishes.ts";

/** What becomes of one candidate, and by which rule, as a sentence for the editor. */
export interface Choice {
  readonly filed: Filed;
  /**
   * `told`: another report of its story stands for it · `put-off`: an editor leaves it out of this edition, and it
   * waits · `left-out`: an editor has left it out for good
   */
  readonly kind: "chosen" | "told" | "waiting" | "put-off" | "left-out" | "filtered" | "muted";
  readonly rule: string;
  /** The report that tells its story, where it is ordered: itself, or another one; left out: none does. */
  readonly story?: ArticleId;
}

/** What an edition carries, and how much more is due than it has room for. */
export interface Selection {
  readonly items: readonly Item[];
  /** Articles that wait. */
  readonly waiting: number;
  /** Reports that are not shown by themselves. */
  readonly told: readonly ToldReport[];
  /** One for each candidate: those that were ordered first, in the order of importance. */
  readonly choices: readonly Choice[];
  /** An editor has set the order; left out: nobody has. */
  readonly arranged?: boolean;
}

/** The rule by which a channel's first edition leaves out what was there before. */
export const BEFORE_FIRST = "It came before this channel's first edition";

/**
 * Chooses what an edition carries of what was ordered, each story once: the most urgent first, then what
 * is newest, has most sources and is nearest to the channel's topics.
 */
export function selectItems(
  candidates: readonly Candidate[],
  wanted: Wanted & Pick<Subscription, "most">,
  now: Instant,
  wishes: Wishes = NO_WISHES,
): Selection {
  const { ordered, leftOut, refused } = judge(candidates, wanted, wishes);
  const { groups: usual, copies } = groupByStory(ordered, wanted.topics, now);
  const groups = inWishedOrder(usual, wishes.order);
  const due = groups.slice(0, wanted.most);
  const left = groups.slice(wanted.most);
  const putOff = leftOut.filter(({ kind }) => kind === "put-off").length;
  const place = { due: groups.length, most: wanted.most, order: wishes.order };
  return {
    items: due.map((group) => itemIn(group, wishes)),
    waiting: left.reduce((sum, { others }) => sum + 1 + others.length, putOff),
    told: [...due.flatMap(toldIn), ...copies.flatMap(toldBefore)],
    choices: [
      ...groups.flatMap((group, index) => placed(group, index, place)),
      ...copies.map((one) => choice(one, "told", `It has the text of ${one.copyOf}`)),
      ...leftOut,
      ...refused,
    ],
    ...arrangedBy(due, wishes),
  };
}

/**
 * Chooses a channel's first edition: the newest few of what was ordered, so that nobody is flooded
 * with what was there before. The rest is not waiting: it is filtered for good.
 */
export function selectFirst(
  candidates: readonly Candidate[],
  wanted: Wanted & Pick<Subscription, "baseline" | "most">,
  now: Instant,
  wishes: Wishes = NO_WISHES,
): Selection {
  const { ordered, leftOut, refused } = judge(candidates, wanted, wishes);
  const groups = inWishedOrder(groupByStory(ordered, wanted.topics, now).groups, wishes.order);
  const newest = groups.toSorted(byAge);
  const room = Math.min(wanted.baseline, wanted.most);
  const chosen = new Set(newest.slice(0, room));
  const due = groups.filter((group) => chosen.has(group));
  return {
    items: due.map((group) => itemIn(group, wishes)),
    waiting: leftOut.filter(({ kind }) => kind === "put-off").length,
    told: due.flatMap(toldIn),
    choices: [
      ...due.flatMap(({ lead, others }) => [
        choice(lead, "chosen", "It is among the newest at the channel's start", lead),
        ...others.map((one) => choice(one, "told", toldRule(lead), lead)),
      ]),
      ...newest
        .slice(room)
        .flatMap(({ lead, others }) =>
          [lead, ...others].map((one) => choice(one, "filtered", BEFORE_FIRST)),
        ),
      ...leftOut,
      ...refused,
    ],
    ...arrangedBy(due, wishes),
  };
}

/**
 * Chooses what goes out at once beside the digest: what is urgent enough and new to the place. A new
 * revision of what it has carried is not posted again: the post is corrected where it stands. Nor is a
 * further report of a story that it has carried, unless that tells what readers do not know.
 */
export function selectAtOnce(
  candidates: readonly Candidate[],
  wanted: Wanted & Pick<Subscription, "atOnce" | "most">,
  now: Instant,
  { leftOut }: Wishes = NO_WISHES,
): Selection {
  const { atOnce } = wanted;
  if (atOnce === null) return { items: [], waiting: 0, told: [], choices: [] };
  const urgent = candidates.filter(
    ({ filed: { article }, carried }) =>
      // What is kept out of an edition is not sent beside it.
      carried === null && urgencyOf(article) <= atOnce && !leftOut.has(article.id),
  );
  const selection = selectItems(urgent, wanted, now);
  const items = selection.items.filter(({ story }) => story?.mark !== "known");
  const shown = new Set(items.map(({ filed }) => filed.article.id));
  return { ...selection, items, told: selection.told.filter(({ by }) => shown.has(by)) };
}

/** The edition of a moment that carries what was chosen. */
export function editionOf(
  subscription: Subscription,
  slot: Instant,
  { items, waiting, told, arranged = false }: Selection,
  clocks: Clocks,
): Edition {
  const { id, channel, title } = subscription;
  const { timeZone } = termsAt(subscription, slot, clocks);
  const edition = { subscription: id, channel, slot, timeZone, items, waiting, told };
  return { ...edition, ...(title !== null && { title }), ...(arranged && { arranged }) };
}

interface Judged {
  readonly ordered: readonly Candidate[];
  /** Ordered, and kept out by an editor. */
  readonly leftOut: readonly Choice[];
  readonly refused: readonly Choice[];
}

function judge(candidates: readonly Candidate[], wanted: Wanted, wishes: Wishes): Judged {
  const ordered: Candidate[] = [];
  const leftOut: Choice[] = [];
  const refused: Choice[] = [];
  for (const candidate of candidates) {
    const judged = verdict(candidate.filed, wanted);
    const kept = wishes.leftOut.get(candidate.filed.article.id);
    if (!judged.carried) {
      refused.push(choice(candidate, judged.by === "mute" ? "muted" : "filtered", judged.rule));
    } else if (kept === undefined || kept.until === "past") ordered.push(candidate);
    else {
      const kind = kept.until === "good" ? "left-out" : "put-off";
      leftOut.push(choice(candidate, kind, leftOutRule(kept)));
    }
  }
  return { ordered, leftOut, refused };
}

interface Place extends Pick<Wishes, "order"> {
  readonly due: number;
  readonly most: number;
}

function placed(group: Group, index: number, { due, most, order }: Place): readonly Choice[] {
  const { lead, others, importance } = group;
  const by = order !== null && isPlaced(group, order) ? `, as ${order.by} has placed it` : "";
  const number = `It is number ${index + 1} of`;
  const why = `${by}: ${sayImportance(importance)}`;
  if (index < most) {
    const place = `${number} ${Math.min(due, most)} in the edition${why}`;
    const told = others.map((one) => choice(one, "told", toldRule(lead), lead));
    return [choice(lead, "chosen", place, lead), ...told];
  }
  const rule = `${number} ${due} that wait${why}, and the edition has room for ${most}`;
  return [lead, ...others].map((one) => choice(one, "waiting", rule, lead));
}

function itemIn(group: Group, { order }: Wishes): Item {
  const item = toItem(group);
  if (order === null || !isPlaced(group, order)) return item;
  const placed = `placed by ${order.by}`;
  return { ...item, reason: item.reason === undefined ? placed : `${placed}; ${item.reason}` };
}

function arrangedBy(due: readonly Group[], { order }: Wishes): Pick<Selection, "arranged"> {
  return due.some((group) => isPlaced(group, order)) ? { arranged: true } : {};
}

function toldRule({ filed }: Candidate): string {
  return `Its story is told by ${filed.article.id}`;
}

function toldIn({ lead, others }: Group): readonly ToldReport[] {
  return others.map(({ filed }) => ({ article: filed.article, by: lead.filed.article.id }));
}

function toldBefore({ filed, copyOf }: Candidate): readonly ToldReport[] {
  return copyOf === undefined ? [] : [{ article: filed.article, by: copyOf }];
}

function choice(
  { filed }: Candidate,
  kind: Choice["kind"],
  rule: string,
  lead?: Candidate,
): Choice {
  return { filed, kind, rule, ...(lead !== undefined && { story: lead.filed.article.id }) };
}

function urgencyOf({ urgency }: Article): number {
  return urgency ?? ORDINARY_URGENCY;
}
