import type { Instant } from "#core/article/instant.ts";
import type { Asker } from "#core/reply/front-desk.ts";

/** A link that somebody may sign in by, once. */
export interface SignInOffer {
  /** Of the key in the link, which is kept nowhere. */
  readonly hash: string;
  /** With the role that was found when they asked for it. */
  readonly asker: Asker;
  /** From this moment on it is good for nothing. */
  readonly until: Instant;
}

/** Somebody who is signed in on the page, in one browser. */
export interface Session {
  /** Of the id in the browser's cookie, which is kept nowhere. */
  readonly hash: string;
  /** With the role that they had when they signed in. */
  readonly asker: Asker;
  /** By what they signed in, as the desk knows it again: what it no longer knows ends the session. */
  readonly proof: string;
  readonly begun: Instant;
  /** When they were last heard of. */
  readonly seen: Instant;
}

/** Port: who is signed in on the page, and who may be. Secrets reach it as hashes alone. */
export interface Sessions {
  /** Replaces an earlier offer to the same asker, and drops those that are good for nothing at `now`. */
  offer(offer: SignInOffer, now: Instant): Promise<void>;
  /** Looks at an offer and leaves it as it is; `null` where it is gone, or too old at `now`. */
  offered(hash: string, now: Instant): Promise<SignInOffer | null>;
  /** The same, and uses it up: of any number who ask for one, in any processes, one gets it. */
  take(hash: string, now: Instant): Promise<SignInOffer | null>;
  begin(session: Session): Promise<void>;
  find(hash: string): Promise<Session | null>;
  /** Notes that somebody was heard of; a session that has ended stays so. */
  saw(hash: string, at: Instant): Promise<void>;
  end(hash: string): Promise<void>;
  /** Ends all that somebody has, and takes back what was offered to them. */
  endAll(asker: string): Promise<void>;
  /** Drops sessions that began, or were last heard of, before these moments. */
  dropOld(before: { readonly begun: Instant; readonly seen: Instant }): Promise<void>;
}
