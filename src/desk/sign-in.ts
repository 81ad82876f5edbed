import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import type { Role } from "#core/access/role.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Asker, Visitor } from "#core/reply/front-desk.ts";
import type { Belonging } from "./port/chat-service.ts";
import type { Clock } from "./port/clock.ts";
import type { Log } from "./port/log.ts";
import type { Secrets } from "./port/secrets.ts";
import type { Session, Sessions } from "./port/sessions.ts";
import type { StoreOf } from "./port/unit-of-work.ts";
import { createRoles, type RoleNow } from "./role-now.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds that a link is good for. */
export const LINK_LASTS = 10 * MINUTE;
/** Milliseconds after which a session ends that nobody used. */
export const IDLE_MOST = 7 * DAY;
/** Milliseconds after which a session ends however much it was used. */
export const SESSION_LASTS = 30 * DAY;
/** Milliseconds within which it is not noted again that somebody was heard of: each note is a write. */
const NOTED_FOR = HOUR;

/** How people show who they are. */
export type Way = "link" | "passphrase";

export interface SignInParts {
  readonly store: StoreOf<"sessions">;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly log: Log;
  /** Left out: no platform can be asked. */
  readonly roleNow?: RoleNow;
  /** The asker that whoever knows the passphrase is, and by what their sessions end once it is another; `null`: there is none. */
  readonly passphrase: { readonly asker: Asker; readonly mark: string } | null;
}

/** Somebody who is signed in, with the role that they have at this moment, and as whom they are answered. */
export interface SignedIn {
  /** The session, by its hash: it may be told of in the log. */
  readonly session: string;
  readonly asker: Visitor;
}

/** Somebody who has just signed in. */
export interface Begun {
  /** For their browser's cookie, and for nobody else. */
  readonly id: string;
  readonly asker: Asker;
}

/** Who may come in by the page's door, and who is in. */
export interface SignInDesk {
  /** The key of a new link for somebody: good once, for ten minutes; their earlier link is good no more. */
  offer(asker: Asker): Promise<string>;
  /** Who would be signed in by a key, which is not used up by that; `null` where it is good for nothing. */
  look(key: string): Promise<Asker | null>;
  /**
   * Uses a key up. A session always begins with an id that nobody had before.
   * @param before the id that the browser has, whose session ends; `null` for none
   */
  byLink(key: string, before: string | null): Promise<Begun | null>;
  /** For somebody of whom it is known that they know the passphrase. */
  byPassphrase(before: string | null): Promise<Begun | null>;
  /** `null` for whoever is not signed in, or not any more. */
  who(id: string): Promise<SignedIn | null>;
  /** What whoever has a session, by its hash, may do at this moment; `null`: it goes on no more. */
  roleIn(session: string): Promise<Role | null>;
  end(session: string): Promise<void>;
  /** Everywhere: in every browser, and by any link that is still on its way. */
  endAll(asker: Asker["id"]): Promise<void>;
}

export function createSignInDesk(parts: SignInParts): SignInDesk {
  const { store, clock, secrets, log, passphrase } = parts;
  const roles = createRoles(parts);
  /** What sessions by a passphrase are known by: they end once it is another one, or none. */
  const mark = passphrase === null ? null : `passphrase ${secrets.digest(passphrase.mark)}`;
  const goesOn = (session: Session | null): session is Session =>
    session !== null &&
    !isOver(session, clock.now()) &&
    (session.proof === BY_LINK || session.proof === mark);
  const belonging = async (session: Session): Promise<Belonging | "gone"> => {
    const found = session.proof === BY_LINK ? await roles.of(session) : knowingIt(session);
    if (found !== "gone") return found;
    await store.sessions.endAll(session.asker.id);
    log.info("signed out", { asker: session.asker.id, says: "they have left" });
    return found;
  };
  const begin = async (
    sessions: Sessions,
    asker: Asker,
    proof: string,
    before: string | null,
  ): Promise<Begun> => {
    const id = secrets.fresh();
    const now = clock.now();
    if (before !== null) await sessions.end(secrets.digest(before));
    await sessions.dropOld({ begun: now - SESSION_LASTS, seen: now - IDLE_MOST });
    const hash = secrets.digest(id);
    await sessions.begin({ hash, asker, proof, begun: now, seen: now });
    return { id, asker };
  };
  /** All of it or nothing: a key that was used up for no session would be lost. */
  const signIn = async (work: (sessions: Sessions) => Promise<Begun | null>) => {
    const begun = await store.transaction(({ sessions }) => work(sessions));
    if (begun !== null) log.info("signed in", { asker: begun.asker.id, role: begun.asker.role });
    return begun;
  };
  return {
    async offer(asker) {
      const key = secrets.fresh();
      const now = clock.now();
      const offer = { hash: secrets.digest(key), asker, until: now + LINK_LASTS };
      await store.sessions.offer(offer, now);
      log.info("sign-in link made", { asker: asker.id, role: asker.role });
      return key;
    },
    look: async (key) =>
      (await store.sessions.offered(secrets.digest(key), clock.now()))?.asker ?? null,
    byLink: (key, before) =>
      signIn(async (sessions) => {
        const offer = await sessions.take(secrets.digest(key), clock.now());
        return offer === null ? null : begin(sessions, offer.asker, BY_LINK, before);
      }),
    async byPassphrase(before) {
      if (passphrase === null || mark === null) return null;
      return signIn((sessions) => begin(sessions, passphrase.asker, mark, before));
    },
    async who(id) {
      const session = await store.sessions.find(secrets.digest(id));
      if (!goesOn(session)) return null;
      const found = await belonging(session);
      if (found === "gone") return null;
      const now = clock.now();
      if (now - session.seen >= NOTED_FOR) await store.sessions.saw(session.hash, now);
      const { role, whereabouts: as } = found;
      return { session: session.hash, asker: { ...session.asker, role, as } };
    },
    async roleIn(hash) {
      const session = await store.sessions.find(hash);
      const found = goesOn(session) ? await belonging(session) : "gone";
      return found === "gone" ? null : found.role;
    },
    end: (session) => store.sessions.end(session),
    async endAll(asker) {
      await store.sessions.endAll(asker);
      log.info("signed out everywhere", { asker });
    },
  };
}

const BY_LINK = "link";

/** Whoever knows the passphrase has been told it by the newsroom. */
function knowingIt({ asker: { role } }: Session): Belonging {
  return { role, whereabouts: OF_THE_NEWSROOM };
}

/** By the clock as it is: one that is put back by a day gives a session a day more, and no new one. */
function isOver({ begun, seen }: Pick<Session, "begun" | "seen">, now: Instant): boolean {
  return now - begun >= SESSION_LASTS || now - seen >= IDLE_MOST;
}
