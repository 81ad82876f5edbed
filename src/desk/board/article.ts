import type { ArticleId } from "#core/article/article.ts";
import { signOfDesk } from "#core/article/audience.ts";
import { type Held, heldReason, isKilled } from "#core/article/held.ts";
import { historyOf, type Step, sayStep } from "#core/article/history.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Unkept } from "#core/article/mending.ts";
import { sayDisagreement } from "#core/change/disagreement.ts";
import { filedAt, sourceOf } from "#core/change/filing.ts";
import type { Filed } from "#core/digest/edition.ts";
import { PAGE, platformLabel } from "#core/digest/subscription.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { sayStory } from "#core/reply/story-answer.ts";
import type { StoryId } from "#core/story/story.ts";
import { openChannels } from "#desk/open-channels.ts";
import { saidWithdrawn } from "#desk/reply/find-article.ts";
import type { ReplyParts } from "#desk/reply/parts.ts";
import { partsAt } from "#desk/reply/parts-at.ts";
import { lastVersion, revisionsSeen } from "#desk/reply/revisions.ts";
import { storyOf } from "#desk/reply/story.ts";
import { type FactLine, factLine } from "./article-row.ts";
import type { BoardParts } from "./parts.ts";

/** A sentence of the brief, and where it stands in the text. */
export interface FactShown extends FactLine {
  readonly start: number;
  readonly end: number;
}

export interface QuoteShown {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** `Mira Solen, the authority's chief engineer`; `null` where the article does not settle it. */
  readonly speaker: string | null;
  readonly hedge: string | null;
}

/** A step of its history. */
export interface RevisionShown {
  /** Which text of the copy it is; `null`: the desk did it, and the text is the one before it. */
  readonly version: number | null;
  readonly at: Instant | null;
  /** For editors alone: which of them did it. */
  readonly by: string | null;
  /** `Correction`, `Held` */
  readonly says: string;
  readonly details: readonly string[];
  readonly note: string | null;
  /** For editors alone: what it did not keep of what an editor had mended; `null`: it kept all. */
  readonly unkept: Unkept | null;
}

export interface ReportShown {
  readonly id: ArticleId;
  readonly headline: string;
  readonly source: string | null;
  readonly at: Instant;
}

export interface StoryOfArticle {
  readonly story: StoryId;
  /** Why it stands there, in a sentence without its full stop. */
  readonly says: string;
  readonly others: readonly ReportShown[];
  readonly differ: readonly string[];
}

export interface PostShown {
  readonly channel: string;
  /** `Slack`, `the page` */
  readonly platform: string;
  /** `null` where the post has no address for readers. */
  readonly url: string | null;
}

/** An article at its own address. */
export interface ArticleSheet {
  readonly id: ArticleId;
  readonly headline: string;
  readonly subheadline: string | null;
  /** As for its row. */
  readonly sign: string | null;
  readonly byline: string | null;
  readonly source: string | null;
  readonly sourceUrl: string | null;
  readonly place: string | null;
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly kind: string;
  readonly language: string | null;
  readonly published: Instant | null;
  readonly takenIn: Instant;
  /** Of the store: what is mended is looked at by it. */
  readonly revision: number;
  readonly usageTerms: string | null;
  readonly copyright: string | null;
  /** From desk to desk: for editors alone. */
  readonly note: string | null;
  /** Where it lies: for editors alone. */
  readonly path: string | null;
  readonly body: string;
  readonly facts: readonly FactShown[];
  readonly quotes: readonly QuoteShown[];
  /** The first of them first; one alone where there was only one. */
  readonly revisions: readonly RevisionShown[];
  readonly story: StoryOfArticle | null;
  readonly posts: readonly PostShown[];
}

/** What somebody may see at an article's address. */
export type ArticleShown =
  | { readonly state: "shown"; readonly article: ArticleSheet; readonly held: null }
  /** For editors alone. */
  | { readonly state: "held" | "killed"; readonly article: ArticleSheet; readonly held: Held }
  /** What may be said of it, in sentences: it was withdrawn, may not be shown here, or is not known. */
  | { readonly state: "not-shown"; readonly says: readonly string[] };

/** As they are for whoever looks. */
type ArticleParts = { readonly reader: ReplyParts } & Pick<BoardParts, "postsOf">;

/** Revisions that are told: the latest. */
const MOST_REVISIONS = 30;
const MOST_OTHERS = 20;
const MOST_POSTS = 40;

const UNKNOWN = [
  "There is no article at this address that can be shown.",
  "It may be wrong, or its article may not be out yet.",
];

