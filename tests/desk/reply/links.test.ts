import { expect, test } from "vitest";
import type { Channel } from "#core/digest/channel.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import type { PostLink } from "#desk/port/editions.ts";
import { asked } from "#tests/asked.ts";
import { replyDesk } from "./desk.ts";

const URL = "https://chat.example/p1";
const BRIDGE = { id: "a1", path: "bridge.txt", title: "Harbour bridge reopens" };

function link(changes: Partial<PostLink> = {}): PostLink {
  const post = { article: "a1", platform: "slack", address: "C1", url: URL } as const;
  return { ...post, subscription: "front-page@slack:C1", ...changes };
}

/** Where it was posted, how that channel is marked, who asks, and whether the answer leads there. */
const POSTED: readonly (readonly [string, Partial<PostLink>, Partial<Channel>, Asked, boolean])[] =
  [
    ["on the same platform", {}, {}, asked(), true],
    ["and it is asked in a direct message", {}, {}, asked({ place: null }), true],
    ["on another platform", { platform: "discord" }, {}, asked(), false],
    ["in another workspace", { address: "T9/C1" }, {}, asked(), false],
    [
      "in the workspace of who asks",
      { address: "T9/C1" },
      {},
      asked({ place: { platform: "slack", address: "T9/C2", name: null } }),
      true,
    ],
    ["in a channel that is no more", { subscription: "gone@slack:C1" }, {}, asked(), false],
    ["in the desk's own channel", {}, { audience: "internal" }, asked({ channel: "sport" }), false],
    [
      "in the desk's own channel, and it is asked there",
      {},
      { audience: "internal" },
      asked({ channel: "front-page" }),
      true,
    ],
    ["by direct message to somebody", {}, { owner: "slack:U7" }, asked(), false],
    ["by direct message to who asks", {}, { owner: "slack:U0001" }, asked(), false],
  ];

test.each(POSTED)("an article that was posted %s", async (_, changes, marks, from, leads) => {
  const { ask, links, channels } = await replyDesk(BRIDGE);
  const [front] = channels;
  if (front !== undefined) channels[0] = { ...front, ...marks };
  links.push(link(changes));
  const answer = JSON.stringify(await ask("search harbour", from));
  expect(answer.includes(URL)).toBe(leads);
});

test("of several posts the latest is led to that may be", async () => {
  const { ask, links } = await replyDesk(BRIDGE);
  links.push(
    link({ platform: "discord", url: "https://chat.example/p0" }),
    link(),
    link({ subscription: "sport@slack:C2", url: "https://chat.example/p2" }),
  );
  const answer = JSON.stringify(await ask("search harbour"));
  expect(answer).toContain(`"text":"in front-page","href":"${URL}"`);
  expect(answer).not.toMatch(/p0|p2/u);
});
