import { findPassages } from "#core/text/passages.ts";
import { findSentences } from "#core/text/sentences.ts";
import type { Brief, Draft, Fact, WriteBrief } from "./brief.ts";
import { proveBrief } from "./proof.ts";
import { type DraftText, readText } from "./read.ts";

/**
 * Makes a writer whose briefs keep every promise: one that breaks any is given up for a brief of the
 * headline and the lede, which says what was broken.
 */
export function createGate(write: (draft: Draft, text: DraftText) => Brief): WriteBrief {
  return (draft) => {
    const text = readText(draft);
    const brief = write(draft, text);
    const faults = proveBrief(brief, draft, text.passages);
    return faults.length === 0 ? brief : { ...withoutProof(brief, draft), faults };
  };
}

/** The headline, and the lede as it stands, where these can be proven; no quotes. */
function withoutProof(brief: Brief, draft: Draft): Brief {
  const bare = { ...brief, facts: [], quotes: [], pullQuotes: [] };
  const isHeadlineProven = proveBrief(bare, draft).length === 0;
  const headline = isHeadlineProven ? brief.headline : firstLine(draft);
  const lede = { ...bare, headline, facts: ledeOf(draft.body) };
  return proveBrief(lede, draft).length === 0 ? lede : { ...bare, headline };
}

/** The title, or where the copy has none its first line with words. */
function firstLine({ title, body }: Draft): string {
  const lines = [title ?? "", ...body.split("\n", MOST_LINES)].map((line) => line.trim());
  return (lines.find((line) => /[\p{L}\p{N}]/u.test(line)) ?? "").slice(0, LONGEST_HEADLINE);
}

const MOST_LINES = 40;
const LONGEST_HEADLINE = 110;

function ledeOf(body: string): readonly Fact[] {
  const passages = findPassages(body);
  const lede = passages.findIndex(({ kind }) => kind === "prose");
  const { start, end } =
    findSentences(body, passages).find(({ passage }) => passage === lede) ?? NOTHING;
  const text = body.slice(start, end).replace(/\s+/gu, " ");
  return text === "" ? [] : [{ text, start, end, attribution: null, hedge: null }];
}

const NOTHING = { start: 0, end: 0 };
