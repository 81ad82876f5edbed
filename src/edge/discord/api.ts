import { DefaultRestOptions, REST, type RESTOptions } from "discord.js";
import { createPace, type Pace } from "./pace.ts";
import { leftToOthers, type Part } from "./part.ts";

export interface ApiOptions {
  readonly token: string;
  /** Another server than Discord's own: `http://127.0.0.1:4004/api`. */
  readonly api: string | undefined;
  /** Milliseconds that one request may take until its reply begins. */
  readonly timeout: number;
  /** Ends every call that is under way. */
  readonly signal: AbortSignal;
  /** Asked right before a request is sent, and ends it once it is aborted; left out: nothing does. */
  readonly whileOurs?: (() => AbortSignal) | undefined;
  /** Shared by all that calls with this token; left out: nothing else does. */
  readonly pace?: Pace;
  /** For questions that somebody waits for: they go before the line. */
  readonly hurried?: boolean;
}

/** Discord's REST API, one try a call. Replies are `unknown`: whoever asks says what they must be. */
export interface Api {
  /** Milliseconds after which to come again, when too many calls wait already; 0: now. */
  comeAgainIn(): number;
  /** Milliseconds after which so many more calls can wait; 0: now. */
  roomFor(count: number): number;
  get(route: `/${string}`, query?: Readonly<Record<string, string>>): Promise<unknown>;
  post(route: `/${string}`, body: unknown): Promise<unknown>;
  put(route: `/${string}`, body: unknown): Promise<unknown>;
  patch(route: `/${string}`, body: unknown): Promise<unknown>;
  /** Routes of an interaction: they hold their own token. */
  answer(method: "POST" | "PATCH", route: `/${string}`, body: unknown): Promise<unknown>;
}

/**
 * Milliseconds. A shorter wait is spent in the SDK's queue, which keeps the order of a channel; a
 * longer one goes back to the outbox. A channel's bucket of messages opens again within five seconds.
 */
const PATIENCE = 5_500;

/**
 * Calls a second: "All bots can make up to 50 requests per second to our API" (Discord docs, "Rate
 * Limits", Global Rate Limit). Going at 48, the fifty are not used up by calls that are on their way.
 * The SDK would send fifty at once and then wait for the second to end, by its own clock.
 */
const MOST_A_SECOND = 50;
const A_SECOND = 48;

/** Milliseconds for the whole of a call, its waits included: what is cut off here hangs in its reply. */
const OVERHEAD = 2 * PATIENCE;

/**
 * How our calls go out. The SDK's own retries are off, since one whose reply was lost would be a
 * second message.
 *
 * It waits by itself for a bucket that it knows to be empty, and nothing is sent meanwhile. A 429
 * that comes back all the same is a limit that it did not know of, and is told at once. Both reach
 * `rejectOnRateLimit`: before a request, the SDK gives one figure for `retryAfter` and `timeToReset`.
 */
export function restOptions({
  api,
  timeout,
}: Pick<ApiOptions, "api" | "timeout">): Partial<RESTOptions> {
  return {
    version: "10",
    retries: 0,
    timeout,
    rejectOnRateLimit: ({ route, retryAfter, timeToReset }) =>
      !isAnswer(route) && (retryAfter !== timeToReset || retryAfter > PATIENCE),
    ...(api !== undefined && { api }),
  };
}

/** Answers wait: their token is good for fifteen minutes, and nobody else would come back to them. */
function isAnswer(route: string): boolean {
  return route.startsWith("/webhooks") || route.startsWith("/interactions");
}

/**
 * The pace that all calls of a process keep together.
 * @param part what this process does with the token at a moment; left out: all that is done with it
 */
export function createGlobalPace(part: () => Part = () => WHOLE): Pace {
  return createPace({
    ...{ aSecond: A_SECOND, most: MOST_A_SECOND, patience: PATIENCE },
    left: () => leftToOthers(part(), MOST_A_SECOND),
  });
}

const WHOLE: Part = { posts: true, connects: true, isAlone: true };

/** How the gateway's own calls go out: they are few, and nothing works before they have gone. */
export function pacedRequests(pace: Pace): RESTOptions["makeRequest"] {
  return async (url, init) => {
    const replied = await pace.hurry();
    try {
      return await DefaultRestOptions.makeRequest(url, init);
    } finally {
      replied();
    }
  };
}

export function createApi(options: ApiOptions): Api {
  // The pace keeps the global limit; what the SDK held back for it would go out in crowds.
  const settings = {
    ...restOptions(options),
    ...(options.whileOurs !== undefined && { makeRequest: guarded(options.whileOurs) }),
    globalRequestsPerSecond: Infinity,
  };
  const client = renewed(() => new REST(settings));
  const signal = () =>
    AbortSignal.any([options.signal, AbortSignal.timeout(options.timeout + OVERHEAD)]);
  const { pace = createGlobalPace(), hurried = false } = options;
  const paced = async (call: (rest: REST, signal: AbortSignal) => Promise<unknown>) => {
    const replied = await (hurried ? pace.hurry() : pace.take());
    try {
      // A 401 makes the SDK forget its token, and every later call would fail without being sent.
      return await call(client().setToken(options.token), signal());
    } finally {
      replied();
    }
  };
  return {
    comeAgainIn: () => pace.comeAgainIn(),
    roomFor: (count) => pace.roomFor(count),
    get: (route, query) =>
      paced((rest, signal) => {
        const asked = query !== undefined && { query: new URLSearchParams(query) };
        return rest.get(route, { signal, ...asked });
      }),
    post: (route, body) => paced((rest, signal) => rest.post(route, { body, signal })),
    put: (route, body) => paced((rest, signal) => rest.put(route, { body, signal })),
    patch: (route, body) => paced((rest, signal) => rest.patch(route, { body, signal })),
    // "Interaction endpoints are not bound to the bot's Global Rate Limit" (Discord docs, the same page).
    answer: (method, route, body) => {
      const request = { body, auth: false, signal: signal() };
      const rest = client();
      return method === "POST" ? rest.post(route, request) : rest.patch(route, request);
    },
  };
}

/** A call may have waited in the SDK's line since it was allowed, and the process have stood still meanwhile. */
function guarded(whileOurs: () => AbortSignal): RESTOptions["makeRequest"] {
  return (url, init) => {
    const ours = whileOurs();
    ours.throwIfAborted();
    const own = init.signal instanceof AbortSignal ? [init.signal] : [];
    return DefaultRestOptions.makeRequest(url, {
      ...init,
      signal: AbortSignal.any([ours, ...own]),
    });
  };
}

/** Milliseconds by which a clock is put back at least: it is put right by less all the time. */
const PUT_BACK = 1_000;

/**
 * The SDK remembers until what moment of the clock a bucket is empty: where the clock was put back, it would
 * hold the bucket's calls until that moment comes once more. So it is made anew then.
 */
function renewed(make: () => REST): () => REST {
  let rest = make();
  let looked = Date.now();
  return () => {
    const now = Date.now();
    if (now < looked - PUT_BACK) {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      rest = make();
    }
    looked = now;
    return rest;
  };
}
