import { expect, test } from "vitest";
import { withAsked } from "#core/message/asked.ts";
import { plainMessage } from "#core/message/say.ts";

const MESSAGE = plainMessage("The harbour bridge reopens on Monday.");
const POST = { ...MESSAGE, forumPost: { title: "Bridge", tags: [] } };

test.each([
  ["what stands in the channel", { message: MESSAGE, under: null }, { publish: true }, true],
  [
    "it where that is not asked for",
    { message: MESSAGE, under: null },
    { publish: false },
    undefined,
  ],
  ["it where nothing is", { message: MESSAGE, under: null }, undefined, undefined],
  ["what stands in a thread", { message: MESSAGE, under: 0 }, { publish: true }, undefined],
  ["a post of a forum", { message: POST, under: null }, { publish: true }, undefined],
])("whether %s goes on to followers", (_, part, here, publish) => {
  expect(withAsked(part, here).message.publish).toBe(publish);
});