/** @param isEditor may see what is held, editors' notes and where an article lies */
export async function articleAt(
  { reader: deskParts, postsOf }: Pick<BoardParts, "reader" | "postsOf">,
  asked: Asked,
  id: ArticleId,
  isEditor: boolean,
): Promise<ArticleShown> {
  const reader = partsAt(deskParts, asked);
  const parts: ArticleParts = { reader, postsOf };
  const now = reader.clock.now();
  const shown = await reader.archive.get(id, now);
  if (shown !== null) {
    return { state: "shown", article: await sheetOf(parts, asked, shown, isEditor), held: null };
  }
  const kept = await reader.heldCopy?.heldArticle(id, now);
  const held = kept == null ? null : heldReason(kept.article, now);
  if (kept != null && held !== null) {
    const article = await sheetOf(parts, asked, kept, isEditor);
    return { state: isKilled(kept.article) ? "killed" : "held", article, held };
  }
  const withdrawn = await saidWithdrawn(reader, id);
  return { state: "not-shown", says: withdrawn === null ? UNKNOWN : linesOf(withdrawn) };
}

function linesOf({ sections }: NonNullable<Awaited<ReturnType<typeof saidWithdrawn>>>) {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      "spans" in block ? [block.spans.map(({ text }) => text).join("")] : [],
    ),
  );
}

async function sheetOf(
  parts: ArticleParts,
  asked: Asked,
  filed: Filed,
  isEditor: boolean,
): Promise<ArticleSheet> {
  const { article, brief } = filed;
  const { reader } = parts;
  const history = await historyFor(reader, filed, isEditor);
  return {
    ...{ id: article.id, headline: brief.headline, subheadline: article.subheadline },
    sign: signOfDesk(article),
    ...{ byline: article.byline, source: sourceOf(article), sourceUrl: article.sourceUrl },
    ...{ place: article.dateline?.place ?? article.located, section: article.section },
    ...{ tags: article.tags, kind: brief.kind, language: article.language },
    ...{ published: article.published, takenIn: article.takenIn },
    revision: isEditor ? article.revision : lastVersion(history, 1),
    ...{ usageTerms: article.usageTerms, copyright: article.copyright },
    note: isEditor ? article.editorNote : null,
    path: isEditor ? article.path : null,
    body: article.body,
    facts: brief.facts.map((fact) => ({ ...factLine(fact), start: fact.start, end: fact.end })),
    quotes: brief.quotes.map(({ text, start, end, speaker, hedge }) => {
      const named =
        speaker === null ? null : [speaker.name, speaker.role].filter((part) => part !== null);
      return { text, start, end, speaker: named?.join(", ") ?? null, hedge };
    }),
    revisions: history.map(shownStep),
    story: await storyShown(parts, filed),
    posts: await postsShown(parts, asked, article.id, isEditor),
  };
}

/** Editors are told of holds, kills and releases too, and of all that came while it was held. */
async function historyFor(
  { archive, heldCopy, clock }: ReplyParts,
  filed: Filed,
  isEditor: boolean,
): Promise<readonly Step[]> {
  if (isEditor && heldCopy !== null)
    return historyOf(await heldCopy.history(filed.article.id, MOST_REVISIONS), true);
  return revisionsSeen(archive, filed, { now: clock.now(), most: MOST_REVISIONS, isEditor });
}

function shownStep(step: Step): RevisionShown {
  const { version, at, by, change, unkept } = step;
  const { details = [], note = null } = change ?? {};
  return { version, at, by, says: sayStep(step), details, note, unkept };
}

async function storyShown({ reader }: ArticleParts, filed: Filed): Promise<StoryOfArticle | null> {
  const story = await storyOf(reader, filed);
  if (story === null) return null;
  const others = story.others.slice(-MOST_OTHERS).map(({ article, brief }) => ({
    ...{
      id: article.id,
      headline: brief.headline,
      source: sourceOf(article),
      at: filedAt(article),
    },
  }));
  const differ = story.disagreements.map(sayDisagreement);
  return { story: story.placement.story, says: sayStory(story), others, differ };
}

/** Posts of channels that somebody may know of; those without an address are told to editors, who can find them. */
async function postsShown(
  { reader, postsOf }: ArticleParts,
  asked: Asked,
  id: ArticleId,
  isEditor: boolean,
): Promise<readonly PostShown[]> {
  const known = new Set(openChannels(reader, asked).map(({ name }) => name));
  const links = new Map(
    (await reader.linksTo([id], reader.clock.now())).map((link) => [link.subscription, link.url]),
  );
  const posts = new Map<string, PostShown>();
  for (const { subscription, platform } of await postsOf(id)) {
    const channel = subscription.split("@", 1)[0] ?? subscription;
    const url = links.get(subscription) ?? null;
    const isOwn = platform === PAGE;
    if (!known.has(channel) || (url === null && !isOwn && !isEditor)) continue;
    posts.set(subscription, { channel, platform: platformLabel(platform), url });
    if (posts.size === MOST_POSTS) break;
  }
  return [...posts.values()];
}
