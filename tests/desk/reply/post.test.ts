import { describe, expect, test } from "vitest";
import type { Asked, PostedMessage } from "#core/reply/front-desk.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { replyDesk } from "./desk.ts";

const BRIDGE = { id: "a1", path: "bridge.txt", title: "Harbour bridge reopens" };
const FERRY = { id: "a2", path: "ferry.txt", title: "Ferry keeps its harbour berth" };
const POST: PostedMessage = { platform: "slack", address: "C0001", messageId: "5.1" };

async function about(ids: readonly string[], from: Asked = asked()) {
  const desk = await replyDesk(BRIDGE, FERRY);
  desk.standing.set(POST.messageId, ids);
  return { ...desk, say: async () => textOf(await desk.desk.askPost(POST, from)) };
}

describe("“Brief this”", () => {
  test("on a message with one article is its brief", async () => {
    const { say } = await about(["a1"]);
    expect(await say()).toContain("Harbour bridge reopens");
  });

  test("on a message with several offers them in their order", async () => {
    const { say } = await about(["a2", "a1"]);
    const said = await say();
    expect(said).toContain("2 articles stand in that message. Which one?");
    expect(said).toContain(
      "[Ferry keeps its harbour berth → brief a2] [Harbour bridge reopens → brief a1]",
    );
  });

  test("on any other message says what it works on", async () => {
    const { say } = await about([]);
    expect(await say()).toContain("No article stands in that message.");
  });

  test.each([
    ["killed", { status: "killed" }],
    ["held", { embargo: { kind: "unreadable", text: "later" } }],
  ] as const)("answers nothing for an article that is %s since", async (_, changes) => {
    const { say, file } = await about(["a1"]);
    await file({ ...BRIDGE, revision: 2, ...changes });
    expect(await say()).not.toContain("Harbour bridge");
  });

  test("keeps what may not be public off public channels", async () => {
    const desk = await replyDesk({ ...BRIDGE, usageTerms: "No resale, subscribers only" });
    desk.standing.set(POST.messageId, ["a1"]);
    const [front] = desk.channels;
    if (front !== undefined) desk.channels[0] = { ...front, audience: "public" };
    const inPublic = textOf(await desk.desk.askPost(POST, asked({ channel: "front-page" })));
    expect(inPublic).not.toContain("Harbour bridge");
  });
});

describe("home", () => {
  test("shows the channels, the latest edition and how to have one's own", async () => {
    const { desk } = await replyDesk(BRIDGE);
    const said = textOf(await desk.home(asked()));
    expect(said).toContain("front-page: next Friday 8 May, 07:00");
    expect(said).toContain("You get none by direct message.");
    expect(said).toContain("→ digest me at:08:00]");
    expect(said).toContain("The latest edition of front-page\nThe latest edition");
  });

  test("shows one's own digest to its owner alone", async () => {
    const { desk, channels } = await replyDesk(BRIDGE);
    const [front] = channels;
    if (front !== undefined) channels.push({ ...front, name: "for-ines", owner: "slack:U0001" });
    expect(textOf(await desk.home(asked()))).toContain("To you: next Friday 8 May, 07:00");
    const other = asked({ asker: { id: "slack:U9", name: "Joss", role: "reader" } });
    expect(textOf(await desk.home(other))).not.toMatch(/To you|for-ines/u);
  });
});

describe("the latest edition", () => {
  const everyone = asked({ channel: "sport" });

  test("of an internal channel is shown in internal channels alone", async () => {
    const { line, channels, desk } = await replyDesk(BRIDGE);
    const [front] = channels;
    if (front !== undefined) channels[0] = { ...front, audience: "internal" };
    const inside = asked({ channel: "front-page" });
    expect(await line("digest latest channel:front-page", inside)).toContain("The latest edition");
    for (const from of [everyone, asked()]) {
      const said = await line("digest latest channel:front-page", from);
      // Not even its name is told.
      expect(said).toContain("There are: sport.");
      expect(await line("digest", from)).not.toContain("The latest edition");
    }
    expect(textOf(await desk.home(asked()))).not.toContain("The latest edition");
  });

  test("of a channel that is not public is kept off public channels", async () => {
    const { line, channels } = await replyDesk(BRIDGE);
    const [, sport] = channels;
    if (sport !== undefined) channels[1] = { ...sport, audience: "public" };
    expect(await line("digest latest channel:front-page", everyone)).toContain("There are: sport.");
  });
});

test("no answer has a picture, which a platform may refuse to fetch", async () => {
  const { desk, line } = await replyDesk(BRIDGE);
  for (const said of [await line("digest latest"), textOf(await desk.home(asked()))]) {
    expect(said).toContain("The latest edition");
    expect(said).not.toContain("p.example");
  }
});
