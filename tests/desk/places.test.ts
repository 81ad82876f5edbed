import { expect, test } from "vitest";
import { createPlaces } from "#desk/places.ts";
import type { ChatService } from "#desk/port/chat-service.ts";
import type { PlaceList } from "#desk/port/place-list.ts";

const EMPTY: PlaceList = { places: [], isCut: false, canBeShared: true };

function setUp(list: () => Promise<PlaceList>) {
  const asked: number[] = [];
  let now = 0;
  const service = {
    courier: { platform: "slack" },
    listPlaces: () => {
      asked.push(now);
      return list();
    },
  } as Partial<ChatService> as ChatService;
  const places = createPlaces(
    () => [service],
    () => now,
  );
  const at = (moment: number) => {
    now = moment;
    return places("slack");
  };
  return { at, asked };
}

test("a list counts for a minute", async () => {
  const { at, asked } = setUp(async () => EMPTY);
  for (const moment of [0, 59_999, 60_000])
    expect(await at(moment)).toEqual({ ok: true, ...EMPTY });
  expect(asked).toEqual([0, 60_000]);
});

test("a failure is told, and counts for ten seconds: a form asks with each pause of whoever fills it in", async () => {
  const { at, asked } = setUp(async () => {
    throw new TypeError("invalid_auth");
  });
  for (const moment of [0, 9_999, 10_000]) {
    expect(await at(moment)).toEqual({
      ...{ ok: false, says: "Slack's channels cannot be listed (invalid_auth): type the id." },
    });
  }
  expect(asked).toEqual([0, 10_000]);
});
