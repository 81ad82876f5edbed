import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { z } from "zod";
import type { Role } from "#core/access/role.ts";
import type { Parcel } from "#core/outbox/courier.ts";
import { createDeliveryDesk } from "#desk/delivery.ts";
import { createPlaces } from "#desk/places.ts";
import type { ChatPlatform, ServiceParts } from "#edge/chat/platform.ts";
import { optional } from "#edge/chat/variable.ts";
import { ConfigError } from "#edge/config/error.ts";
import { readNewsroom } from "#edge/config/read-newsroom.ts";
import { editionDeskOf, liveChannels, pause } from "#main/desks.ts";
import { frontDeskOf } from "#main/front-desk.ts";
import { PLATFORMS, registryOf } from "#main/platforms.ts";
import { servicesOf } from "#main/services.ts";
import { clock, readSetting } from "#main/setting.ts";
import { fakeCourier } from "#tests/fake/courier.ts";
import { silentLog } from "#tests/fake/log.ts";
import { NO_SCREEN } from "#tests/fake/screen.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleArticle, sampleBrief } from "#tests/samples.ts";
import { testAlarm, testStore } from "../desk/fixture.ts";

afterEach(() => vi.unstubAllEnvs());

/** A platform that no folder of the house knows. */
function toyPlatform() {
  const posted: Parcel[] = [];
  let told: ServiceParts | null = null;
  const courier = fakeCourier("toy", async (parcel) => {
    posted.push(parcel);
    return { messageId: `${posted.length}`, url: null };
  });
  const platform: ChatPlatform = {
    name: "toy",
    address: z.string("write a room").regex(/^room-\d+$/u, "a room looks like room-7"),
    ...{ example: "room-7", forums: true, budget: courier.budget, token: "TOY_TOKEN" },
    body: ({ message }) => ({ says: message.summary }),
    editors: "whoever winds it up",
    variables: z.object({ TOY_TOKEN: optional(z.string()) }).transform(({ TOY_TOKEN: token }) => ({
      secrets: token === undefined ? [] : [token],
      connect:
        token === undefined
          ? null
          : async (parts) => {
              told = parts;
              return {
                ...{ courier, onlyOneConnects: false, start: () => undefined },
                ...{ stop: async () => undefined, openDirect: async () => "room-1" },
                roleOf: async () => null,
                readBy: async () => "own",
                check: async () => [],
              };
            },
    })),
  };
  /** Someone types a line in a room. */
  const type = async (line: string, address: string, role: Role = "reader") => {
    if (told === null) throw new RangeError("nobody has connected the toy");
    return told.frontDesk.askLine(line, {
      asker: { id: "toy:ines", name: "Ines", role },
      place: { platform: "toy", address, name: null },
      channel: told.channelOf(address),
      whereabouts: { kind: "own", channels: [], isDirect: false },
    });
  };
  return { platform, posted, type };
}

async function newsroomWith(platform: ChatPlatform, config: string) {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "newsroom.yaml");
  writeFileSync(file, config);
  const env = { TOY_TOKEN: "wound-up", SLACK_BOT_TOKEN: "", DISCORD_TOKEN: "" };
  for (const [name, value] of Object.entries({ ...env, COPYDESK_CONFIG: file }))
    vi.stubEnv(name, value);
  const setting = readSetting(registryOf([...PLATFORMS, platform]));
  const store = await testStore();
  const channels = await liveChannels(
    () => setting,
    store,
    () => undefined,
  );
  const editions = editionDeskOf(setting, store, channels.list);
  const frontDesk = frontDeskOf(setting, store, {
    ...{
      live: channels,
      editions,
      log: silentLog,
      version: "0",
      startedAt: 0,
      connections: () => new Map(),
    },
    places: createPlaces(
      () => [],
      () => 0,
    ),
    ...{
      openDirect: async () => "room-1",
      roleNow: async () => null,
      chase: async () => undefined,
      carry: () => undefined,
    },
  });
  const services = await servicesOf(() => setting, channels.list, {
    ...{ frontDesk, installations: store.installations, log: silentLog },
  });
  const delivery = createDeliveryDesk({
    screen: NO_SCREEN,
    ...{ outbox: store.outbox, troubles: store.placeTroubles, clock, log: silentLog, pause },
    ...{ alarm: testAlarm(), jitter: () => 0, onDelivered: () => undefined },
    couriers: services.map(({ courier }) => courier),
    onTrouble: (error) => {
      throw error;
    },
  });
  return { setting, store, channels, editions, delivery };
}

const CONFIG = `adminChannel: { toy: room-1 }
channels:
  - { name: front-page, schedule: "0 8 * * *", toy: room-7, forum: [news] }
`;

test("a platform that is registered and nothing more has its channels, its editions and its answers", async () => {
  const { platform, posted, type } = toyPlatform();
  const room = await newsroomWith(platform, CONFIG);
  expect(room.setting.orders).toMatchObject({
    adminChannel: { toy: "room-1" },
    channels: [{ places: { toy: "room-7" }, forum: { on: "toy", tags: ["news"] } }],
    warnings: [],
  });
  const article = sampleArticle({ title: "Toy bridge reopens", takenIn: clock.now() });
  await room.store.archive.file(article, sampleBrief(article), []);

  await room.editions.makeDue();
  await room.delivery.drain();
  await room.delivery.stop();
  expect(posted.map(({ address, message }) => [address, message.forumPost])).toEqual([
    ["room-7", { title: "Toy bridge reopens", tags: ["news"] }],
  ]);
  expect(await room.store.ledger.history(article.path)).toMatchObject([
    { stage: "posted", rule: expect.stringMatching(/edition of front-page on Toy/u) },
  ]);

  expect(textOf(await type("brief toy bridge", "room-7"))).toContain("Toy bridge reopens");
  expect(textOf(await type("hold a1", "room-7"))).toContain("on Toy whoever winds it up");
});

test("a channel is ordered there as elsewhere", async () => {
  const { platform, type } = toyPlatform();
  const { channels } = await newsroomWith(platform, CONFIG);
  const question = textOf(await type("subscribe schedule:08:00 name:attic", "room-9", "editor"));
  const save = /→ (?<ask>subscribe [^\]]*draft:[^\]]*)\]/u.exec(question)?.groups?.ask ?? "";
  await type(save, "room-9", "editor");
  expect(channels.list().map(({ name, places }) => [name, places])).toEqual([
    ["front-page", { toy: "room-7" }],
    ["attic", { toy: "room-9" }],
  ]);
});

test.each([
  ["toy: attic", "toy: a room looks like room-7"],
  ["toys: room-7", "known here are"],
])("its part of the config is checked: %s", (written, says) => {
  const folder = mkdtempSync(join(tmpdir(), "copydesk-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "newsroom.yaml");
  writeFileSync(file, `channels: [{ name: a, schedule: "0 8 * * *", ${written} }]`);
  const { shape } = registryOf([...PLATFORMS, toyPlatform().platform]);
  const read = () => readNewsroom(file, shape);
  expect(read).toThrow(ConfigError);
  expect(read).toThrow(says);
});
