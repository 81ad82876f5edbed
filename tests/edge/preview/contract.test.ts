import { onTestFinished } from "vitest";
import { z } from "zod";
import type { Courier, DeliveryKey } from "#core/outbox/courier.ts";
import type { Board, ShownEdition } from "#edge/preview/board.ts";
import { createPreview } from "#edge/preview/service.ts";
import { courierContract, type Standing } from "#tests/contract/courier.ts";
import { createInbox, type Inbox } from "#tests/fake/inbox.ts";
import { createNewsroom, NOW } from "./newsroom.ts";
import { send } from "./send.ts";

const Editions = z.array(z.object({ slot: z.number(), parts: z.array(z.unknown()) }));

courierContract("the page", async () => {
  const store = createStore();
  const preview = createPreview({ port: 0, ...createNewsroom(), board: store.board });
  const { url } = await preview.start();
  onTestFinished(() => preview.stop());
  const changes = await follow(`${url}/api/events`);
  let posts = 0;
  const courier: Courier = {
    ...preview.courier,
    // An edition is stored before it is posted, and the page shows what is stored.
    post(parcel) {
      store.keep(parcel.key, parcel.message);
      posts += 1;
      return preview.courier.post(parcel);
    },
    // So is what it was changed to; the page has no threads, and shows no replies.
    edit(followUp) {
      store.keep(followUp.target.key, followUp.message);
      posts += 1;
      return preview.courier.edit(followUp);
    },
  };
  return {
    courier,
    address: "front-page",
    /** What an open page shows, once it has had word of what was posted: several at a stroke are one word. */
    async read() {
      if (posts > 0) await changes.take();
      posts = 0;
      const { json } = await send(`${url}/api/channels/front-page/editions?limit=100`);
      return Editions.parse(json).map(standingOf).toReversed();
    },
    threads: null,
    refused: null,
    faults: null,
  };

  function standingOf({ slot, parts }: z.infer<typeof Editions>[number]): Standing {
    return {
      messageId: `preview-${store.keyAt(slot)}`,
      mentions: mentionsIn(parts),
      text: JSON.stringify(parts),
    };
  }
});

/** Editions under their delivery keys, one a key, each in a slot of its own. */
function createStore() {
  const kept = new Map<DeliveryKey, ShownEdition>();
  const board: Board = {
    channels: async () => [
      {
        ...{ name: "front-page", description: "Every article", nextSlot: null },
        ...{ timeZone: "Europe/London", places: [] },
      },
    ],
    mayOpen: () => true,
    quarantined: async () => 0,
    newest: async () => new Map(),
    troubles: async () => [],
    editions: async (_, limit) => [...kept.values()].toReversed().slice(0, limit),
  };
  return {
    board,
    keep(key: DeliveryKey, message: ShownEdition["message"]) {
      const slot = kept.get(key)?.slot ?? NOW + kept.size;
      kept.set(key, { slot, postedAt: null, message });
    },
    keyAt: (slot: number) => [...kept].find(([, edition]) => edition.slot === slot)?.[0],
  };
}

/** Opens the page's events; gives each word that something has changed. */
async function follow(url: string): Promise<Inbox<string>> {
  const changes = createInbox<string>();
  const greeted = createInbox<string>();
  const { body } = await fetch(url);
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  onTestFinished(() => reader?.cancel());
  const read = async (): Promise<void> => {
    const { done = true, value = "" } = (await reader?.read()) ?? {};
    for (const [event] of value.matchAll(/^event: .*$/gm)) {
      (event === "event: changed" ? changes : greeted).put(event);
    }
    if (!done) await read();
  };
  void read();
  await greeted.take();
  return changes;
}

/** Mentions as Slack, whose payload the page shows, would read them. */
function mentionsIn(parts: readonly unknown[]): readonly string[] {
  return JSON.stringify(parts).match(/<[!@#][^>]*>/g) ?? [];
}
