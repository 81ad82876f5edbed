import { describe, expect, test } from "vitest";
import type { Channel } from "#core/digest/channel.ts";
import type { Button, Message } from "#core/message/message.ts";
import { LONGEST_ASK } from "#core/reply/button.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { readEntry } from "#edge/config/read-order.ts";
import { REGISTRY } from "#main/platforms.ts";
import { asked } from "#tests/asked.ts";
import { textOf } from "#tests/message-text.ts";
import { HOUSE } from "#tests/samples.ts";
import { editorsNewsroom } from "../editor/newsroom.ts";

const READER = asked();
const EDITOR = asked({ role: "editor", channel: "front-page" } as never);
const PAGE = asked({
  asker: { id: "preview:page", name: "the page", role: "editor" },
  manner: "line",
} as never);

const BRIDGE = {
  ...{ id: "b1", path: "b.txt", title: "Harbour bridge reopens", section: "transport" },
  body: "The bridge reopened on Friday. The strike killed five, the council said.",
};
const FERRY = { id: "f1", path: "f.txt", title: "Ferry sinks", body: "The ferry sank on Monday." };

async function newsroom(terms: Partial<Channel> = {}) {
  const room = await editorsNewsroom({
    terms,
    readOrder: (entry) => readEntry(entry, HOUSE, REGISTRY.shape),
  });
  await room.file(BRIDGE);
  await room.file(FERRY);
  const typed = (text: string, from: Asked = READER) => room.desk.askTyped(text, from);
  const own = () => room.live.list().filter(({ owner }) => owner !== undefined);
  /** What a line comes to once its one button is pressed. */
  const granted = async (text: string, from: Asked = READER) => {
    const [button, ...more] = asksOf(await typed(text, from));
    expect(more).toEqual([]);
    return room.line(button?.ask ?? "", from);
  };
  return { ...room, typed, own, granted };
}

function asksOf({ sections }: Message): readonly Extract<Button, { kind: "ask" }>[] {
  return sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "buttons" ? block.buttons : []))
    .flatMap((button) => (button.kind === "ask" ? [button] : []));
}

const CRICKET = "send me a digest every day at half past seven about the cricket";

describe("what somebody wants to be sent", () => {
  test("is said with what was left out, and ordered by its button alone", async () => {
    const { typed, own, granted } = await newsroom();
    const text = textOf(await typed(CRICKET));
    expect(text).toContain("a digest of your own by direct message, of “cricket”, every day at");
    expect(text).toContain("Left out: the");
    expect(text).toContain("digest me plus:cricket at:every day at half past seven]");
    expect(own()).toEqual([]);
    expect(await granted(CRICKET)).toContain("Carries: cricket");
    expect(own()).toHaveLength(1);
  });

  test("is added to a digest that is there", async () => {
    const { typed, line, own, granted, orders } = await newsroom();
    await line("digest me topic:grain", READER);
    expect((await typed(CRICKET)).summary).toBe(
      "Do you want your digest to carry “cricket” as well, and to come every day at half past seven?",
    );
    expect(await granted(CRICKET)).toContain("grain OR cricket");
    const [order] = await orders.orders();
    expect(order?.entry.schedule).toBe("30 7 * * *");
    // What it carries already stays, and when it comes is changed all the same.
    expect(await granted("send me a digest every day at 9 about cricket")).toContain("Saved");
    expect((await orders.orders())[0]?.entry).toMatchObject({
      ...{ schedule: "0 9 * * *", topics: "grain OR cricket" },
    });
    expect(own()).toHaveLength(1);
  });

  test("may be told as it happens", async () => {
    const { granted, own, typed } = await newsroom();
    const line = "alert me when there is news about hormuz";
    expect(textOf(await typed(line))).toContain("[As it happens → alert hormuz]");
    expect(own()).toEqual([]);
    expect(await granted(line)).toContain("You hear as it happens of: hormuz");
  });

  test("is told how to be written where nobody can read when", async () => {
    const { typed } = await newsroom();
    const text = textOf(await typed("i want a digest every fortnight about cricket"));
    expect(text).toContain("“a digest every fortnight about cricket”");
    expect(text).toContain("/digest me plus:flood at:weekdays at noon");
  });

  test("is typed where it is too long for a button", async () => {
    const { typed } = await newsroom();
    const topic =
      "harbour bridge toll inquiry report council engineers strike ballot result verdict";
    const message = await typed(`keep me posted on ${topic}`);
    expect(asksOf(message)).toEqual([]);
    expect(textOf(message)).toContain(`Type: /digest me plus:${topic}`);
  });

  test("cannot be sent from the page, which makes a digest now", async () => {
    const { typed, line, own } = await newsroom();
    for (const text of [CRICKET, "keep me posted on cricket", "alert me about cricket"]) {
      const message = await typed(text, PAGE);
      expect(message.summary).toContain("The page has no direct messages");
      expect(asksOf(message)).toMatchObject([{ ask: "digest now topic:cricket" }]);
    }
    const less = asksOf(await typed("no more sport please", PAGE));
    expect(less).toMatchObject([{ ask: "digest now topic:NOT (sport)" }]);
    expect(await line("digest now topic:NOT (sport)", PAGE)).toContain("Harbour bridge reopens");
    expect(textOf(await typed("stop", PAGE))).toContain("nothing is sent to you");
    expect(own()).toEqual([]);
  });
});

