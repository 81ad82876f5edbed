import { expect, test } from "vitest";
import { plainMessage } from "#core/message/say.ts";
import { DeliveryError } from "#core/outbox/courier.ts";
import { NOBODY } from "#desk/announcer.ts";
import type { Claimed } from "#desk/port/outbox.ts";
import { terminalAnnouncer } from "#edge/terminal/announce.ts";
import type { Output } from "#edge/terminal/output.ts";
import { sampleFiled } from "#tests/samples.ts";

function setUp(showEditions = true) {
  const lines: string[] = [];
  const complaints: string[] = [];
  const out: Output = {
    ...{ width: 80, interactive: false },
    line: (text = "") => void lines.push(text),
    complain: (text) => void complaints.push(text),
    style: (_, text) => text,
  };
  return { lines, complaints, announcer: terminalAnnouncer(out, showEditions) };
}

const filed = { kind: "filed", ...sampleFiled({ path: "bridge.txt" }) } as const;
const carrier = { channel: "front-page", at: Date.parse("2026-05-08T08:00Z"), timeZone: "UTC" };
const front = { named: [carrier], more: 0 };
const parcel = (platform: Claimed["platform"]): Claimed => ({
  ...{ key: "k1", subscription: "front-page@x:C1", slot: 0, platform, address: "C1" },
  ...{ message: plainMessage("The edition"), attempt: 1, again: false },
  ...{ kind: "post", target: null, silent: false },
});

test("an article that lands while the bot runs is named, with the channels that will carry it", () => {
  const { lines, announcer } = setUp();
  announcer.found(0, false);
  announcer.ready(front, 0, 0);
  announcer.tookIn(filed, front);
  expect(lines.at(-1)).toBe(
    "+ bridge.txt: “Bridge reopens” (1 fact, 1 quote)\n    front-page, next edition Friday 8 May, 08:00 (UTC)",
  );
  announcer.tookIn(filed, NOBODY);
  expect(lines.at(-1)).toContain("no channel orders it");
});

test("a new version is told apart from a new article", () => {
  const { lines, announcer } = setUp();
  announcer.found(0, false);
  const revised = { ...filed, article: { ...filed.article, revision: 3 } };
  announcer.tookIn(revised, front);
  expect(lines.at(-1)).toBe("~ bridge.txt: version 3 of “Bridge reopens” (1 fact, 1 quote)");
  announcer.tookIn(filed, front);
  announcer.ready(front, 0, 0);
  expect(lines).toContain("1 new article taken in, 1 new version.");
});

test("who has decided what is told in a line, whatever their name and their words hold", () => {
  const { lines, announcer } = setUp();
  announcer.decided("Ada\nLovelace", "held “The bridge\nfalls” (a1b2c3)");
  expect(lines).toEqual(["* Ada Lovelace: held “The bridge falls” (a1b2c3)"]);
});

test("of thousands of channels it names a few, and says how many more there are", () => {
  const { lines, announcer } = setUp();
  announcer.ready({ named: [carrier], more: 7_999 }, 0, 0);
  expect(lines.at(-2)).toBe("  and 7999 more channels");
  announcer.tookIn(filed, { named: [carrier], more: 1 });
  expect(lines.at(-1)).toMatch(/08:00 \(UTC\) · and 1 more channel$/);
});

test("the first look names a handful one by one, and counts a crowd", () => {
  const few = setUp();
  few.announcer.found(1, false);
  few.announcer.tookIn(filed, front);
  few.announcer.tookIn({ kind: "quarantined", path: "x.png", reason: "It is an image." }, NOBODY);
  few.announcer.ready(front, 0, 3);
  expect(few.lines).toEqual([
    "+ bridge.txt: “Bridge reopens” (1 fact, 1 quote)",
    "! x.png: quarantined. It is an image.",
    "1 new article taken in, 1 quarantined.",
    "3 files or stories are in quarantine (npm run copydesk -- ledger names them, retry reads them again).",
    "  front-page: next edition Friday 8 May, 08:00 (UTC)",
    "",
  ]);
  const many = setUp();
  many.announcer.found(1_000, false);
  many.announcer.tookIn(filed, NOBODY);
  many.announcer.ready(NOBODY, 0, 0);
  expect(many.lines).toEqual(["Reading 1000 files …", "1 new article taken in.", ""]);
});

