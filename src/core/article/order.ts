import type { Article } from "./article.ts";

/** A longer text is a story of its own, whatever it says of itself. */
const NOTICE_LENGTH = 1500;

/** What tells an order from a text. */
export type OrderFields = Pick<Article, "status" | "announced" | "body">;

/**
 * Says whether copy orders something about an article and is no text of it: a kill, or a note to
 * withhold, which often carries nothing of its story but its name.
 */
export function isOrder({ status, announced, body }: OrderFields): boolean {
  if (status === "usable") return false;
  return body.trim() === "" || (announced !== null && body.length < NOTICE_LENGTH);
}

/** Says whether an article is an order that met nothing yet: there is no text of it. */
export function isBareOrder(article: OrderFields): boolean {
  return isOrder(article) && article.body.trim() === "";
}

/**
 * An article as an order leaves it. Its text stays, so that its posts can say what was withdrawn and
 * its editors can find it. A kill takes its own version and date, because what comes late is told by
 * them; without any, what was published up to now is late.
 */
export function asOrdered(before: Article, order: Article): Article {
  const { status, announced, version, published, takenIn, path } = order;
  const note = order.editorNote ?? before.editorNote;
  const dated = status === "killed" ? { version, published: published ?? takenIn } : {};
  return { ...before, ...dated, status, announced, editorNote: note, orderedBy: path };
}

/** A story that comes after the order about it: it is known, and shown nowhere. */
export function underOrder(order: Article, story: Article): Article {
  const { status, announced, version, published, takenIn, path } = order;
  const orderedBy = order.orderedBy ?? path;
  const dated = status === "killed" ? { version, published: published ?? takenIn } : {};
  return { ...story, ...dated, status, announced, orderedBy };
}
