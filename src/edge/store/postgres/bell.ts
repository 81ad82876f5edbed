import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type Bell, NEWS, type News } from "#desk/port/bell.ts";

/** The channel of PostgreSQL's own by which processes on one database tell each other that there is something to look at. */
const CHANNEL = "copydesk";
/** Milliseconds between two attempts to hear of the others again. */
const AGAIN = 5_000;
/** Milliseconds for an attempt. */
const CONNECT = 5_000;
/** Milliseconds that a server may take to say goodbye. */
const GOODBYE = 1_000;
/** Milliseconds: a connection that a proxy has forgotten is noticed by then. */
const KEEP_ALIVE_DELAY = 10_000;

/**
 * Hears of what other processes have done as soon as they say so (PostgreSQL's docs, "LISTEN"), by a connection of its own. What is
 * said while it is away is lost: who waits for it must ask now and then all the same.
 * @param own by what this process is told from the others
 * @param notify says it to all who listen
 */
export function openBell(
  { url, application }: { readonly url: string; readonly application: string },
  own: string,
  notify: (channel: string, payload: string) => Promise<unknown>,
): Bell {
  const hearing: ((news: News | null) => void)[] = [];
  let client: pg.Client | null = null;
  let again: NodeJS.Timeout | undefined;
  let isClosed = false;
  const hear = (news: News | null) => {
    for (const told of hearing) told(news);
  };
  const listen = async () => {
    const next = new pg.Client({
      connectionString: url,
      application_name: application,
      connectionTimeoutMillis: CONNECT,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY,
    });
    client = next;
    const lost = Promise.withResolvers<void>();
    next.on("error", () => lost.resolve());
    next.on("end", () => lost.resolve());
    next.on("notification", ({ payload = "" }) => {
      const [from, said] = payload.split(" ");
      // A later version may have more to say.
      if (from !== own) hear(NEWS.find((news) => news === said) ?? null);
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    // Something may have been said since it was lost.
    hear(null);
    await lost.promise;
  };
  const keep = async () => {
    // Whoever is not told asks within seconds: a database that is away is told of by those who need it.
    await listen().catch(() => undefined);
    void client?.end().catch(() => undefined);
    if (!isClosed) again = setTimeout(() => void keep(), AGAIN).unref();
  };
  void keep();
  return {
    onRing: (told) => void hearing.push(told),
    ring: (news) => void notify(CHANNEL, `${own} ${news}`).catch(() => undefined),
    async close() {
      isClosed = true;
      clearTimeout(again);
      const ended = client?.end().catch(() => undefined);
      // A server that hangs says no goodbye, and the shift is still to be given back.
      await Promise.race([ended, sleep(GOODBYE, undefined, { ref: false })]);
    },
  };
}
