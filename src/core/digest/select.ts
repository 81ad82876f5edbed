import type { Article } from "#core/article/article.ts";
import type { Filed, Item } from "./edition.ts";
import type { Subscription } from "./subscription.ts";
import { ORDINARY_URGENCY } from "./topic-match.ts";
import { verdict, type Wanted } from "./verdict.ts";

/** What an edition is chosen from: an article, and the revision that the place has carried of it. */
export interface Candidate {
  readonly filed: Filed;
  /** The highest revision that this subscription has carried; `null` for none. */
  readonly carried: number | null;
}

/** What becomes of one candidate, and by which rule, as a sentence for the editor. */
export interface Choice {
  readonly filed: Filed;
  readonly kind: "chosen" | "waiting" | "filtered" | "muted";
  readonly rule: string;
}

/** What an edition carries, and how much more is due than it has room for. */
export interface Selection {
  readonly items: readonly Item[];
  readonly waiting: number;
  /** One for each candidate: those that were ordered first, in the order of importance. */
  readonly choices: readonly Choice[];
}

/** The rule by which a channel's first edition leaves out what was there before. */
export const BEFORE_FIRST = "It came before this channel's first edition";

/** Chooses what an edition carries: what was ordered, most urgent first, then newest. */
export function selectItems(
  candidates: readonly Candidate[],
  wanted: Wanted & Pick<Subscription, "most">,
): Selection {
  const { ordered, refused } = judge(candidates, wanted);
  const due = ordered.toSorted(byImportance);
  return {
    items: due.slice(0, wanted.most).map(toItem),
    waiting: Math.max(0, due.length - wanted.most),
    choices: [...due.map((one, index) => placed(one, index, due.length, wanted.most)), ...refused],
  };
}

/**
 * Chooses a channel's first edition: the newest few of what was ordered, so that nobody is flooded
 * with what was there before. The rest is not waiting: it is filtered for good.
 */
export function selectFirst(
  candidates: readonly Candidate[],
  wanted: Wanted & Pick<Subscription, "baseline" | "most">,
): Selection {
  const { ordered, refused } = judge(candidates, wanted);
  const room = Math.min(wanted.baseline, wanted.most);
  const newest = ordered.toSorted(byAge);
  const due = newest.slice(0, room).sort(byImportance);
  return {
    items: due.map(toItem),
    waiting: 0,
    choices: [
      ...due.map((one) => choice(one, "chosen", "It is among the newest at the channel's start")),
      ...newest.slice(room).map((one) => choice(one, "filtered", BEFORE_FIRST)),
      ...refused,
    ],
  };
}

/**
 * Chooses what goes out at once beside the digest: what is urgent enough and new to the place. A new
 * revision of what it has carried is not posted again: the post is corrected where it stands.
 */
export function selectAtOnce(
  candidates: readonly Candidate[],
  wanted: Wanted & Pick<Subscription, "atOnce" | "most">,
): Selection {
  const { atOnce } = wanted;
  if (atOnce === null) return { items: [], waiting: 0, choices: [] };
  const urgent = candidates.filter(
    ({ filed, carried }) => carried === null && urgencyOf(filed.article) <= atOnce,
  );
  return selectItems(urgent, wanted);
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

function placed(candidate: Candidate, index: number, due: number, most: number): Choice {
  const { article } = candidate.filed;
  const place = `${index + 1} of ${due} by urgency (${urgencyOf(article)}), then by time`;
  return index < most
    ? choice(candidate, "chosen", `It is number ${place}`)
    : choice(candidate, "waiting", `It is number ${place}, and an edition has room for ${most}`);
}

function choice({ filed }: Candidate, kind: Choice["kind"], rule: string): Choice {
  return { filed, kind, rule };
}

function toItem({ filed, carried }: Candidate): Item {
  return { filed, update: carried !== null };
}

function urgencyOf({ urgency }: Article): number {
  return urgency ?? ORDINARY_URGENCY;
}

function byImportance(a: Candidate, b: Candidate): number {
  return urgencyOf(a.filed.article) - urgencyOf(b.filed.article) || byAge(a, b);
}

/** The newest first. The id comes last, so that the order never depends on that of the store. */
function byAge({ filed: { article: a } }: Candidate, { filed: { article: b } }: Candidate): number {
  return (
    (b.published ?? b.takenIn) - (a.published ?? a.takenIn) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}
