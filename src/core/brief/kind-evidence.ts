import type { KindEvidence } from "#core/text/kind.ts";
import type { Draft } from "./brief.ts";
import type { Story } from "./candidate.ts";
import { signedInTitle } from "./writer.ts";

/** What the kind of a draft is told from, once its story is read. */
export function evidenceOf(draft: Omit<Draft, "id">, story: Story): KindEvidence {
  const { body, passages, sentences, quotes, headline, rules, lostMarks } = story;
  const { byline = null, section = null, genre = null } = draft;
  const told = sentences.filter(({ passage }) => passages[passage]?.kind !== "furniture");
  return {
    ...{ title: draft.title ?? headline, body, byline, section, genre },
    isSignedInTitle: signedInTitle(draft.title ?? "", body) !== null,
    ...{ sentences: told, quoted: quotes, isHeard: rules.by === "english" && !lostMarks },
  };
}
