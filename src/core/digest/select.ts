import type { Article } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { sayImportance } from "#core/story/importance.ts";
import type { Edition, Filed, Item, ToldReport } from "./edition.ts";
import { termsAt } from "./edition-time.ts";
import { byAge, type Candidate, type Group, groupByStory, toItem } from "./group.ts";
import type { Subscription } from "./subscription.ts";
import { ORDINARY_URGENCY } from "./topic-match.ts";
import { verdict, type Wanted } from "./verdict.ts";
import type { Clocks } from "./wall-clock.ts";

/** What becomes of one candidate, and by which rule, as a sentence for the editor. */
export interface Choice {
  readonly filed: Filed;
  /** `told`: another report of its story stands for it. */
  readonly kind: "chosen" | "told" | "waiting" | "filtered" | "muted";
  readonly rule: string;
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
): Selection {
  const { ordered, refused } = judge(candidates, wanted);
  const { groups, copies } = groupByStory(ordered, wanted.topics, now);
  const due = groups.slice(0, wanted.most);
  const left = groups.slice(wanted.most);
  return {
    items: due.map(toItem),
    waiting: left.reduce((sum, { others }) => sum + 1 + others.length, 0),
    told: [...due.flatMap(toldIn), ...copies.flatMap(toldBefore)],
    choices: [
      ...groups.flatMap((group, index) => placed(group, index, groups.length, wanted.most)),
      ...copies.map((one) => choice(one, "told", `It has the text of ${one.copyOf}`)),
      ...refused,
    ],
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
): Selection {
  const { ordered, refused } = judge(candidates, wanted);
  const { groups } = groupByStory(ordered, wanted.topics, now);
  const newest = groups.toSorted(byAge);
  const room = Math.min(wanted.baseline, wanted.most);
  const chosen = new Set(newest.slice(0, room));
  const due = groups.filter((group) => chosen.has(group));
  return {
    items: due.map(toItem),
    waiting: 0,
    told: due.flatMap(toldIn),
    choices: [
      ...due.flatMap(({ lead, others }) => [
        choice(lead, "chosen", "It is among the newest at the channel's start"),
        ...others.map((one) => choice(one, "told", toldRule(lead))),
      ]),
      ...newest
        .slice(room)
        .flatMap(({ lead, others }) =>
          [lead, ...others].map((one) => choice(one, "filtered", BEFORE_FIRST)),
        ),
      ...refused,
    ],
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
): Selection {
  const { atOnce } = wanted;
  if (atOnce === null) return { items: [], waiting: 0, told: [], choices: [] };
  const urgent = candidates.filter(
    ({ filed, carried }) => carried === null && urgencyOf(filed.article) <= atOnce,
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
  { items, waiting, told }: Selection,
  clocks: Clocks,
): Edition {
  const { id, channel, title } = subscription;
  const { timeZone } = termsAt(subscription, slot, clocks);
  const edition = { subscription: id, channel, slot, timeZone, items, waiting, told };
  return title === null ? edition : { ...edition, title };
}

function judge(
  candidates: readonly Candidate[],
  wanted: Wanted,
): { ordered: readonly Candidate[]; refused: readonly Choice[] } {
  const ordered: Candidate[] = [];
  const refused: Choice[] = [];
  for (const candidate of candidates) {
    const judged = verdict(candidate.filed, wanted);
    if (judged.carried) ordered.push(candidate);
    else refused.push(choice(candidate, judged.by === "mute" ? "muted" : "filtered", judged.rule));
  }
  return { ordered, refused };
}

function placed(
  { lead, others, importance }: Group,
  index: number,
  due: number,
  most: number,
): readonly Choice[] {
  const place = `It is number ${index + 1} of ${due}: ${sayImportance(importance)}`;
  if (index < most) {
    const told = others.map((one) => choice(one, "told", toldRule(lead)));
    return [choice(lead, "chosen", place), ...told];
  }
  const rule = `${place}, and an edition has room for ${most}`;
  return [lead, ...others].map((one) => choice(one, "waiting", rule));
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

function choice({ filed }: Candidate, kind: Choice["kind"], rule: string): Choice {
  return { filed, kind, rule };
}

function urgencyOf({ urgency }: Article): number {
  return urgency ?? ORDINARY_URGENCY;
}
