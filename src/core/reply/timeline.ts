import type { ArticleId } from "#core/article/article.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Fact } from "#core/brief/brief.ts";
import { changesBetween, mayTellMore, sayChange } from "#core/change/changes.ts";
import type { StoryChange } from "#core/change/difference.ts";
import { disagreements, sayDisagreement } from "#core/change/disagreement.ts";
import { sourceOf } from "#core/change/filing.ts";
import type { Filed } from "#core/digest/edition.ts";
import { factSpans } from "#core/message/brief.ts";
import { amid } from "#core/message/direction.ts";
import type { Block, Message, Span } from "#core/message/message.ts";
import { calendarDay, paragraph, section, shortMoment } from "#core/message/say.ts";
import { originSpans } from "#core/message/story.ts";
import type { StoryId } from "#core/story/story.ts";
import { articleButtons } from "./button.ts";
import { type Found, nothingFound, pages } from "./list-answer.ts";

/** One article of a timeline, the facts of it on the subject, and its story. */
export interface Dated {
  readonly filed: Filed;
  readonly facts: readonly Fact[];
  /** Left out: a story of its own. */
  readonly story?: StoryId;
  /** The article whose text it carries; left out: none. */
  readonly copyOf?: ArticleId;
}

/** One step in which a subject developed. */
interface Step {
  readonly dated: Dated;
  /** Sources that carry the same text. */
  readonly also: readonly string[];
  /** Figures that moved since the report before it. */
  readonly moved: readonly StoryChange[];
}

/** How a subject developed: each report once, oldest first, with the figures that moved and where sources differ. */
export function timelineAnswer(
  found: readonly Dated[],
  { about, page, timeZone, now }: Found,
): Message {
  if (found.length === 0) return nothingFound(about, page.number);
  const title = `Timeline: ${about}`;
  const steps = stepsOf(found);
  return {
    summary: title,
    sections: [
      section(paragraph({ text: title, style: "strong" })),
      ...steps.map(({ dated: { filed, facts }, also, moved }) =>
        section(
          paragraph(
            momentOf(filed, timeZone, now),
            { text: " · " },
            { text: amid(filed.brief.headline), style: "strong" },
            ...(also.length === 0 ? [] : [{ text: ` · also: ${also.map(amid).join(", ")}` }]),
          ),
          ...(moved.length === 0 ? [] : [movedBlock(moved)]),
          ...(facts.length === 0
            ? []
            : [{ kind: "list", items: facts.slice(0, 1).map(factSpans) } as const]),
          articleButtons(filed, "brief"),
        ),
      ),
      ...differing(steps),
      ...pages(page),
    ],
  };
}

function stepsOf(found: readonly Dated[]): readonly Step[] {
  const here = new Map(found.map(({ filed }) => [filed.article.id, filed]));
  // A source's next version of its own text is a step, if something in it has changed.
  const isCopy = ({ copyOf, filed }: Dated) => {
    const original = here.get(copyOf ?? "");
    return original !== undefined && !mayTellMore([original], filed);
  };
  const own = found.filter((one) => !isCopy(one));
  return own.map((dated, index) => {
    const { filed } = dated;
    const copies = found.filter((one) => isCopy(one) && one.copyOf === filed.article.id);
    const before = own.slice(0, index).filter((one) => storyOf(one) === storyOf(dated));
    const changes = changesBetween(
      before.map((one) => one.filed),
      filed,
    );
    return {
      dated,
      also: [...new Set(copies.flatMap((one) => sourceOf(one.filed.article) ?? []))],
      moved: changes.filter(({ kind }) => kind === "figure"),
    };
  });
}

function storyOf({ filed, story }: Dated): StoryId {
  return story ?? filed.article.id;
}

function movedBlock(moved: readonly StoryChange[]): Block {
  return {
    kind: "list",
    items: moved.flatMap((change) =>
      change.kind === "figure"
        ? [[{ text: sayChange(change), style: "strong" }, ...originSpans(change.after)]]
        : [],
    ),
  };
}

function differing(steps: readonly Step[]) {
  const stories = Map.groupBy(steps, ({ dated }) => storyOf(dated));
  const differ = [...stories.values()].flatMap((of) =>
    of.length < 2 ? [] : disagreements(of.map(({ dated }) => dated.filed)),
  );
  const lines = differ.map((one) =>
    paragraph({ text: "Sources differ: ", style: "strong" }, { text: sayDisagreement(one) }),
  );
  return lines.length === 0 ? [] : [section(...lines)];
}

const DAY = 86_400_000;

function momentOf({ article }: Filed, timeZone: string, now: Instant): Span {
  const { published, takenIn } = article;
  // A date alone is read as midnight UTC, and has no time to tell.
  if (published !== null && published % DAY === 0) return { text: calendarDay(published, now) };
  return shortMoment(published ?? takenIn, timeZone, now);
}
