import { analyse } from "./analysed.ts";
import { hasLostMarks } from "./boundary.ts";
import type { Draft } from "./brief.ts";
import type { Story } from "./candidate.ts";
import { ownHeadline } from "./headline.ts";
import { findPassages } from "./passages.ts";
import { findQuotes } from "./quotes.ts";
import { findSentences } from "./sentences.ts";
import type { Passage } from "./text.ts";

/** Reads all that a brief is chosen from: passages, sentences, who said what. */
export function readStory({ title, body, dateline }: Omit<Draft, "id">): Story {
  const passages = findPassages(body);
  const sentences = findSentences(body, passages);
  const headline = ownHeadline(title) ?? openingHeading(body, passages);
  const said = findQuotes(analyse({ title, body, dateline, passages, sentences }));
  return { body, passages, sentences, headline, lostMarks: hasLostMarks(body), ...said };
}

/** A body whose first line is a heading carries its headline itself. */
function openingHeading(body: string, passages: readonly Passage[]): string | null {
  const first = passages.find(({ kind }) => kind !== "furniture");
  return first?.kind === "heading" ? ownHeadline(body.slice(first.start, first.end)) : null;
}
