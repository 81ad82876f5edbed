import { expect, test } from "vitest";
import type { Candidate } from "#core/digest/group.ts";
import { candidatesFor } from "#desk/candidates.ts";
import { sampleArticle, sampleBrief, sampleSubscription } from "#tests/samples.ts";
import { testStore } from "../../desk/fixture.ts";

const NOON = Date.UTC(2026, 4, 8, 12);

test("all places are offered the same article, and what is restated as it stands now", async () => {
  const store = await testStore();
  const ferry = sampleArticle({ id: "ferry", section: "local", takenIn: NOON });
  await store.archive.file(ferry, sampleBrief(ferry), []);
  const offered = async (id: string): Promise<Candidate | undefined> => {
    const [first] = await candidatesFor(store, sampleSubscription({ id }), NOON, NOON);
    return first;
  };
  const north = await offered("north");
  expect(north?.filed.article.id).toBe("ferry");
  expect((await offered("south"))?.filed).toBe(north?.filed);

  await store.archive.restate({ ...ferry, section: "travel" }, [], NOON);
  const after = await offered("north");
  expect(after?.filed.article.section).toBe("travel");
  expect(north?.filed.article.section).toBe("local");
});
