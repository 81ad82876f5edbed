import type { ArticleId } from "#core/article/article.ts";
import { isFor } from "#core/article/audience.ts";
import { channelIn, knownTo } from "#core/digest/channel.ts";
import type { Filed } from "#core/digest/edition.ts";
import type { Question } from "#core/reply/front-desk.ts";
import type { PostedIn } from "#core/reply/search-answer.ts";
import type { PostLink } from "#desk/port/editions.ts";
import type { ReplyParts } from "./parts.ts";

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
    posted.set(link.article, { channel: channelIn(link.subscription), url: link.url });
  }
  return posted;
}

function mayLink(parts: ReplyParts, question: Question, link: PostLink): boolean {
  const { asker, place } = question;
  const channel = knownTo(parts.channels(), asker.id).find(
    ({ name }) => name === channelIn(link.subscription),
  );
  if (channel === undefined || channel.owner !== undefined) return false;
  if (!isFor(channel.audience, parts.readers.audience)) return false;
  const [platform = "", own = ""] = asker.id.split(":");
  const here = place ?? { platform, address: own };
  return link.platform === here.platform && workspaceOf(link.address) === workspaceOf(here.address);
}

/** The id before an address in one of Slack's further workspaces; empty for any other address. */
function workspaceOf(address: string): string {
  const [before = "", ...behind] = address.split("/");
  return behind.length === 0 ? "" : before;
}
