import { mayGive, mayGiveAny } from "#core/access/may-give.ts";
import type { Article } from "#core/article/article.ts";
import { isKilled } from "#core/article/held.ts";
import type { CommandName } from "#core/reply/command.ts";
import { COMMANDS, commandOf, optionOf } from "#core/reply/command.ts";
import type { Asked, Suggestion } from "#core/reply/front-desk.ts";
import type { NameKind } from "#core/reply/sought.ts";
import { zonesLike } from "#core/reply/zone.ts";
import { namedTo } from "#desk/open-channels.ts";
import type { ReplyParts } from "./parts.ts";

/** Both platforms take at most this many choices while someone types. */
const MOST_SUGGESTIONS = 25;
/** Longer texts are no beginning of a name. */
const LONGEST_TYPED = 100;

/** What may be meant by what is typed so far, for an option that suggests. */
export async function suggestFor(
  parts: ReplyParts,
  command: CommandName,
  option: string,
  typed: string,
  asked: Asked,
): Promise<readonly Suggestion[]> {
  const grammar = commandOf(command);
  const spec = grammar === null ? null : optionOf(grammar, option);
  if (grammar === null || spec?.suggests !== true) return [];
  if (!mayGiveAny(grammar, asked.asker)) return [];
  const text = typed.slice(0, LONGEST_TYPED);
  switch (spec.kind) {
    case "article":
      return [
        ...(await held(parts, command, text)),
        ...(await shownHeadlines(parts, command, text)),
      ].slice(0, MOST_SUGGESTIONS);
    case "speaker":
      return names(parts, "speaker", text);
    case "subject":
      return names(parts, "topic", text);
    case "source":
      return names(parts, "source", text);
    case "place":
      return names(parts, "place", text);
    case "topics":
      return topics(parts, text);
    case "channel":
      return begun(
        text,
        namedTo(parts.channels(), asked)
          .map(({ name }) => name)
          .filter((name) => mayGive(grammar, asked.asker, name)),
      );
    case "command":
      return begun(
        text,
        COMMANDS.map(({ name }) => name),
      );
    case "zone":
      return zonesLike(text).slice(0, MOST_SUGGESTIONS).map(plain);
    default:
      return [];
  }
}

/** Commands that name copy which readers may not see, and what of it each of them takes. */
const HELD_FOR: Readonly<Partial<Record<CommandName, (article: Article) => boolean>>> = {
  why: () => true,
  kill: (article) => !isKilled(article),
  hold: (article) => !isKilled(article) && article.decision?.kind !== "hold",
  mend: (article) => !isKilled(article),
  // A publisher's kill is nobody's to take back.
  release: ({ status }) => status !== "killed",
};
/** What is killed is left out after it is looked up. */
const MOST_LOOKED_AT = 2 * MOST_SUGGESTIONS;

async function held(
  { clock, heldCopy }: ReplyParts,
  command: CommandName,
  typed: string,
): Promise<readonly Suggestion[]> {
  const takes = HELD_FOR[command];
  if (takes === undefined || heldCopy === null) return [];
  const found = await heldCopy.heldLike(typed, "headline", clock.now(), MOST_LOOKED_AT);
  return found
    .filter(({ article }) => takes(article))
    .map(({ article, brief }) => {
      const is = isKilled(article) ? "Killed" : "Held";
      return { label: `${is} · ${brief.headline}`, value: article.id };
    });
}

/** What is shown needs no release. */
async function shownHeadlines(
  parts: ReplyParts,
  command: CommandName,
  typed: string,
): Promise<readonly Suggestion[]> {
  return command === "release" ? [] : headlines(parts, typed);
}

const plain = (name: string): Suggestion => ({ label: name, value: name });

async function headlines(
  { archive, clock }: ReplyParts,
  typed: string,
): Promise<readonly Suggestion[]> {
  const listed = await archive.headlines(typed, clock.now(), MOST_SUGGESTIONS);
  return listed.map(({ id, headline }) => ({ label: headline, value: id }));
}

async function names(
  { archive, clock }: ReplyParts,
  kind: NameKind,
  typed: string,
): Promise<readonly Suggestion[]> {
  return (await archive.names(kind, typed, clock.now(), MOST_SUGGESTIONS)).map(plain);
}

/** Completes the last word of an expression with a tag: `flood OR wea` → `flood OR tag:weather`. */
async function topics(parts: ReplyParts, typed: string): Promise<readonly Suggestion[]> {
  const { before = "", last = "" } =
    /^(?<before>.*[\s(])?(?:tag:)?(?<last>[^\s()]*)$/su.exec(typed)?.groups ?? {};
  const found = await parts.archive.names("topic", last, parts.clock.now(), MOST_SUGGESTIONS);
  return found
    .map((name) => `${before}tag:${/\s/u.test(name) ? `"${name}"` : name}`)
    .filter((text) => text.length <= LONGEST_TYPED)
    .map(plain);
}

function begun(typed: string, all: readonly string[]): readonly Suggestion[] {
  const start = typed.trim().replace(/^[/#]/, "").toLowerCase();
  return all
    .filter((name) => name.startsWith(start))
    .slice(0, MOST_SUGGESTIONS)
    .map(plain);
}
