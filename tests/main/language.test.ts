import { expect, test } from "vitest";
import { DE } from "#core/language/de.ts";
import { EN } from "#core/language/en.ts";
import type { Message } from "#core/message/message.ts";
import { section } from "#core/message/say.ts";
import type { Courier, FollowUp } from "#core/outbox/courier.ts";
import { boardIn, courierIn, registryIn } from "#main/language.ts";
import { REGISTRY } from "#main/platforms.ts";
import { ANYBODY } from "#tests/samples.ts";

const MESSAGE: Message = {
  summary: "Front page",
  sections: [
    section({ kind: "buttons", buttons: [{ kind: "ask", label: "All headlines", ask: "digest" }] }),
  ],
};
const PARCEL = { address: "C1", message: MESSAGE, key: "k1p1", again: false };

test("what is posted has its buttons in the newsroom's language, on every platform", () => {
  expect(registryIn(REGISTRY, EN)).toBe(REGISTRY);
  const { platforms, budgets } = registryIn(REGISTRY, DE);
  for (const platform of platforms) {
    const body = JSON.stringify(platform.body(PARCEL));
    expect(body).toContain("Alle Überschriften");
    expect(body).not.toContain("All headlines");
    expect(budgets[platform.name]?.fits(MESSAGE)).toBe(true);
  }
});

test("a message must fit in the language that it is posted in", () => {
  const fits = ({ sections }: Message) => !JSON.stringify(sections).includes("Überschriften");
  const [first] = REGISTRY.platforms;
  if (first === undefined) throw new RangeError("There is no platform.");
  const narrow = { ...first, budget: { fits } };
  const given = { ...REGISTRY, platforms: [narrow], budgets: { [first.name]: narrow.budget } };
  expect(registryIn(given, DE).budgets[first.name]?.fits(MESSAGE)).toBe(false);
  expect(registryIn(given, DE).platforms[0]?.budget.fits(MESSAGE)).toBe(false);
});

test("posts, edits and replies are carried in it, and the page shows them so", async () => {
  const carried: string[] = [];
  const take = async ({ message }: Pick<FollowUp, "message">) => {
    carried.push(JSON.stringify(message));
    return { messageId: "1", url: null };
  };
  const courier: Courier = {
    ...{ platform: "slack", budget: { fits: () => true } },
    ...{ post: take, edit: take, reply: take },
  };
  const german = courierIn(courier, DE);
  const target = { messageId: "1", url: null, key: "k0p1" };
  await german.post(PARCEL);
  await german.edit({ ...PARCEL, target });
  await german.reply({ ...PARCEL, target });
  expect(carried).toHaveLength(3);
  for (const one of carried) expect(one).toContain("Alle Überschriften");
  const editions = async () => [{ slot: 1, postedAt: 2, message: MESSAGE, replies: [MESSAGE] }];
  const board = boardIn({ ...NO_BOARD, editions }, DE);
  const [shown] = (await board.editions("front-page", 1, ANYBODY)) ?? [];
  expect(JSON.stringify(shown).match(/Alle Überschriften/gu)).toHaveLength(2);
  expect(
    await boardIn({ ...NO_BOARD, editions: async () => null }, DE).editions("x", 1, ANYBODY),
  ).toBeNull();
});

const NO_BOARD = {
  mayOpen: () => true,
  channels: async () => [],
  newest: async () => new Map(),
  quarantined: async () => 0,
  troubles: async () => [],
};
