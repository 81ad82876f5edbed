import type { ArticleId } from "#core/article/article.ts";
import { heldReason } from "#core/article/held.ts";
import type { Instant } from "#core/article/instant.ts";
import { channelIn } from "#core/digest/channel.ts";
import { platformLabel } from "#core/digest/subscription.ts";
import type { Message } from "#core/message/message.ts";
import { type Unread, withoutUnread } from "#core/message/unread.ts";
import type { StandingItem, UnseenPart } from "./port/corrections.ts";
import type { Tx } from "./port/unit-of-work.ts";

/**
 * Takes an article out of an edition in which nobody has read of it, since it may not be shown there: no word of it goes out,
 * and its place carries it once it may. Editors find it in the ledger.
 */
export async function takeUnreadOut(tx: Tx, post: StandingItem, now: Instant): Promise<void> {
  const { article, key, filed, posted } = post;
  const parts = await tx.corrections.unseenParts({ key });
  const isItem = parts.some(({ message }) =>
    message.sections.some(({ about }) => about === article),
  );
  const unread: Unread = { id: article, headline: posted.brief.headline, isItem };
  const left: { key: string; message: Message | null }[] = [];
  for (const part of parts) {
    const message = withoutUnread(part.message, unread);
    left.push({ key: part.key, message: message && (await calling(tx, post, part, message)) });
  }
  // What is no other revision than when its place passed it by would not be looked at again.
  const until = heldReason(filed.article, now)?.until ?? null;
  const untold = await tx.corrections.takeOut(post, left, { until, now });
  await noteTakenOut(tx, post, [article, ...untold], now);
}

/** It mentions nobody, unless another of its articles is what it mentions them for. */
async function calling(
  { editions }: Tx,
  { platform }: StandingItem,
  { address }: UnseenPart,
  message: Message,
): Promise<Message> {
  const { mention: group, ...quiet } = message;
  if (group === undefined) return message;
  const articles = message.sections.flatMap(({ about }) => about ?? []);
  const called = await editions.mentioned({ platform, address, group, articles });
  return called.size > 0 ? message : quiet;
}

async function noteTakenOut(
  { archive, ledger }: Tx,
  { subscription, platform }: StandingItem,
  ids: readonly ArticleId[],
  at: Instant,
): Promise<void> {
  const place = `${channelIn(subscription)} on ${platformLabel(platform)}`;
  for (const articleId of ids) {
    const filed = await archive.current(articleId);
    if (filed === null) continue;
    const { path, contentHash } = filed.article;
    const rule = `of an edition of ${place} before anybody had read it there: it might not be shown any more`;
    await ledger.record({ path, contentHash, stage: "left-out", rule, at, articleId });
  }
}
