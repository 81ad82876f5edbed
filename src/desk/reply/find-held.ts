import type { Filed } from "#core/digest/edition.ts";
import type { Clock } from "#desk/port/clock.ts";
import type { HeldCopy } from "#desk/port/held-copy.ts";
import { ID, type Looked, MOST_CHOICES, type Picked, pickArticle } from "./find-article.ts";
import type { ReplyParts } from "./parts.ts";

/** What of the held copy may be named where it is asked. */
export type HeldHere = Pick<HeldCopy, "heldArticle" | "heldLike">;

/** Held articles that an editor's words name: by id or slug, by the headline, else by the text. */
export async function pickHeld(
  heldCopy: HeldHere,
  { clock }: { readonly clock: Clock },
  words: string,
): Promise<readonly Filed[]> {
  const now = clock.now();
  const named = ID.test(words) ? await heldCopy.heldArticle(words, now) : null;
  if (named !== null) return [named];
  const titled = await heldCopy.heldLike(words, "headline", now, MOST_CHOICES);
  return titled.length > 0 ? titled : heldCopy.heldLike(words, "text", now, MOST_CHOICES);
}

/** What an editor's words name among all copy, held or shown; for any other asker as `pickArticle`. */
export async function pickFromAll(
  parts: { readonly archive: Looked } & Pick<ReplyParts, "clock">,
  heldCopy: HeldHere | null,
  words: string,
): Promise<Picked> {
  const shown = await pickArticle(parts, words);
  if (heldCopy === null || (shown.kind === "one" && shown.filed.article.id === words)) return shown;
  const held = await pickHeld(heldCopy, parts, words);
  const fitting = [...shownOf(shown), ...held].slice(0, MOST_CHOICES);
  const [only] = fitting;
  if (only === undefined) return { kind: "none" };
  return fitting.length === 1 ? { kind: "one", filed: only } : { kind: "many", fitting };
}

function shownOf(picked: Picked): readonly Filed[] {
  if (picked.kind === "one") return [picked.filed];
  return picked.kind === "many" ? picked.fitting : [];
}
