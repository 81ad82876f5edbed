import { afterEach, beforeEach, expect, test } from "vitest";
import { createPreview, type Preview } from "#edge/preview/service.ts";
import { createNewsroom } from "./newsroom.ts";
import { send } from "./send.ts";

const ROW = { channel: "front-page", title: "Front page", slot: 1, timeZone: "UTC" };

let preview: Preview;
let url: string;
let asked: unknown[];

beforeEach(async () => {
  asked = [];
  const outcome =
    (what: string) =>
    async (channel: string, ...given: readonly unknown[]) => {
      asked.push([what, channel, ...given.slice(0, -1)]);
      return channel === "front-page" ? ("done" as const) : null;
    };
  preview = createPreview({
    port: 0,
    ...createNewsroom(),
    waiting: {
      all: async () => ({ channels: [ROW], awaiting: [] }),
      next: async (channel) => (channel === "front-page" ? { channel, items: [] } : null),
      arrange: outcome("arrange"),
      leaveOut: outcome("leaveOut"),
      takeBack: outcome("takeBack"),
    },
  });
  ({ url } = await preview.start());
});
afterEach(() => preview.stop());

const post = (path: string, body: unknown) =>
  send(`${url}/api/waiting/${path}`, {
    ...{ method: "POST", headers: { "content-type": "application/json" } },
    body: JSON.stringify(body),
  });

test("the channels, and what the next edition of one will carry", async () => {
  expect((await send(`${url}/api/waiting`)).json).toEqual({
    ...{ channels: [ROW], awaiting: [] },
  });
  expect((await send(`${url}/api/waiting/front-page`)).json).toEqual({
    ...{ channel: "front-page", items: [] },
  });
  expect((await send(`${url}/api/waiting/other`)).status).toBe(404);
});

test("an order, a story left out, and one taken back are answered by what comes then", async () => {
  const answers = [
    await post("front-page/order", { ids: ["b", "a"] }),
    await post("front-page/leave-out", { id: "a", until: "good" }),
    await post("front-page/take-back", { id: "a" }),
  ];
  expect(answers.map(({ status, json }) => [status, json])).toEqual(
    answers.map(() => [200, { channel: "front-page", items: [], outcome: "done" }]),
  );
  expect(asked).toEqual([
    ["arrange", "front-page", ["b", "a"]],
    ["leaveOut", "front-page", "a", "good"],
    ["takeBack", "front-page", "a"],
  ]);
});

test.each([
  ["front-page/order", { ids: [""] }, 400],
  ["front-page/order", { ids: ["a"], more: 1 }, 400],
  ["front-page/leave-out", { id: "a", until: "past" }, 400],
  ["front-page/take-back", {}, 400],
  ["other/order", { ids: ["a"] }, 404],
])("%s with %j is answered by %i", async (path, body, status) => {
  expect((await post(path, body)).status).toBe(status);
});
