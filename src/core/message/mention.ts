import type { ArticleId } from "#core/article/article.ts";
import type { Edition } from "#core/digest/edition.ts";
import { itemsAsRead } from "./in-sections.ts";
import type { Budget, Message } from "./message.ts";

/** Whom an edition mentions, and because of which of its articles. */
export interface Call {
  /** The platform's own id of a role or a user group. */
  readonly group: string;
  /** Flashes of events of which nobody was told so yet; one at least. */
  readonly articles: readonly ArticleId[];
}

/** IPTC's urgency of a flash. */
const FLASH = 1;

/**
 * The articles for which an edition may mention somebody, in the order in which it is read: the flashes of what goes out
 * at once. A digest has its own pace, and what goes out within quiet hours makes no sound.
 */
export function flashesIn(edition: Edition): readonly ArticleId[] {
  const { kind, silent = false } = edition;
  if (kind !== "at-once" || silent) return [];
  const flashes = itemsAsRead(edition).filter(({ filed }) => filed.article.urgency === FLASH);
  return flashes.map(({ filed }) => filed.article.id);
}

/** Leaves room for a mention in whichever message it will stand. */
export function withRoomFor({ group }: Call, budget: Budget): Budget {
  return { fits: (message) => budget.fits({ ...message, mention: group }) };
}

/** Says whether a message tells one of the articles. */
export function tells({ sections }: Message, { articles }: Call): boolean {
  return sections.some(({ about }) => about !== undefined && articles.includes(about));
}

/** A message that mentions nobody: whatever becomes of a post mentions nobody once more. */
export function unmentioned({ mention: _mention, ...message }: Message): Message {
  return message;
}
