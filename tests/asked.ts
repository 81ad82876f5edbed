import type { Asked } from "#core/reply/front-desk.ts";

/** Somebody who asks, for tests; a reader in no channel of ours, unless said otherwise. */
export function asked(given: Partial<Asked> & { readonly editor?: boolean } = {}): Asked {
  const { editor = false, ...rest } = given;
  return {
    asker: { id: "slack:U0001", name: "Ines", editor },
    place: { platform: "slack", address: "C0001", name: "news" },
    channel: null,
    manner: "word",
    ...rest,
  };
}
