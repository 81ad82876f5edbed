import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import { changesBetween, mayTellMore } from "#core/change/changes.ts";
import type { StoryChange } from "#core/change/difference.ts";
import { disagreements } from "#core/change/disagreement.ts";
import { filedAt, sourceOf } from "#core/change/filing.ts";
import { importanceOf, sayImportance } from "#core/story/importance.ts";
import { markOf } from "#core/story/mark.ts";
import type { Importance, StoryId, Telling } from "#core/story/story.ts";
import { sayOthers, tellStory } from "#core/story/telling.ts";
import type { Filed, Item, NewsChange, StoryNote } from "./edition.ts";
import type { Subscription } from "./subscription.ts";
import { topicWeight } from "./topic-weight.ts";
import { verdict, type Wanted } from "./verdict.ts";

/** What an edition is chosen from: an article, and what the place has carried of it and of its story. */
export interface Candidate {
  readonly filed: Filed;
  /** The highest revision that this subscription has carried; `null` for none. */
  readonly carried: number | null;
  /** What it may be told with under one headline: the strand of its story; left out: nothing. */
  readonly story?: StoryId;
  /** The article whose text it carries; left out: none. */
  readonly copyOf?: ArticleId;
  /** The reports of its strand that the place has carried, as it carried them; left out: none. */
  readonly known?: readonly Filed[];
}

/** Candidates of one story. */
export interface Group {
  readonly lead: Candidate;
  /** Further reports, and copies of them. */
  readonly others: readonly Candidate[];
  readonly telling: Telling;
  readonly known: readonly Filed[];
  readonly importance: Importance;
}

/** Groups, and copies of what the place has carried that tell nothing new. */
export interface Grouped {
  readonly groups: readonly Group[];
  readonly copies: readonly Candidate[];
}

/**
 * The reports that are read whole when these are grouped and told: of stories of which there are several, or of which
 * the place has carried one. To read one takes so long that others should have their turn before the next.
 */
export function readWhole(candidates: readonly Candidate[], wanted: Wanted): readonly Filed[] {
  const stories = Map.groupBy(candidates, ({ filed, story }) => story ?? filed.article.id);
  return [...stories.values()].flatMap((reports) => {
    const known = knownOf(reports);
    if (reports.length + known.length < 2) return [];
    const ordered = reports.filter(({ filed }) => verdict(filed, wanted).carried);
    return [...known, ...ordered.map(({ filed }) => filed)];
  });
}

/** Groups candidates by story, the most important first. */
export function groupByStory(
  candidates: readonly Candidate[],
  topics: Subscription["topics"],
  now: Instant,
): Grouped {
  const copies: Candidate[] = [];
  const groups: Group[] = [];
  const stories = Map.groupBy(candidates, ({ filed, story }) => story ?? filed.article.id);
  for (const reports of stories.values()) {
    const known = knownOf(reports);
    const carried = new Set(known.map(({ article }) => article.id));
    const { copy = [], report = [] } = Object.groupBy(reports, (one) =>
      isCopyOfKnown(one, known, carried) ? "copy" : "report",
    );
    copies.push(...copy);
    const group = groupOf(report, known);
    if (group !== null) groups.push({ ...group, importance: weigh(group, topics, now) });
  }
  return { groups: groups.toSorted(byImportance), copies };
}

/** A copy with another figure is a source's next version. */
function isCopyOfKnown(
  { filed, carried, copyOf }: Candidate,
  known: readonly Filed[],
  ids: ReadonlySet<ArticleId>,
): boolean {
  if (carried !== null || copyOf === undefined || !ids.has(copyOf)) return false;
  return !mayTellMore(known, filed);
}

/** Each report once: every candidate of a story brings the same. */
function knownOf(reports: readonly Candidate[]): readonly Filed[] {
  const all = reports.flatMap(({ known }) => known ?? []);
  return [...new Map(all.map((filed) => [filed.article.id, filed])).values()];
}

