import { OUTSIDE } from "#core/access/audience.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Asker } from "#core/reply/front-desk.ts";
import type { Belonging } from "./port/chat-service.ts";
import type { Clock } from "./port/clock.ts";
import type { Session } from "./port/sessions.ts";

/**
 * Port: what somebody is at this moment, by the platform that their id names (`slack:U1`). `gone`: they belong to the
 * newsroom's servers and workspaces no more; `null`: it cannot be told.
 */
export type RoleNow = (asker: Asker["id"]) => Promise<Belonging | "gone" | null>;

/** Milliseconds for which an answer of a platform is good: it takes so many questions and no more. */
export const ASKED_AGAIN = 60_000;
/** Milliseconds for which a role stands that its platform could not confirm; from then on they are a reader of the outside world. */
export const UNCONFIRMED_MOST = 15 * 60_000;

export interface RoleParts {
  readonly clock: Clock;
  readonly roleNow?: RoleNow;
}

interface Known extends Belonging {
  readonly at: Instant;
}

interface Look {
  readonly at: Instant;
  readonly found: ReturnType<RoleNow>;
}

/** Those whom nobody asked about for long are forgotten: so many are kept. */
const MOST_KEPT = 5_000;

/** What those who are signed in may do, asked of their platform again and again, and in doubt less. */
export function createRoles({ clock, roleNow }: RoleParts) {
  const looks = new Map<string, Look>();
  const sure = new Map<string, Known>();
  const ask = (asker: string, now: Instant): Look["found"] => {
    const last = looks.get(asker);
    if (last !== undefined && isWithin(now, last.at, ASKED_AGAIN)) return last.found;
    const found = Promise.resolve(roleNow?.(asker) ?? null).catch(() => null);
    if (looks.size >= MOST_KEPT) looks.clear();
    looks.set(asker, { at: now, found });
    return found;
  };
  return {
    async of({ asker, begun }: Pick<Session, "asker" | "begun">): Promise<Belonging | "gone"> {
      const now = clock.now();
      const found = await ask(asker.id, now);
      if (found === "gone") {
        sure.delete(asker.id);
        return found;
      }
      if (found !== null) {
        if (sure.size >= MOST_KEPT) sure.clear();
        sure.set(asker.id, { ...found, at: now });
        return found;
      }
      // Where they asked for their link is no word of where they are now.
      const signedIn: Known = { role: asker.role, whereabouts: OUTSIDE, at: begun };
      const { at, role, whereabouts } = later(sure.get(asker.id), signedIn);
      const holds = isWithin(now, at, UNCONFIRMED_MOST);
      return holds ? { role, whereabouts } : { role: "reader", whereabouts: OUTSIDE };
    },
  };
}

function later(known: Known | undefined, signedIn: Known): Known {
  return known !== undefined && known.at >= signedIn.at ? known : signedIn;
}

/** A clock that was put back makes nothing last longer. */
function isWithin(now: Instant, since: Instant, most: number): boolean {
  return now >= since && now - since < most;
}
