import { type InChat, OF_THE_NEWSROOM } from "#core/access/audience.ts";
import type { Role } from "#core/access/role.ts";
import type { Asked, Visitor } from "#core/reply/front-desk.ts";

/** Somebody on the page, for tests; one of the newsroom's people, unless said otherwise. */
export function visitor(role: Role, as: InChat = OF_THE_NEWSROOM): Visitor {
  return { ...asked({ role }).asker, as };
}

/** The same, as they ask there. */
export function askedOnPage(role: Role, as: InChat = OF_THE_NEWSROOM): Asked {
  return asked({ role, whereabouts: { kind: "page", as } });
}

/** Somebody who asks, for tests; a reader of the newsroom's own workspace, in no channel of ours, unless said otherwise. */
export function asked(given: Partial<Asked> & { readonly role?: Role } = {}): Asked {
  const { role = "reader", ...rest } = given;
  return {
    asker: { id: "slack:U0001", name: "Ines", role },
    place: { platform: "slack", address: "C0001", name: "news" },
    channel: null,
    whereabouts: { kind: "own", channels: [], isDirect: false },
    manner: "word",
    ...rest,
  };
}
