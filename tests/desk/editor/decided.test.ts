import { expect, test } from "vitest";
import { createDecisionWatch } from "#desk/editor/decided.ts";
import { createIntake } from "#desk/intake.ts";
import { intakeParts, settledFile, testClock, testStore } from "../fixture.ts";

async function setUp() {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const intake = createIntake(intakeParts(store, clock));
  const note = (did: string, by = "slack:U1", at = clock.now()) =>
    store.orders.note({ at, by, name: "Ada", did });
  await note("paused front-page until noon");
  clock.pass(1);
  const lines: string[] = [];
  const watch = createDecisionWatch({
    ...{ store, clock },
    tell: (name, did) => lines.push(`${name}: ${did}`),
  });
  const file = async (name: string, text: string) => {
    const [outcome] = await intake.take(settledFile(name, text));
    if (outcome?.kind === "filed") return outcome.article.id;
    return outcome?.kind === "held" ? outcome.id : "";
  };
  return { clock, note, lines, watch, file };
}

test("what is decided while the bot works is told once, by a name that helps, and what was before is not", async () => {
  const { clock, note, lines, watch, file } = await setUp();
  const id = await file("bridge.txt", "title: The bridge reopens\n\nIt reopened on Friday.");
  await note(`held ${id}, which was posted`);
  await Promise.all([watch.look(), watch.look()]);
  clock.pass(60_000);
  await note("resumed front-page");
  await watch.look();
  // It was decided before, and is stored only now.
  await note("dropped the edition of sport", "slack:U2", clock.now() - 30_000);
  await watch.look();
  clock.pass(600_000);
  await watch.look();
  expect(lines).toEqual([
    `Ada: held “The bridge reopens” (${id}), which was posted`,
    "Ada: resumed front-page",
    "Ada: dropped the edition of sport",
  ]);
});

test("the headline of what may not be shown is told to nobody, and what files and the config do is told elsewhere", async () => {
  const { note, lines, watch, file } = await setUp();
  const id = await file(
    "secret.txt",
    "title: The merger\nembargo: 2027-05-09T00:01Z\n\nTwo banks merge.",
  );
  await note(`mended ${id}: its headline`);
  await note(`held ${id}: it says so`, "copy");
  await note("changed timeZone", "config");
  await watch.look();
  expect(lines).toEqual([`Ada: mended “secret.txt” (${id}): its headline`]);
});
