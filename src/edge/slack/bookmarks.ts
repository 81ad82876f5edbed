import type { webApi } from "@slack/bolt";
import type { Log } from "#desk/port/log.ts";
import { deliveryError, explain } from "./failure.ts";
import { BOOKMARK_SCOPES } from "./scopes.ts";

/** A post that is kept at hand at the head of its channel. */
export interface Kept {
  readonly channel: string;
  readonly title: string;
  /** Its permalink. */
  readonly link: string;
}

/** Keeps one bookmark a channel, which leads to the latest digest there. */
export interface Bookmarks {
  /**
   * Returns at once: no post waits for its bookmark. Of several posts of a channel the last is kept.
   * @param granted what the token may do, as Slack has told with the post; `null`: it has not
   */
  keep(post: Kept, granted: readonly string[] | null): void;
}

export interface BookmarksParts {
  readonly client: webApi.WebClient;
  /**
   * Milliseconds between two channels. Each takes a look, of Tier 3, and a write of Tier 2, "20+ per minute" (Slack docs,
   * "bookmarks.list", "bookmarks.edit", Rate limits).
   */
  readonly every: number;
  readonly log: Pick<Log, "info">;
}

/** By this sign, and by where it leads, ours is found again: nothing is stored, and a crash leaves no second one. */
const EMOJI = ":newspaper:";
/** None is documented. */
const TITLE_MOST = 150;

/**
 * The bookmarks of one workspace, one channel after the other. Where they are not to be had, the log says so once, and
 * posts go on.
 */
export function createBookmarks({ client, every, log }: BookmarksParts): Bookmarks {
  const waiting = new Map<string, Kept>();
  let working = false;
  let isTold = false;
  let isDenied = false;
  const tell = (says: string) => {
    if (!isTold) log.info("slack bookmarks not kept", { says });
    isTold = true;
  };
  const attempt = async (post: Kept): Promise<number> => {
    try {
      await keepOne(client, post);
      return every;
    } catch (error) {
      const failure = deliveryError(error, `keeping a bookmark in ${post.channel}`);
      // Slack asks to wait: a newer post may have come meanwhile.
      if (failure.code === "rate-limited") {
        if (!waiting.has(post.channel)) waiting.set(post.channel, post);
        return Math.max(every, failure.retryAfter ?? MINUTE);
      }
      tell(explain(error));
      return every;
    }
  };
  const work = async () => {
    working = true;
    for (let next = first(waiting); next !== undefined; next = first(waiting)) {
      waiting.delete(next.channel);
      await passed(await attempt(next));
    }
    working = false;
  };
  return {
    keep(post, granted) {
      const missing = BOOKMARK_SCOPES.filter(({ scope }) => granted?.includes(scope) === false);
      isDenied = granted === null ? isDenied : missing.length > 0;
      if (isDenied) {
        return tell(`${missing.map(({ scope }) => scope).join(", ")} not granted`);
      }
      waiting.set(post.channel, post);
      if (!working) void work();
    },
  };
}

const MINUTE = 60_000;

function first(waiting: ReadonlyMap<string, Kept>): Kept | undefined {
  return waiting.values().next().value;
}

/** The end of the process waits for no bookmark: the next digest sets it. */
async function passed(milliseconds: number): Promise<void> {
  if (milliseconds <= 0) return;
  await new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

/** One that leads to a later post already stays: a delivery that comes late takes nothing back. */
async function keepOne(client: webApi.WebClient, { channel, title, link }: Kept): Promise<void> {
  const { bookmarks = [] } = await client.bookmarks.list({ channel_id: channel });
  const ours = bookmarks.find((one) => one.emoji === EMOJI && momentIn(one.link, channel) !== null);
  const wanted = { title: title.slice(0, TITLE_MOST), link, emoji: EMOJI };
  if (ours?.id === undefined) {
    await client.bookmarks.add({ channel_id: channel, type: "link", ...wanted });
  } else if (isLater(momentIn(link, channel), momentIn(ours.link, channel))) {
    await client.bookmarks.edit({ channel_id: channel, bookmark_id: ours.id, ...wanted });
  }
}

/** `…/archives/C1/p1700000000000100`: when the post was made, in microseconds; `null`: it leads elsewhere. */
function momentIn(link: string | undefined, channel: string): bigint | null {
  const found = /\/archives\/(?<channel>\w+)\/p(?<moment>\d+)(?:$|\?)/u.exec(link ?? "")?.groups;
  return found?.channel === channel && found.moment !== undefined ? BigInt(found.moment) : null;
}

function isLater(moment: bigint | null, other: bigint | null): boolean {
  return moment !== null && (other === null || moment > other);
}