describe("what somebody wants no more of", () => {
  test("is left out of a digest of their own, by its section where that is one", async () => {
    const { typed, line, granted } = await newsroom();
    const without = await typed("not interested in transport");
    expect(without.summary).toContain("You have no digest of your own");
    expect(asksOf(without)).toMatchObject([{ ask: "digest me minus:section:transport" }]);
    await line("digest me", READER);
    expect((await typed("less about cricket")).summary).toBe(
      "Do you want “cricket” left out of your digest?",
    );
    expect(await granted("less about cricket")).toContain("NOT cricket");
  });

  test("is no section of copy that may not be shown where it is said", async () => {
    const { typed, file } = await newsroom({ audience: "public" });
    await file({
      ...FERRY,
      id: "o1",
      path: "o.txt",
      section: "opera",
      usageTerms: "Subscribers only",
    });
    const asks = async (from: Asked) =>
      asksOf(await typed("not interested in opera", from))[0]?.ask;
    expect(await asks(READER)).toBe("digest me minus:section:opera");
    expect(await asks(asked({ channel: "front-page" }))).toBe("digest me minus:opera");
  });

  test("ends where it is sent, and is not ended where nothing is", async () => {
    const { typed, line, own } = await newsroom();
    expect(textOf(await typed("unsubscribe"))).toContain("no digest and no alert of your own");
    await line("digest me", READER);
    expect(asksOf(await typed("stop sending me digests"))).toMatchObject([{ ask: "digest off" }]);
    expect(textOf(await typed("stop alerting me"))).toContain("you have no alert of your own");
    await line("alert storm", READER);
    const both = [{ ask: "digest off" }, { ask: "alert off" }];
    expect(asksOf(await typed("stop"))).toMatchObject(both);
    expect(own()).toHaveLength(2);
    expect(
      textOf(await typed("stop", asked({ asker: { ...READER.asker, id: "slack:U2" } }))),
    ).toContain("no digest and no alert of your own");
  });

  test("is the channel's digest where an editor says it", async () => {
    const { typed } = await newsroom();
    expect(textOf(await typed("unsubscribe", EDITOR))).toContain("front-page");
    expect(textOf(await typed("unsubscribe me", EDITOR))).toContain("no digest and no alert");
  });

  test("is everything that is stored, and asked once", async () => {
    const { typed } = await newsroom();
    const message = await typed("please delete all my data");
    expect(message.summary).toContain("Forget you?");
    expect(asksOf(message)).toMatchObject([{ ask: "forget me sure:yes" }]);
  });
});

