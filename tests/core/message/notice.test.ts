import { expect, test } from "vitest";
import { noticeMessage } from "#core/message/notice.ts";

const file = (path: string) => ({ path, rule: "This is a picture." });
const DEAD = { subscription: "front-page@slack:C1", error: "Slack refuses: is_archived" };

test("the admins are told which files need a hand, and why, and which posts were given up", () => {
  const message = noticeMessage([file("a.png")], [DEAD]);
  expect(message.summary).toBe("Copydesk: 1 file in need of a hand, 1 post given up");
  const text = JSON.stringify(message);
  expect(text).toContain("a.png");
  expect(text).toContain("This is a picture.");
  expect(text).toContain("is_archived");
  expect(text).toContain("copydesk retry");
});

test("a thousand files are one notice, a dozen of them by name", () => {
  const many = Array.from({ length: 1_000 }, (_, index) => file(`p${index}.png`));
  const text = JSON.stringify(noticeMessage(many, []));
  expect(text).toContain("p11.png");
  expect(text).not.toContain("p12.png");
  expect(text).toContain("and 988 more");
});

test("a long reason is cut", () => {
  const long = { path: "a", rule: "x".repeat(5_000) };
  expect(JSON.stringify(noticeMessage([long], [])).length).toBeLessThan(1_000);
});
