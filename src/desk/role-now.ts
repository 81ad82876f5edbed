import type { Role } from "#core/access/role.ts";
import type { Instant } from "#core/article/instant.ts";
import type { Asker } from "#core/reply/front-desk.ts";
import type { Clock } from "./port/clock.ts";
import type { Session } from "./port/sessions.ts";

/**
 * Port: what somebody may do at this moment, by the platform that their id names (`slack:U1`). `gone`: they belong to the
 * newsroom's servers and workspaces no more; `null`: it cannot be told.
 */
export type RoleNow = (asker: Asker["id"]) => Promise<Role | "gone" | null>;

/** Milliseconds for which an answer of a platform is good: it takes so many questions and no more. */
export const ASKED_AGAIN = 60_000;
/** Milliseconds for which a role stands that its platform could not confirm; from then on they are a reader. */
export const UNCONFIRMED_MOST = 15 * 60_000;

export interface RoleParts {
  readonly clock: Clock;
  readonly roleNow?: RoleNow;
}

interface Known {
  readonly role: Role;
  readonly at: Instant;
}

interface Look {
  readonly at: Instant;
  readonly found: Promise<Role | "gone" | null>;
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
    async of({ asker, begun }: Pick<Session, "asker" | "begun">): Promise<Role | "gone"> {
      const now = clock.now();
      const found = await ask(asker.id, now);
      if (found === "gone") {
        sure.delete(asker.id);
        return found;
      }
      if (found !== null) {
        if (sure.size >= MOST_KEPT) sure.clear();
        sure.set(asker.id, { role: found, at: now });
        return found;
      }
      const signedIn: Known = { role: asker.role, at: begun };
      const last = later(sure.get(asker.id), signedIn);
      return isWithin(now, last.at, UNCONFIRMED_MOST) ? last.role : "reader";
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