describe("what somebody says is wrong", () => {
  const WRONG = "this is wrong: the strike killed ten not five";

  test("is sent by the button, of the article that has most of the words", async () => {
    const { typed, granted, reports } = await newsroom();
    const text = textOf(await typed(WRONG));
    expect(text).toContain("something is wrong in “Harbour bridge reopens”?");
    expect(text).toContain("“the strike killed ten not five” you");
    expect(await reports.open(0, 10)).toHaveLength(0);
    expect(await granted(WRONG)).toContain("Thank you");
    expect(await reports.open(0, 10)).toMatchObject([{ what: "the strike killed ten not five" }]);
  });

  test.each([
    ["there is a mistake in the bridge story", "wrong b1", "Harbour bridge reopens"],
    ["i want to report an error", "wrong", "an article"],
    ["this is wrong: zeppelins over graz", "wrong", "“zeppelins over graz” you"],
    [
      "this is wrong: harbour bridge what: reopened",
      "wrong b1",
      "“harbour bridge what: reopened” you",
    ],
    ["this is wrong: zeppelins over graz sank", "wrong", "“zeppelins over graz sank” you"],
    ["the zeppelin story has a typo", "wrong", "meant by “zeppelin” is not found"],
    [`${WRONG}, ${"and so on ".repeat(9)}`, "wrong b1", "Type: /desk wrong b1 what:the strike"],
  ])("opens the form where that is not all known: %s", async (line, ask, says) => {
    const { typed, desk } = await newsroom();
    const message = await typed(line);
    expect(asksOf(message)).toMatchObject([{ ask, label: "This is wrong" }]);
    expect(textOf(message)).toContain(says);
    expect(desk.formForLine(ask, READER)?.name).toBe("wrong");
  });

  test("is about one of several articles, which is asked", async () => {
    const { typed, file } = await newsroom();
    await file({ id: "b2", path: "c.txt", title: "Old bridge closes", body: "A bridge closes." });
    const message = await typed("you made a mistake about the bridge");
    expect(asksOf(message).map(({ ask }) => ask)).toEqual(["wrong b1", "wrong b2"].toReversed());
  });

  test("finds nothing of what is held", async () => {
    const { typed, line } = await newsroom();
    await line("hold b1", EDITOR);
    const text = textOf(await typed(WRONG));
    expect(text).toContain("something is wrong in an article?");
    expect(text).not.toContain("b1");
  });

  test("is no form for words that only begin like the command", async () => {
    const { desk, typed } = await newsroom();
    expect(desk.formForLine("wrong numbers on the ferry", PAGE)).toBeNull();
    expect(desk.formForLine("/wrong harbour bridge", PAGE)?.name).toBe("wrong");
    expect(textOf(await typed("wrong harbour bridge"))).toContain("Searched: harbour bridge");
    expect(textOf(await typed("wrong bridge"))).toContain("[This is wrong → wrong b1]");
  });
});

test("no button asks for more than a platform takes", async () => {
  const { typed } = await newsroom();
  for (const words of [1, 5, 9, 20, 60]) {
    const text = Array.from({ length: words }, (_, at) => `word${at}`).join(" ");
    for (const line of [
      `keep me posted on ${text}`,
      `alert me about ${text}`,
      `this is wrong: ${text}`,
    ])
      for (const { ask } of asksOf(await typed(line)))
        expect(ask.length).toBeLessThanOrEqual(LONGEST_ASK);
  }
});

test("a greeting before a question is not looked for", async () => {
  const { typed } = await newsroom();
  const text = textOf(await typed("good morning! what happened to the ferry?"));
  expect(text).toContain("Searched: ferry · left out: what happened to the");
});

test("who speaks to the bot itself gets a line, and no search", async () => {
  const { typed } = await newsroom();
  expect(textOf(await typed("you stupid bot"))).toContain("I am sorry that this did not help.");
  expect(textOf(await typed("are you a bot?"))).toContain("a program, and no person");
  expect(textOf(await typed("and what did the opposition say?"))).toContain("I keep no memory");
});