function groupOf(
  reports: readonly Candidate[],
  known: readonly Filed[],
): Omit<Group, "importance"> | null {
  const telling = tellStory(
    reports.map(({ filed }) => filed),
    new Map(reports.flatMap(({ filed, copyOf }) => (copyOf ? [[filed.article.id, copyOf]] : []))),
  );
  const lead = reports.find(({ filed }) => filed === telling?.lead);
  if (telling === null || lead === undefined) return null;
  return { lead, others: reports.filter((one) => one !== lead), telling, known };
}

function weigh(
  { lead, others, known }: Omit<Group, "importance">,
  topics: Subscription["topics"],
  now: Instant,
): Importance {
  const reports = [lead, ...others].map(({ filed }) => filed);
  const urgencies = reports.flatMap(({ article }) => article.urgency ?? []);
  const [urgency = null] = urgencies.toSorted((a, b) => a - b);
  const sources = new Set([...reports, ...known].flatMap(({ article }) => sourceOf(article) ?? []));
  const latest = Math.max(...reports.map(({ article }) => filedAt(article)));
  const isDated = reports.some(({ article: { published } }) => published === latest);
  const weight = { urgency, latest, isDated, sources: Math.max(1, sources.size) };
  return importanceOf({ ...weight, topics: topicWeight(topics, lead.filed) }, now);
}

function byImportance(a: Group, b: Group): number {
  return b.importance.score - a.importance.score || byAge(a, b);
}

/** The newest first. The id comes last, so that the order never depends on that of the store. */
export function byAge(
  { lead: { filed: a } }: Pick<Group, "lead">,
  { lead: { filed: b } }: Pick<Group, "lead">,
): number {
  return (
    filedAt(b.article) - filedAt(a.article) ||
    (a.article.id < b.article.id ? -1 : Number(a.article.id > b.article.id))
  );
}

/** As an edition shows it. */
export function toItem(group: Group): Item {
  const { lead, known, importance } = group;
  const story = noteOf(group);
  return {
    filed: lead.filed,
    update: lead.carried !== null || known.length > 0,
    reason: sayImportance(importance),
    ...(story !== null && { story }),
  };
}

/** `null` where the brief says it all. */
function noteOf(group: Group): StoryNote | null {
  const { lead, telling, known } = group;
  const reports = telling.distinct;
  const changes = known.length === 0 ? [] : changesOf(known, reports);
  const isCarried = known.length > 0 || lead.carried !== null;
  const revised = lead.carried === null ? null : (lead.filed.article.change?.kind ?? null);
  const told = markOf(
    isCarried,
    revised,
    changes.map(({ change }) => change),
  );
  // What may be news, though nobody can say which line of it, stands as an item like any other.
  const isOpen = told === "known" && lead.carried === null;
  const mark = isOpen && reports.some((one) => mayTellMore(known, one)) ? "new" : told;
  const here = new Set(reports.map(({ article }) => article.id));
  const earlier = known.filter(({ article }) => !here.has(article.id));
  const all = [...reports, ...earlier];
  const differing = all.length < 2 ? [] : disagreements(all);
  const others = sayOthers(telling);
  const isRevision = lead.carried !== null && changes.length === 0;
  if ((mark === "new" || isRevision) && others.length === 0 && differing.length === 0) return null;
  const beside = [...reports, ...earlier]
    .filter(({ article }) => article.id !== lead.filed.article.id)
    .map(({ article: { id, revision } }) => ({ id, revision }));
  return { mark, others, changes, disagreements: differing, beside };
}

/**
 * What the lead tells that readers do not know, and then what the others tell beside it: with their names,
 * and nothing of those that have none.
 */
function changesOf(known: readonly Filed[], reports: readonly Filed[]): readonly NewsChange[] {
  const told = [...known];
  return reports.flatMap((report, index) => {
    const source = index === 0 ? null : sourceOf(report.article);
    if (index > 0 && source === null) return [];
    const changes = changesBetween(told, report);
    told.push(report);
    return changes.map((change) => ({ change, fact: factOf(change, report), source }));
  });
}

function factOf(change: StoryChange, { brief }: Filed): NewsChange["fact"] {
  if (change.kind !== "fact") return null;
  return brief.facts.find(({ start }) => start === change.after.start) ?? null;
}
