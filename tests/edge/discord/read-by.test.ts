import { expect, test } from "vitest";
import type { Api } from "#edge/discord/api.ts";
import { readBy } from "#edge/discord/read-by.ts";

function api(answers: Readonly<Record<string, unknown>>): Api {
  const none = () => expect.unreachable();
  return {
    ...{ comeAgainIn: () => 0, roomFor: () => 0, post: none, put: none, patch: none, answer: none },
    async get(route) {
      if (route in answers) return answers[route];
      throw new TypeError(`no ${route}`);
    },
  };
}

test.each([
  ["own", ["NEWS", "COMMUNITY"]],
  ["outside", ["COMMUNITY", "DISCOVERABLE"]],
])("a channel is read by %s where its server has %j", async (expected, features) => {
  const asking = api({ "/channels/7": { guild_id: "5" }, "/guilds/5": { features } });
  expect(await readBy(asking, "7")).toBe(expected);
});

test("a direct message is read by its own two, and of what Discord does not show nobody can tell", async () => {
  expect(await readBy(api({ "/channels/7": {} }), "7")).toBe("own");
  await expect(readBy(api({}), "7")).rejects.toThrow("no /channels/7");
});
