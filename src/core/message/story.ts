import { sayChange } from "#core/change/changes.ts";
import type { Statement } from "#core/change/difference.ts";
import { sayDisagreement, sayOrigin } from "#core/change/disagreement.ts";
import type { NewsChange, StoryNote } from "#core/digest/edition.ts";
import type { Mark } from "#core/story/story.ts";
import { factSpans } from "./brief.ts";
import { arrowKept } from "./direction.ts";
import type { Block, Span } from "./message.ts";

/** What stands before a headline whose story readers know. */
export const MARKS: Readonly<Record<Mark, string>> = {
  new: "New",
  update: "Update",
  known: "Update",
  correction: "Correction",
};

/** In the order in which they are read; longer lists are for the details. */
const KINDS = ["figure", "renamed", "fact", "name"] as const;

/**
 * What is new since what readers know, at most so many lines, each with its owner. It is told with the
 * reports that it was drawn from, so that it goes when one of them may not be shown any more.
 */
export function changeBlocks({ changes }: StoryNote, most: number): readonly Block[] {
  const lines = KINDS.flatMap((kind) => changes.filter(({ change }) => change.kind === kind));
  const told = lines.filter((one) => !isNamedIn(one, changes)).slice(0, most);
  if (told.length === 0) return [];
  const from = [...new Set(told.flatMap(reportsOf))];
  return [{ kind: "list", items: told.map(changeSpans), from }];
}

/** Someone who stands in a new fact is told with it. */
function isNamedIn({ change }: NewsChange, changes: StoryNote["changes"]): boolean {
  if (change.kind !== "name") return false;
  return changes.some((one) => one.change.kind === "fact" && one.change.text.includes(change.name));
}

function reportsOf({ change }: NewsChange): readonly string[] {
  switch (change.kind) {
    case "figure":
      return [change.before.proof.article, change.after.proof.article];
    case "renamed":
    case "name":
    case "fact":
      return [change.after.article];
  }
}

function changeSpans(news: NewsChange): readonly Span[] {
  const { change, source } = news;
  // A figure names its source by itself.
  const isOther = source !== null && change.kind !== "figure";
  const by: readonly Span[] = isOther ? [{ text: ` (${source})`, style: "emphasis" }] : [];
  return [...ownSpans(news), ...by];
}

/** Whose a figure is, behind it; nothing where its copy names nobody. */
export function originSpans(of: Statement): readonly Span[] {
  const origin = sayOrigin(of);
  return origin === null ? [] : [{ text: ` — ${origin}`, style: "emphasis" }];
}

function ownSpans({ change, fact }: NewsChange): readonly Span[] {
  switch (change.kind) {
    case "figure":
      return [
        { text: arrowKept(sayChange(change)), style: "strong" },
        ...originSpans(change.after),
      ];
    case "renamed":
      return [{ text: arrowKept(sayChange(change)), style: "strong" }];
    case "fact":
      return fact === null ? [{ text: change.text }] : factSpans(fact);
    case "name":
      return [{ text: "Named for the first time: " }, { text: change.name, style: "strong" }];
  }
}

/** Where sources differ, and who else reports it. */
export function besideBlocks(story: StoryNote): readonly Block[] {
  const { others, disagreements, beside } = story;
  const differing = disagreements.map(
    (one): Block => ({
      kind: "paragraph",
      spans: [{ text: "Sources differ: ", style: "strong" }, { text: sayDisagreement(one) }],
      from: [...new Set(one.statements.map(({ proof }) => proof.article))],
    }),
  );
  if (others.length === 0) return differing;
  const from = beside.map(({ id }) => id);
  const spans = others.map(({ text, href }): Span => (href === null ? { text } : { text, href }));
  return [...differing, { kind: "note", spans, from }];
}
