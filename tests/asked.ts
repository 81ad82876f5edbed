import type { Role } from "#core/access/role.ts";
import type { Asked } from "#core/reply/front-desk.ts";

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
