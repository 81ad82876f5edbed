import type { IncomingMessage, ServerResponse } from "node:http";
import type { Visitor } from "#core/reply/front-desk.ts";
import type { Log } from "#desk/port/log.ts";
import type { SignInDesk, Way } from "#desk/sign-in.ts";
import { type Attempts, createAttempts } from "./attempts.ts";
import { type SessionCookie, sessionCookie } from "./cookie.ts";
import { RequestError } from "./error.ts";
import { AT_THE_MACHINE } from "./visitor.ts";
import { addressOf, arrivedBy, type Gate, whenceCame } from "./whence.ts";

/** What the doors need of the desk: links are made elsewhere. */
export type Doorkeeper = Omit<SignInDesk, "offer">;

/** Who may come in from elsewhere, and how. */
export interface DoorsOptions extends Gate {
  readonly signIn: Doorkeeper;
  /** How somebody may sign in; empty: nobody can, and nobody from elsewhere gets in. */
  readonly ways: readonly Way[];
  /** Whether what somebody typed is the passphrase; asked where that is one of the ways. */
  readonly isPassphrase: (typed: string) => Promise<boolean>;
  /** Milliseconds that only ever go on. */
  readonly now: () => number;
  /** Somebody with the channels that they edit at this moment; left out: nobody edits single ones. */
  readonly withEdits?: (visitor: Visitor) => Visitor;
}

/** Nobody comes in from elsewhere, and nobody is signed in. */
export const THIS_MACHINE_ALONE: DoorsOptions = {
  ...{ machineAlone: true, url: null, ways: [], now: () => performance.now() },
  isPassphrase: async () => false,
  signIn: {
    look: async () => null,
    byLink: async () => null,
    byPassphrase: async () => null,
    who: async () => null,
    roleIn: async () => null,
    end: async () => undefined,
    endAll: async () => undefined,
  },
};

/** Whoever asks something of the page, as the door saw them. */
export interface Entry {
  /** `null`: somebody from elsewhere who is not signed in. */
  readonly visitor: Visitor | null;
  /** The hash of their session; `null` at the machine, and for whoever has none. */
  readonly session: string | null;
  /** By which their attempts are counted. */
  readonly address: string;
}

/** The page's doors: who comes in, and who goes out. */
export interface Doors {
  readonly ways: readonly Way[];
  readonly signIn: Doorkeeper;
  readonly cookie: SessionCookie;
  /** By each way of its own: what is tried by one holds nobody up who comes by another. */
  readonly attempts: Readonly<Record<Way, Attempts>>;
  readonly isPassphrase: DoorsOptions["isPassphrase"];
  /**
   * Looks at a request before anything of it is read.
   * @throws {RequestError} `foreign` for one that another site had a hand in
   */
  enter(request: IncomingMessage): Promise<Entry>;
}

export function createDoors(options: DoorsOptions): Doors {
  const { signIn, ways, isPassphrase, now, url, withEdits = (visitor) => visitor } = options;
  const cookie = sessionCookie(url?.protocol === "https:");
  return {
    ...{ ways, signIn, cookie, isPassphrase: oneAtATime(isPassphrase) },
    attempts: {
      link: createAttempts({ now, together: false }),
      passphrase: createAttempts({ now, together: true }),
    },
    async enter(request) {
      const arrived = arrivedBy(request);
      const address = addressOf(arrived, options);
      if (whenceCame(arrived, options) === "machine") {
        return { visitor: AT_THE_MACHINE, session: null, address };
      }
      const id = cookie.read(request.headers);
      const found = id === null ? null : await signIn.who(id);
      if (found === null) return { visitor: null, session: null, address };
      return { visitor: withEdits(found.asker), session: found.session, address };
    },
  };
}

/** A hash takes memory and time of which a machine has so much. */
const MOST_WAITING = 8;
/** Seconds after which a crowded door is worth another knock. */
const CROWDED_FOR = 5;

function oneAtATime(isPassphrase: DoorsOptions["isPassphrase"]): DoorsOptions["isPassphrase"] {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return (typed) => {
    if (waiting >= MOST_WAITING) throw tooMany(CROWDED_FOR * 1_000);
    waiting += 1;
    const mine = last
      .then(() => isPassphrase(typed))
      .finally(() => {
        waiting -= 1;
      });
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** @param wait milliseconds */
export function tooMany(wait: number): RequestError {
  const seconds = Math.ceil(wait / 1_000);
  const said =
    seconds < 90
      ? `${seconds} second${seconds === 1 ? "" : "s"}`
      : `${Math.ceil(seconds / 60)} minutes`;
  return new RequestError("too-many", `Too many wrong tries: try again in ${said}.`, {
    retryAfter: seconds,
  });
}

/** A request at the door, on its way to its answer. */
export interface Knock {
  readonly doors: Doors;
  readonly entry: Entry;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly log: Log;
  /** Ends the event streams of sessions that go on no more. */
  readonly ended: () => Promise<void>;
}
