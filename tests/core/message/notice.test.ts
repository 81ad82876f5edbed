import { expect, test } from "vitest";
import { noticeMessage, shortOf } from "#core/message/notice.ts";
import { DISCORD_BUDGET } from "#edge/discord/render.ts";
import { SLACK_BUDGET } from "#edge/slack/render.ts";

const file = (path: string) => ({ path, rule: "This is a picture.", release: null });
const DEAD = { subscription: "front-page@slack:C1", error: "Slack refuses: is_archived" };

test("the admins are told which files need a hand, and why, and which posts were given up", () => {
  const message = noticeMessage({ files: [file("a.png")], posts: [DEAD] });
  expect(message.summary).toBe("Copydesk: 1 file in need of a hand, 1 post given up");
  const text = JSON.stringify(message);
  expect(text).toContain("a.png");
  expect(text).toContain("This is a picture.");
  expect(text).toContain("is_archived");
  expect(text).toContain("Quarantine on the page");
});

test("a thousand files are one notice, a dozen of them by name", () => {
  const many = Array.from({ length: 1_000 }, (_, index) => file(`p${index}.png`));
  const text = JSON.stringify(noticeMessage({ files: many }));
  expect(text).toContain("p11.png");
  expect(text).not.toContain("p12.png");
  expect(text).toContain("and 988 more");
});

test("a long reason is cut", () => {
  const long = { path: "a", rule: "x".repeat(5_000), release: null };
  expect(JSON.stringify(noticeMessage({ files: [long] })).length).toBeLessThan(1_000);
});

const held = (id: string) => ({ path: `${id}.txt`, rule: "Withheld: “HOLD”", release: id });
const PLACE = { subscription: "front-page@slack:C1", platform: "slack", address: "C1" } as const;

test("what words of its copy hold stands with them, and one button lets it go", () => {
  const message = noticeMessage({ files: [held("a1"), file("b.png")] });
  expect(message.summary).toBe("Copydesk: 1 article held, 1 file in need of a hand");
  const asks = message.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : [])),
  );
  expect(asks).toEqual([{ kind: "ask", label: "Release it", ask: "release a1" }]);
  expect(JSON.stringify(message)).toContain("Withheld: “HOLD”");
});

test("a notice of all that there may be fits every platform, and names what has no button", () => {
  const many = (name: string) => Array.from({ length: 30 }, (_, index) => `${name}${index}`);
  const message = noticeMessage({
    files: [...many("h").map(held), ...many("p").map(file)],
    ...{ posts: [DEAD], failing: [{ ...PLACE, error: "x".repeat(900) }], mended: [PLACE] },
  });
  for (const budget of [DISCORD_BUDGET, SLACK_BUDGET]) expect(budget.fits(message)).toBe(true);
  expect(JSON.stringify(message)).toContain("(release h7)");
});

test("a channel that has its posts, without all that was asked for, is not called shut", () => {
  const short = { ...shortOf(PLACE), error: "not published" };
  expect(noticeMessage({ failing: [short], mended: [PLACE, shortOf(PLACE)] }).summary).toBe(
    "Copydesk: 1 channel without all that was asked for, 1 channel can be posted to again, 1 channel with all that was asked for again",
  );
  expect(JSON.stringify(noticeMessage({ failing: [short] }))).toContain("front-page on Slack (C1)");
});

test.each([
  [PLACE, "front-page on Slack (C1)"],
  [{ ...PLACE, subscription: "admin@slack:C1" }, "The admins’ channel on Slack (C1)"],
  [{ ...PLACE, platform: "discord" as const, address: "9" }, "front-page on Discord (9)"],
  [{ ...PLACE, platform: "preview" as const }, "front-page on the page"],
])("%j is called %s", (place, name) => {
  const text = JSON.stringify(noticeMessage({ failing: [{ ...place, error: "no" }] }));
  expect(text).toContain(`"${name}"`);
});
