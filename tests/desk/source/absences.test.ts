import { expect, test } from "vitest";
import type { Home } from "#desk/port/shelf.ts";
import { Absences } from "#desk/source/absences.ts";
import { Register } from "#desk/source/register.ts";
import { createLogInbox } from "#tests/fake/log.ts";

/** A place at which nothing lies that a look has not found. */
function setUp(provesItself: boolean) {
  const gone: string[] = [];
  const { log, lines } = createLogInbox();
  const settings = {
    ...{ log, goneMs: 60_000, hash: () => "", known: () => null, knownPaths: () => [] },
    ...{ onFile: async () => undefined, onUnreadable: async () => undefined },
    onGone: async (path: string) => void gone.push(path),
  };
  const register = new Register(settings);
  const home: Home = {
    identity: async () => "s3://news",
    absentOf: async (paths) => paths,
    provesItself,
  };
  const absences = new Absences(home, settings, register, () => false);
  const look = async (found: readonly string[]) => {
    register.beginRound();
    for (const path of found) register.see(path);
    await absences.suspectUnseen();
    await absences.decide();
  };
  return { register, absences, gone, look, events: () => lines.all.map(({ event }) => event) };
}

const PATHS = Array.from({ length: 20 }, (_, index) => `${index}.txt`);

test.each([
  [true, 0, 20], // a folder that is the same by its inode may be emptied
  [false, 0, 0],
  [false, 1, 0], // less than a tenth
  [false, 2, 18],
])("of a place that proves itself: %s, with %d of twenty files there, %d are gone", async (proves, there, count) => {
  const { register, absences, gone, look } = setUp(proves);
  await absences.begin();
  for (const path of PATHS) register.note(path, path);
  await look(PATHS.slice(0, there));
  expect(gone).toHaveLength(count);
  await absences.close();
});

test("that too much is missing is said once while it lasts, and what is gone is told once enough is there", async () => {
  const { register, absences, gone, look, events } = setUp(false);
  await absences.begin();
  for (const path of PATHS) register.note(path, path);
  await look([]);
  await look([]);
  expect(events()).toEqual(["copy.known-files-missing"]);
  await look(PATHS.slice(0, 19));
  expect(gone).toEqual(["19.txt"]);
  await look([]);
  expect(events()).toHaveLength(2);
  await absences.close();
});
