import { expect, onTestFinished, test } from "vitest";
import { createPlaces } from "#desk/places.ts";
import { createPreview } from "#edge/preview/service.ts";
import { setupNewsroom, sheet } from "../../desk/setup/newsroom.ts";
import { createNewsroom } from "./newsroom.ts";
import { send } from "./send.ts";

async function setUp() {
  const room = await setupNewsroom();
  const places = createPlaces(
    () => [],
    () => 0,
  );
  const platforms = [
    { name: "slack", label: "Slack", isSet: false, example: "C0123ABCD", forums: false },
  ];
  const setup = { channels: room.channels, places, platforms };
  const preview = createPreview({ port: 0, ...createNewsroom(), setup });
  const { url } = await preview.start();
  onTestFinished(() => preview.stop());
  const post = (path: string, body: unknown) =>
    send(`${url}/api/setup/${path}`, {
      ...{ method: "POST", headers: { "content-type": "application/json" } },
      body: JSON.stringify(body),
    });
  return { room, url, post };
}

test("a form is opened, looked at and saved", async () => {
  const { room, url, post } = await setUp();
  await room.file({ id: "s1", path: "s1.txt", title: "Storm nears", body: "A storm nears." });
  const opened = await send(`${url}/api/setup/channel?name=`);
  expect(opened.json).toMatchObject({
    ...{ kind: "form", sheet: { schedule: "08:00", places: { slack: "" } } },
    platforms: [{ name: "slack", isSet: false }],
  });
  const looked = await post("look", { sheet: sheet(), before: null });
  expect(looked.json).toMatchObject({
    ...{ faults: [], coming: { next: { length: 5 } }, matches: { count: 1 } },
    preview: { asFirst: false, faces: { slack: [{ blocks: {} }], discord: [{}] } },
  });
  const saved = await post("save", { sheet: sheet(), before: null });
  expect(saved.json).toEqual({ name: "storm-desk" });
  expect((await room.orders.audit(0, 0, 1))[0]).toMatchObject({
    ...{ name: "somebody at this machine", did: "ordered storm-desk" },
  });
  const again = await post("save", { sheet: sheet(), before: null });
  expect(again.json).toEqual({ faults: [{ option: "name", text: expect.any(String) }] });
  const change = await send(`${url}/api/setup/channel?name=storm-desk`);
  expect(change.json).toMatchObject({ kind: "form", orderedBy: "somebody at this machine" });
});

test("what is not there, and what is no form, is refused with a sentence", async () => {
  const { url, post } = await setUp();
  expect(await send(`${url}/api/setup/channel?name=none`)).toMatchObject({
    ...{ status: 404, json: { error: "There is no channel “none” that you may change." } },
  });
  expect((await post("save", { sheet: { name: "x" }, before: null })).status).toBe(400);
  expect((await post("look", { sheet: sheet(), before: null, owner: "U1" })).status).toBe(400);
  expect((await send(`${url}/api/setup/places?platform=slack`)).json).toEqual({
    ...{ ok: false, says: "Slack is not set up yet: type the id." },
  });
});
