import { createFeedDesk, type FeedParts } from "#desk/feeds.ts";
import type { Finding } from "#desk/port/chat-service.ts";
import { FeedError, type FeedOrder, type FetchFeed } from "#desk/port/feed.ts";
import { contentHash } from "./identity.ts";

/** Milliseconds from one look at what is due to the next. */
const LOOK = 5_000;

/** Brings feeds while the bot works; what asks for them is loaded where there are any. @returns what ends it */
export async function bringFeeds(
  parts: Omit<FeedParts, "fetch" | "hash" | "now" | "jitter">,
): Promise<() => Promise<void>> {
  if (parts.feeds.length === 0) return async () => undefined;
  const stopping = new AbortController();
  const desk = createFeedDesk({
    ...parts,
    isOurs: () => !stopping.signal.aborted && parts.isOurs(),
    ...{ fetch: await fetchOf(stopping.signal), hash: contentHash },
    ...{ now: () => performance.now(), jitter: Math.random },
  });
  let looking: Promise<unknown> = Promise.resolve();
  const look = () => {
    looking = Promise.all([looking, desk.look()]);
  };
  look();
  const timer = setInterval(look, LOOK);
  return async () => {
    clearInterval(timer);
    stopping.abort();
    await looking;
  };
}

async function fetchOf(stopped?: AbortSignal): Promise<FetchFeed> {
  const [{ createFetchFeed }, { feedReader }, { decode }] = await Promise.all([
    import("#edge/feed/fetch-feed.ts"),
    import("#edge/format/feed.ts"),
    import("#edge/format/encoding.ts"),
  ]);
  return createFetchFeed({
    ...(stopped !== undefined && { stopped }),
    isFeed(bytes) {
      const decoded = decode(bytes);
      return decoded.ok && feedReader.recognises({ extension: "", text: decoded.text });
    },
  });
}

/** Asks each feed once, and keeps nothing. */
export async function lookAtFeeds(feeds: readonly FeedOrder[]): Promise<readonly Finding[]> {
  if (feeds.length === 0) return [];
  const fetch = await fetchOf();
  return Promise.all(
    feeds.map(async (feed) => {
      const subject = `Feed ${feed.name}`;
      try {
        await fetch(feed, null);
        return { subject, ok: true, says: "it can be read" };
      } catch (error) {
        if (!(error instanceof FeedError)) throw error;
        return { subject, ok: false, says: error.message };
      }
    }),
  );
}
