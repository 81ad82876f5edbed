import { expect, test } from "vitest";
import { type BalanceParts, balanceOf, standEach } from "#desk/balance.ts";
import { createIntake } from "#desk/intake.ts";
import { intakeParts, settledFile, testClock, testStore } from "./fixture.ts";

test("what came in is what stands somewhere, and each file is named with its rule", async () => {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:00Z");
  const intake = createIntake(intakeParts(store, clock));
  const story = (title: string, head = "") => `${head}title: ${title}\n\n${title}, it was said.`;
  await intake.take(settledFile("waits.txt", story("Bridge reopens")));
  await intake.take(settledFile("again.txt", story("Bridge reopens")));
  await intake.take(settledFile("sport.txt", story("Cup goes north", "section: sport\n")));
  await intake.take(settledFile("held.txt", story("Budget", "embargo: 2026-05-09T00:01Z\n")));
  await intake.take(settledFile("torn.txt", "unreadable"));
  const parts: BalanceParts = {
    ...{ archive: store.archive, ledger: store.ledger, clock },
    whyFiltered: ({ article }) => (article.section === "sport" ? "No channel orders it" : null),
  };
  const stood = await standEach(parts, 0);
  expect(Object.fromEntries(stood.map(({ path, kind }) => [path, kind]))).toEqual({
    "waits.txt": "waiting",
    "again.txt": "merged",
    "sport.txt": "filtered",
    "held.txt": "held",
    "torn.txt": "quarantined",
  });
  expect(stood.find(({ path }) => path === "sport.txt")?.rule).toBe("No channel orders it");
  expect(balanceOf(stood)).toEqual({
    ...{ in: 5, posted: 0, waiting: 1, merged: 1, filtered: 1, held: 1, quarantined: 1 },
  });
});