test("an article under embargo is named by its file alone", () => {
  const { lines, announcer } = setUp();
  const until = Date.parse("2026-05-09T00:01Z");
  announcer.tookIn({ kind: "held", id: "a1", path: "a.md", until, rule: "Under embargo." }, NOBODY);
  announcer.tookIn(
    { kind: "held", id: "b2", path: "b.md", until: null, rule: "Unreadable." },
    NOBODY,
  );
  expect(lines).toEqual([
    "= a.md: held. Under embargo.",
    "= b.md: held. Unreadable.\n    an editor lets it go: /release b2",
  ]);
});

test("the name of a file is data: no control character and no line end of it gets through", () => {
  const { lines, announcer } = setUp();
  announcer.tookIn(
    { kind: "quarantined", path: "we\u001b[31mird\nname.txt", reason: "No." },
    NOBODY,
  );
  expect(lines).toEqual(["! we [31mird name.txt: quarantined. No."]);
});

test("a post is one line where a platform has it, and the whole edition where only the page does", () => {
  const receipt = { messageId: "m1", url: null };
  const live = setUp(false);
  live.announcer.delivered({ kind: "posted", mended: false, parcel: parcel("slack"), receipt });
  live.announcer.delivered({ kind: "posted", mended: false, parcel: parcel("preview"), receipt });
  expect(live.lines).toEqual(["Posted to Slack: The edition"]);
  const alone = setUp(true);
  alone.announcer.delivered({ kind: "posted", mended: false, parcel: parcel("preview"), receipt });
  expect(alone.lines).toEqual(["", "The edition", ""]);
});

test("a failure says what to mend and when it is tried again", () => {
  const { complaints, announcer } = setUp();
  const error = new DeliveryError("refused", "invite the bot: /invite @Copydesk");
  announcer.delivered({ kind: "failed", parcel: parcel("slack"), error, retryIn: 5_000 });
  announcer.delivered({ kind: "failed", parcel: parcel("discord"), error, retryIn: null });
  announcer.trouble("a.txt", new TypeError("broken"));
  expect(complaints).toEqual([
    "front-page on Slack (C1): invite the bot: /invite @Copydesk (tried again in 5 s)",
    "front-page on Discord (C1): invite the bot: /invite @Copydesk (given up)",
    "a.txt failed: broken (see the log)",
  ]);
});

test("a post says what of what was asked for was not done with it", () => {
  const { lines, complaints, announcer } = setUp();
  const receipt = { messageId: "m1", url: null, shortfall: "Discord refuses, publishing: do so" };
  const posted = { kind: "posted", mended: false, parcel: parcel("discord") } as const;
  announcer.delivered({ ...posted, receipt });
  announcer.delivered({ ...posted, receipt: { ...receipt, shortfall: null } });
  expect(lines).toHaveLength(2);
  expect(complaints).toEqual(["front-page on Discord (C1): Discord refuses, publishing: do so"]);
});

test("of what waits for the bot's own pace nothing is said", () => {
  const { lines, complaints, announcer } = setUp();
  announcer.delivered({ kind: "put-off", parcel: parcel("discord") });
  expect([lines, complaints]).toEqual([[], []]);
});

test("a platform's state is told, with the mend of a failure", () => {
  const { lines, announcer } = setUp();
  announcer.service("slack", { kind: "connecting" });
  announcer.service("slack", { kind: "ready", as: "copydesk" });
  announcer.service("discord", { kind: "failed", reason: "the token is wrong", retryIn: 5_000 });
  expect(lines).toEqual([
    "Slack: connecting …",
    "Slack: connected as copydesk",
    "Discord: the token is wrong (tried again in 5 s)",
  ]);
});
