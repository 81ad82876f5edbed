import { expect, test } from "vitest";
import type { Edition } from "#core/digest/edition.ts";
import { withAsked } from "#core/message/asked.ts";
import { plainMessage } from "#core/message/say.ts";
import { sampleFiled } from "#tests/samples.ts";

const MESSAGE = plainMessage("The harbour bridge reopens on Monday.");
const POST = { ...MESSAGE, forumPost: { title: "Bridge", tags: [] } };
const DIGEST: Edition = {
  ...{ subscription: "s", channel: "front-page", slot: Date.UTC(2026, 4, 8, 8), timeZone: "UTC" },
  ...{ items: [{ filed: sampleFiled(), update: false }], waiting: 0, name: "Morning" },
};
const IN_CHANNEL = { message: MESSAGE, under: null };

test.each([
  ["what stands in the channel", IN_CHANNEL, { publish: true }, true],
  ["it where that is not asked for", IN_CHANNEL, { publish: false }, undefined],
  ["it where nothing is", IN_CHANNEL, undefined, undefined],
  ["what stands in a thread", { message: MESSAGE, under: 0 }, { publish: true }, undefined],
  ["a post of a forum", { message: POST, under: null }, { publish: true }, undefined],
])("whether %s goes on to followers", (_, part, here, publish) => {
  expect(withAsked([part], DIGEST, here)[0]?.message.publish).toBe(publish);
});

const NAME = "Front page · Morning · Friday 8 May, 08:00";

test.each([
  ["a digest by its name", DIGEST, { bookmark: true }, [NAME, undefined]],
  ["nothing where that is not asked for", DIGEST, {}, [undefined, undefined]],
  [
    "nothing at once",
    { ...DIGEST, kind: "at-once" as const },
    { bookmark: true },
    [undefined, undefined],
  ],
])("its first part keeps at hand %s", (_, edition, here, names) => {
  const parts = withAsked([IN_CHANNEL, IN_CHANNEL], edition, here);
  expect(parts.map(({ message }) => message.latest)).toEqual(names);
});
