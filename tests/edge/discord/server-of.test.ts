import { expect, test } from "vitest";
import type { Api } from "#edge/discord/api.ts";
import { createServerLookup } from "#edge/discord/server-of.ts";

/** What Discord answers to a question, by its route; what is not there fails. */
type Answers = Readonly<Record<string, unknown>>;

function setUp(answers: Answers) {
  const asked: string[] = [];
  const none = () => expect.unreachable();
  const api: Api = {
    ...{ comeAgainIn: () => 0, roomFor: () => 0, post: none, put: none, patch: none, answer: none },
    async get(route) {
      asked.push(route);
      if (route in answers) return answers[route];
      throw new TypeError(`no ${route}`);
    },
  };
  return { asked, lookUp: createServerLookup(api) };
}

const servers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `S${index}` }));
const channels = (...ids: readonly string[]) => ids.map((id) => ({ id }));
const LISTED = "/users/@me/guilds";

test("on few servers all channels are asked for at once, and one that is not listed by itself", async () => {
  const { asked, lookUp } = setUp({
    [LISTED]: servers(2),
    "/guilds/S0/channels": channels("1", "2"),
    "/guilds/S1/channels": channels("3"),
    "/channels/4": { id: "4", guild_id: "S1" },
    "/channels/5": { id: "5" },
  });
  const found = await Promise.all(["1", "2", "3", "4", "5", "1"].map(lookUp));
  expect(found).toEqual(["S0", "S0", "S1", "S1", null, "S0"]);
  expect(asked.toSorted()).toEqual(
    ["/channels/4", "/channels/5", "/guilds/S0/channels", "/guilds/S1/channels", LISTED].toSorted(),
  );
});

test.each<[string, Answers]>([
  ["it is on many servers", { [LISTED]: servers(21) }],
  ["its servers are not told", {}],
  ["the channels of one are not told", { [LISTED]: servers(1) }],
  ["it is told something else", { [LISTED]: "nothing", "/guilds/S0/channels": channels("1") }],
])("each channel is asked for by itself where %s", async (_, answers) => {
  const { asked, lookUp } = setUp({ ...answers, "/channels/1": { id: "1", guild_id: "S0" } });
  expect([await lookUp("1"), await lookUp("1")]).toEqual(["S0", "S0"]);
  expect(asked.filter((route) => route === "/channels/1")).toHaveLength(1);
});

test.each([
  [20, 20],
  [21, 0],
])("of %d servers %d have their channels listed", async (count, listed) => {
  const { asked, lookUp } = setUp({ [LISTED]: servers(count) });
  await lookUp("1");
  expect(asked.filter((route) => route.startsWith("/guilds/"))).toHaveLength(listed);
});

test("a channel that cannot be asked for has none, and is asked for again", async () => {
  const answers: Record<string, unknown> = { [LISTED]: [] };
  const { lookUp } = setUp(answers);
  expect(await lookUp("1")).toBeNull();
  answers["/channels/1"] = { id: "1", guild_id: "S7" };
  expect(await lookUp("1")).toBe("S7");
});
