import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { MOST_OF_ONE } from "#edge/preview/event-stream.ts";
import { type DoorHouse, doorHouse } from "./door-house.ts";

interface Stream {
  readonly status: number;
  /** What has come so far. */
  readonly text: () => string;
  readonly ended: Promise<unknown>;
}

/** Opens a page's stream, and waits for its first line. */
async function follow({ at }: DoorHouse, cookie: string): Promise<Stream> {
  const headers = { host: "desk.example.org", cookie };
  const asked = request(`${at}/api/events`, { agent: false, headers });
  asked.on("error", () => undefined);
  onTestFinished(() => void asked.destroy());
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  let text = "";
  response.setEncoding("utf8").on("data", (chunk) => {
    text += chunk;
  });
  response.on("error", () => undefined);
  const ended = new Promise((resolve) => response.on("close", resolve));
  await once(response, "data");
  return { status: response.statusCode ?? 0, text: () => text, ended };
}

test("of a thousand streams of one visitor the latest stay, and nobody else's is harmed", async () => {
  const house = await doorHouse();
  const bo = await follow(
    house,
    await house.enter({ id: "slack:U12", name: "Bo", role: "reader" }),
  );
  const cookie = await house.enter();
  const opened: Stream[] = [];
  for (let batch = 0; batch < 20; batch += 1) {
    opened.push(...(await Promise.all(Array.from({ length: 50 }, () => follow(house, cookie)))));
  }
  expect(new Set(opened.map(({ status }) => status))).toEqual(new Set([200]));
  await Promise.all(opened.slice(0, 1_000 - 2 * 50).map(({ ended }) => ended));
  const later = await follow(
    house,
    await house.enter({ id: "slack:U13", name: "Ana", role: "reader" }),
  );
  house.preview.changed();
  while (!bo.text().includes("event: changed") || !later.text().includes("event: changed")) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  const told = opened.filter((one) => one.text().includes("event: changed"));
  expect(told.length).toBeLessThanOrEqual(MOST_OF_ONE);
  expect((await house.browse("/api/channels", { cookie })).status).toBe(200);
});

test("a stream ends with its session, and says that it does", async () => {
  const house = await doorHouse();
  const [one, other] = [await house.enter(), await house.enter()];
  const [mine, elsewhere] = [await follow(house, one), await follow(house, other)];
  await house.post("/api/sign-out", {}, one);
  await mine.ended;
  expect(mine.text()).toContain("event: over");
  expect(elsewhere.text()).not.toContain("event: over");
  await house.post("/api/sign-out/everywhere", {}, other);
  await elsewhere.ended;
  expect(elsewhere.text()).toContain("event: over");
});
