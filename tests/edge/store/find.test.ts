import { expect, test } from "vitest";
import { ANYTHING } from "#core/reply/sought.ts";
import { openStore } from "#edge/store/store.ts";
import { article, file, ids, NOON } from "../../contract/store/samples.ts";
import { temporaryFolder } from "./temporary.ts";

/** More than the thousand that are weighed. */
const MANY = 1_020;

test("of more articles than are weighed, the pages of the best have each once, the rest newest first", async () => {
  const store = await openStore({ folder: temporaryFolder() });
  const all = Array.from({ length: MANY }, (_, index) => `a${index}`);
  for (const [index, id] of all.entries()) {
    const title = index === 500 ? "Tide and tide again" : "Tide";
    await file(store, article(id, { title, body: "Water.", published: NOON + index }));
  }
  const sought = { ...ANYTHING, words: ["tide"] };
  const found: string[] = [];
  for (let skip = 0; skip < MANY; skip += 300) {
    found.push(...ids(await store.archive.find(sought, "best", NOON, { skip, limit: 300 })));
  }
  await store.close();
  const rest = all.filter((id) => id !== "a500").toReversed();
  expect(found).toEqual(["a500", ...rest]);
});
