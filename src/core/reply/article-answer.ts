import { type Step, sayStep } from "#core/article/history.ts";
import type { Filed } from "#core/digest/edition.ts";
import {
  factBlocks,
  headlineBlock,
  provenanceBlock,
  pulledBlocks,
  quoteBlocks,
} from "#core/message/brief.ts";
import { DESK } from "#core/message/item.ts";
import type { Block, Message, Section, Span } from "#core/message/message.ts";
import { note, paragraph, section, shortMoment, titleCase } from "#core/message/say.ts";
import { mendButton, otherReports, sheetTabs } from "./sheet.ts";
import type { StoryShown } from "./story-answer.ts";

/** What stands in a whole brief beside the brief. */
export interface BriefFace {
  readonly timeZone: string;
  /** The desk alone reads it: the editor's note is shown. */
  readonly internal: boolean;
  /** Revisions that readers have seen, the first of them first. */
  readonly revisions: readonly Step[];
  /** Who asks may mend it; left out: they may not. */
  readonly forEditor?: true;
  /** Its story, as far as whoever asks may see it; `null`: it stands in none. */
  readonly story: Pick<StoryShown, "others" | "disagreements"> | null;
}

/** An article's sheet, open on the whole brief: every fact, its pull quotes, where it is from, how it has changed, who else reports it. */
export function briefAnswer(filed: Filed, face: BriefFace): Message {
  const { facts } = filed.brief;
  const { subheadline } = filed.article;
  return answer(
    filed,
    section(
      headlineBlock(filed),
      ...(subheadline === null ? [] : [paragraph({ text: subheadline, style: "emphasis" })]),
      provenanceBlock(filed, face.timeZone, { withId: true }),
      ...deskNote(filed, face),
    ),
    ...titled("Key facts", factBlocks(facts)),
    ...titled("Quotes", pulledBlocks(filed.brief)),
    ...titled("Revisions", historyBlocks(face)),
    section(
      ...(face.story === null ? [] : otherReports(face.story)),
      sheetTabs(filed, "brief"),
      ...(face.forEditor === true ? [forEditor(filed)] : []),
    ),
  );
}

function forEditor({ article }: Filed): Block {
  return { kind: "buttons", buttons: [mendButton(article.id)] };
}

function deskNote({ article }: Filed, { internal }: BriefFace): readonly Block[] {
  const words = internal ? article.editorNote : null;
  return words === null ? [] : [note({ text: `${DESK}${words}` })];
}

/** What each revision changed; nothing where there was only one. What the desk did has no number: the text is as it was. */
function historyBlocks({ revisions, timeZone }: BriefFace): readonly Block[] {
  if (revisions.length < 2) return [];
  const items = revisions.toReversed().map((step): readonly Span[] => {
    const { version, at } = step;
    return [
      ...(version === null ? [] : [{ text: `${version}`, style: "strong" } as const]),
      ...(version === null || at === null ? [] : [{ text: " · " }]),
      ...(at === null ? [] : [shortMoment(at, timeZone)]),
      { text: ` · ${saysOf(step)}` },
    ];
  });
  return [{ kind: "list", items }];
}

/** Of a revision whose words stay only what else is another is told. */
function saysOf(step: Step): string {
  const { kind = null, details = [] } = step.change ?? {};
  const said = kind === "unchanged" && details.length > 0 ? details : [sayStep(step), ...details];
  const [head = "", ...rest] = said;
  return [titleCase(head), ...rest].join(": ");
}

/** Who said what in one article, in its order. */
export function quotesAnswer(filed: Filed, timeZone: string): Message {
  const { quotes } = filed.brief;
  const said: readonly Block[] =
    quotes.length === 0
      ? [paragraph({ text: "Nobody is quoted in it." })]
      : quoteBlocks(filed.brief, quotes);
  return answer(
    filed,
    section(headlineBlock(filed)),
    ...said.map((block) => section(block)),
    section(provenanceBlock(filed, timeZone, { unnumbered: true }), sheetTabs(filed, "quotes")),
  );
}

/** The key facts of one article, each with its owner. */
export function factsAnswer(filed: Filed, timeZone: string): Message {
  const { facts } = filed.brief;
  const none = paragraph({ text: "No sentence of it stands well enough on its own." });
  return answer(
    filed,
    section(headlineBlock(filed), ...(facts.length === 0 ? [none] : factBlocks(facts))),
    section(provenanceBlock(filed, timeZone, { unnumbered: true }), sheetTabs(filed, "facts")),
  );
}

/** The copy itself, paragraph by paragraph. */
export function textAnswer(filed: Filed, timeZone: string): Message {
  const paragraphs = filed.article.body.split("\n\n").map((text) => section(paragraph({ text })));
  return answer(
    filed,
    section(headlineBlock(filed), provenanceBlock(filed, timeZone, { unnumbered: true })),
    ...paragraphs,
    section(sheetTabs(filed, "text")),
  );
}

function answer({ brief }: Filed, ...sections: readonly Section[]): Message {
  return { summary: brief.headline, sections };
}

function titled(title: string, blocks: readonly Block[]): readonly Section[] {
  const [first, ...rest] = blocks;
  if (first === undefined) return [];
  return [
    section(paragraph({ text: title, style: "strong" }), first),
    ...rest.map((block) => section(block)),
  ];
}
