import type { TextKind } from "#core/text/kind.ts";
import { tellKind } from "#core/text/tell-kind.ts";
import type { Brief, Draft, WriteBrief } from "./brief.ts";
import { createGate } from "./gate.ts";
import { headlineFrom } from "./headline.ts";
import { evidenceOf } from "./kind-evidence.ts";
import { findLede } from "./lede.ts";
import { pullQuotes } from "./pull-quote.ts";
import { type DraftText, readStory } from "./read.ts";
import { factsOf, quotesOf } from "./ways.ts";
import { senderOf, signerOf, unnamedWriter, writerOf } from "./writer.ts";

/** Makes the writer of briefs, behind the gate; it keeps nothing from one article to the next. */
export function createWriteBrief(): WriteBrief {
  return createGate(writeByRules);
}

function writeByRules(draft: Draft, text: DraftText): Brief {
  const story = readStory(draft, text);
  const told = draft.told ?? tellKind(evidenceOf(draft, story));
  const { kind } = told;
  const headline = story.headline ?? headlineFrom(findLede(story), story.rules.by === "english");
  const facts = factsOf(told, story, ownerOf(kind, draft));
  const quotes = quotesOf(kind, story);
  return {
    id: draft.id,
    headline,
    body: draft.body,
    dateline: draft.dateline,
    language: draft.language,
    kind,
    speakersRead: story.rules.by !== "marks",
    facts,
    quotes,
    pullQuotes: pullQuotes(story, { headline, facts, quotes }),
  };
}

/** Who owns what a text says in its own voice: its writer, or who sends it. A view has an owner also where nobody is named. */
export function ownerOf(kind: TextKind, draft: Draft): string | null {
  if (kind === "release") return senderOf(draft.body);
  const byline = writerOf(draft.byline ?? null);
  if (!VIEWS.has(kind)) return byline;
  return byline ?? signerOf(draft) ?? unnamedWriter(draft);
}

/** Kinds in which a writer tells what they think. */
const VIEWS: ReadonlySet<TextKind> = new Set(["opinion", "advice", "list"]);
