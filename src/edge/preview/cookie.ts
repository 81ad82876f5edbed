import type { IncomingHttpHeaders } from "node:http";

/** Seconds for which a browser keeps it: as long as a session lasts at most. */
const KEPT_FOR = 30 * 24 * 60 * 60;
/** No header of a browser is longer. */
const LONGEST = 8_192;
/** What an id of a session looks like: anything else is none, and is looked for nowhere. */
const ID = /^[\w-]{20,100}$/;

/** The cookie of those who are signed in: one for the page's public address, which is never sent without TLS. */
export interface SessionCookie {
  /** The id that a request brings; `null` for none. */
  read(headers: IncomingHttpHeaders): string | null;
  /** The value of `Set-Cookie` that gives a browser its id. */
  set(id: string): string;
  /** The one that takes it away. */
  clear(): string;
}

/**
 * Scripts cannot read it, and no other site's request but a link that somebody follows brings it along. With TLS it
 * has the prefix `__Host-`, so that no other host of the domain can set one in its stead (RFC 6265bis, section 4.1.3.2).
 */
export function sessionCookie(secure: boolean): SessionCookie {
  const name = secure ? "__Host-copydesk" : "copydesk";
  const terms = ["Path=/", "HttpOnly", "SameSite=Lax", ...(secure ? ["Secure"] : [])].join("; ");
  return {
    read({ cookie = "" }) {
      const pairs = cookie.slice(0, LONGEST).split(";");
      const own = pairs.map((pair) => pair.trim()).filter((pair) => pair.startsWith(`${name}=`));
      // Two of one name were set by two hosts or paths: which of them is ours nobody can tell.
      const id = own.length === 1 ? own[0]?.slice(name.length + 1) : undefined;
      return id !== undefined && ID.test(id) ? id : null;
    },
    set: (id) => `${name}=${id}; Max-Age=${KEPT_FOR}; ${terms}`,
    clear: () => `${name}=; Max-Age=0; ${terms}`,
  };
}
