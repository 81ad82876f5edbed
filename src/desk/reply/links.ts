import type { ArticleId } from "#core/article/article.ts";
import { knownTo } from "#core/digest/channel.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Question } from "#core/reply/front-desk.ts";
import type { PostedIn } from "#core/reply/search-answer.ts";
import type { PostLink } from "#desk/port/editions.ts";
import { audienceOf, mayReadEdition, type ReplyParts } from "./parts.ts";

/**
 * Where articles were posted last in a channel that may be named where it is asked: one of everybody's, on the same
 * platform and in the same workspace, whose editions may be read there.
 */
export async function postsOf(
  parts: ReplyParts,
  question: Question,
  articles: readonly Filed[],
): Promise<ReadonlyMap<ArticleId, PostedIn>> {
  const ids = articles.map(({ article }) => article.id);
  const links = await parts.linksTo(ids, parts.clock.now());
  const posted = new Map<ArticleId, PostedIn>();
  for (const link of links) {
    if (posted.has(link.article) || !mayLink(parts, question, link)) continue;
    posted.set(link.article, { channel: channelOf(link), url: link.url });
  }
  return posted;
}

function mayLink(parts: ReplyParts, question: Question, link: PostLink): boolean {
  const { asker, place } = question;
  const channel = knownTo(parts.channels(), asker.id).find(({ name }) => name === channelOf(link));
  if (channel === undefined || channel.owner !== undefined) return false;
  if (!mayReadEdition(channel.audience, audienceOf(parts, question))) return false;
  const [platform = "", own = ""] = asker.id.split(":");
  const here = place ?? { platform, address: own };
  return link.platform === here.platform && workspaceOf(link.address) === workspaceOf(here.address);
}

/** `front-page` of `front-page@slack:C0123`. */
function channelOf({ subscription }: PostLink): string {
  return subscription.split("@", 1)[0] ?? subscription;
}

/** The id before an address in one of Slack's further workspaces; empty for any other address. */
function workspaceOf(address: string): string {
  const [before = "", ...behind] = address.split("/");
  return behind.length === 0 ? "" : before;
}
