import type { Edition, Item } from "#core/digest/edition.ts";
import { ORDINARY_URGENCY } from "#core/digest/topic-match.ts";
import type { Message, Section, Tone } from "./message.ts";

/** What wires call their urgencies 1 to 3. */
const RANKS: Readonly<Record<number, string>> = { 1: "Flash", 2: "Bulletin", 3: "Urgent" };
const TONES: Readonly<Record<number, Tone>> = { 1: "flash", 2: "bulletin" };

/** The rank of an edition's most pressing article; `null` where nothing in it is urgent. */
export function rankOf(edition: Edition): string | null {
  return RANKS[highest(edition)] ?? null;
}

/** What presses in an edition that goes out at once; a digest has its own pace. */
export function editionTone(edition: Edition): Tone | null {
  return edition.kind === "at-once" ? (TONES[highest(edition)] ?? null) : null;
}

function highest({ items }: Edition): number {
  return Math.min(...items.map(({ filed }) => filed.article.urgency ?? ORDINARY_URGENCY));
}

/** What presses in an item: that readers were told something wrong comes first. */
export function toneOf({ filed, update, story }: Item): Tone | null {
  if (update && story?.mark === "correction") return "correction";
  const urgent = TONES[filed.article.urgency ?? ORDINARY_URGENCY];
  return urgent ?? (update ? "update" : null);
}

/** `Flash`, before the headline of one; an edition at once says it in its title. */
export function rankMark({ filed }: Item): readonly string[] {
  const { urgency } = filed.article;
  const rank = urgency === null || TONES[urgency] === undefined ? undefined : RANKS[urgency];
  return rank === undefined ? [] : [rank];
}

/**
 * The one tone of a whole message, by what stands in it now; `null` for none. Where nothing is left of it, it is a kill;
 * what is said of the only article goes before what the title says, and what a title said of an article that is gone
 * counts no more.
 */
export function messageTone({ sections }: Message): Tone | null {
  const [head] = sections;
  const items = itemsIn(sections);
  const standing = items.filter(({ tone }) => tone !== "kill");
  if (items.length > 0 && standing.length === 0) return "kill";
  const titled = head?.about === undefined ? (head?.tone ?? null) : null;
  const [only] = items.length === 1 ? items : [];
  if (only !== undefined) return only.tone === "correction" ? only.tone : (titled ?? ownTone(only));
  if (titled === null || standing.length === items.length) return titled;
  const tones = standing.map(ownTone);
  return PRESSING.find((tone) => tones.includes(tone)) ?? null;
}

/** Of what a title says. */
const PRESSING: readonly Tone[] = ["flash", "bulletin"];

/** An article may stand in several sections: the first of them. */
function itemsIn(sections: readonly Section[]): readonly Section[] {
  const items = sections.filter(({ about }) => about !== undefined);
  return [...Map.groupBy(items, ({ about }) => about).values()].flatMap(([first]) => first ?? []);
}

function ownTone({ tone, drawn }: Section): Tone | null {
  return tone ?? (typeof drawn === "object" ? drawn.said : undefined) ?? null;
}
