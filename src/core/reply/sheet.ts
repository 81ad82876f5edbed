import type { ArticleId } from "#core/article/article.ts";
import { sayDisagreement } from "#core/change/disagreement.ts";
import { sourceOf } from "#core/change/filing.ts";
import type { Filed } from "#core/digest/edition.ts";
import { LABELS, labelWith } from "#core/language/labels.ts";
import type { Block, Button } from "#core/message/message.ts";
import { paragraph } from "#core/message/say.ts";
import type { StoryShown } from "./story-answer.ts";

/**
 * What an article's sheet opens on, one view at a time. Each view is a command of its own, so that the buttons of posts
 * that stand already lead to the same.
 */
const VIEWS = {
  brief: LABELS.brief,
  quotes: LABELS.quotes,
  context: LABELS.inContext,
  text: LABELS.fullText,
} as const;

/** The view that is open: `facts` is one that no tab leads to, since the brief has them all. */
export type View = keyof typeof VIEWS | "facts";

/**
 * The tabs of an article's sheet: its other views, its original where its address is known, and a word
 * to the editors. At most five.
 */
export function sheetTabs({ article, brief }: Filed, open: View): Block {
  const { quotes, facts } = brief;
  const empty: readonly View[] = [
    ...(quotes.length === 0 ? (["quotes"] as const) : []),
    ...(quotes.length + facts.length === 0 ? (["context"] as const) : []),
  ];
  const views = (Object.keys(VIEWS) as (keyof typeof VIEWS)[]).filter(
    (view) => view !== open && !empty.includes(view),
  );
  const tabs = views.map((view): Button => {
    const label = view === "quotes" ? labelWith(LABELS.quotesCounted, quotes.length) : VIEWS[view];
    return { kind: "ask", label, ask: `${view} ${article.id}` };
  });
  const { sourceUrl } = article;
  const original: readonly Button[] =
    sourceUrl === null ? [] : [{ kind: "link", label: LABELS.original, href: sourceUrl }];
  const wrong: Button = { kind: "ask", label: LABELS.thisIsWrong, ask: `wrong ${article.id}` };
  return { kind: "buttons", buttons: [...tabs, ...original, ...(open === "facts" ? [] : [wrong])] };
}

/** What an editor may do with the brief. */
export function mendButton(id: ArticleId): Button {
  return { kind: "ask", label: LABELS.mendBrief, ask: `mend ${id}` };
}

/** Lines of a menu: Discord takes no more. */
const MOST_REPORTS = 25;

/** The other reports of its story: where they differ from it, and a menu that opens the sheet of each, the latest first. */
export function otherReports({
  others,
  disagreements,
}: Pick<StoryShown, "others" | "disagreements">): readonly Block[] {
  const differing = disagreements.map((one) =>
    paragraph({ text: "Sources differ: ", style: "strong" }, { text: sayDisagreement(one) }),
  );
  if (others.length === 0) return differing;
  const choices = others
    .toReversed()
    .slice(0, MOST_REPORTS)
    .map(({ article, brief }) => {
      const said = [sourceOf(article), brief.headline].filter((part) => part !== null);
      return { label: said.join(": "), ask: `brief ${article.id}` };
    });
  return [
    ...differing,
    { kind: "menu", label: labelWith(LABELS.otherReports, others.length), choices },
  ];
}
