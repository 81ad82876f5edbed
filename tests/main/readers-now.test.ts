import { expect, test } from "vitest";
import type { PlacesReading } from "#desk/places.ts";
import type { ChatService, PlaceReaders } from "#desk/port/chat-service.ts";
import type { ListedPlace } from "#desk/port/place-list.ts";
import { askReaders } from "#main/readers-now.ts";

const place = (readBy: ListedPlace["readBy"]): ListedPlace => ({
  ...{ address: "C1", name: "#c", group: null, groupId: "", isForum: false, missing: null, readBy },
});
const listing = (places: readonly ListedPlace[], canBeShared = true): PlacesReading => ({
  ...{ ok: true, places, isCut: false, canBeShared },
});

test.each<readonly [string, PlacesReading, PlaceReaders | null, PlaceReaders | null]>([
  ["shared by the list", listing([place("shared")]), "own", "outside"],
  ["not shared by the list", listing([place("own")]), null, "own"],
  ["in no list", listing([]), "outside", "outside"],
  ["in no list, and not told of", listing([]), null, null],
  ["in a list that cannot tell", listing([place("own")], false), "outside", "outside"],
  ["of a platform that lists none", { ok: false, says: "no" }, null, null],
])("who reads a place that is %s", async (_, reading, told, expected) => {
  const service = { courier: { platform: "slack" }, readBy: async () => told };
  const ask = askReaders(
    () => [service as unknown as ChatService],
    async () => reading,
  );
  expect(await ask("slack", "C1")).toBe(expected);
});
