import { expect, test } from "vitest";
import { askedOf } from "#edge/discord/asked.ts";

const THERE = { user: { id: "1", displayName: "Ines" }, guildId: null, channelId: "2" };
const WHEREABOUTS = { channelOf: () => null, isOurs: () => false };

test.each([
  ["de", "Deutsch"],
  ["es-ES", "Español"],
  ["es-419", "Español"],
  ["fr", "Français"],
  ["en-GB", "English"],
  ["pl", undefined],
  [undefined, undefined],
])("who reads Discord in %s is answered in %s, or as the newsroom reads", (locale, name) => {
  const there = { ...THERE, channel: null, memberPermissions: null, locale };
  expect(askedOf(WHEREABOUTS, there as never).language?.name).toBe(name);
});
