import { describe, expect, test } from "vitest";
import type { Article } from "#core/article/article.ts";
import { copyVersion } from "#core/article/copy-version.ts";
import { historyOf } from "#core/article/history.ts";
import { wordsAt } from "#core/brief/mendable.ts";
import { createMendDesk } from "#desk/editor/mending.ts";
import { createNoticeDesk } from "#desk/notice.ts";
import { textOf } from "#tests/message-text.ts";
import { COPY, ID, postedNewsroom, SAID } from "./mend-newsroom.ts";

const BY = { id: "slack:U0001", name: "Ines" };
const MINUTE = 60_000;
const LATER = COPY.replace("\n\n“It held", " A band played.\n\n“It held");
const OTHER = LATER.replace("People waited long enough", "We waited for too long");

async function newsroom() {
  const room = await postedNewsroom();
  const { archive, clock, transaction } = room;
  const desk = createMendDesk({ archive, clock, store: { transaction }, chase: async () => {} });
  const strike = async () => {
    const { brief } = await room.filed();
    const quote = brief.quotes.find(({ text }) => text === SAID) ?? expect.unreachable();
    const list = [{ kind: "strike-quote", at: wordsAt(brief.body, quote) } as const];
    await desk.mend({ id: ID, by: BY, revision: null, list: () => list });
  };
  const history = async (forDesk = true) => historyOf(await room.heldCopy.history(ID, 99), forDesk);
  return { ...room, desk, strike, history };
}

describe("what is told as an article's revision", () => {
  test("counts versions of the copy alone: no hold, release, kill or mending", async () => {
    const { strike, line, take, filed, clock } = await newsroom();
    await line(`hold ${ID}`);
    await line(`release ${ID}`);
    await strike();
    expect((await filed()).article.revision).toBe(4);
    expect(copyVersion((await filed()).article)).toBe(1);
    expect(await line(`brief ${ID}`)).not.toMatch(/revision \d/u);
    clock.pass(MINUTE);
    await take("bridge.txt", LATER);
    expect(await line(`brief ${ID}`)).toContain("revision 2");
    // Where nobody looks at the history no number is told: it would count what whoever asks may not see.
    for (const other of ["quotes", "facts", "text"])
      expect(await line(`${other} ${ID}`)).not.toMatch(/revision \d/u);
    // The same text once more is no revision, and keeps the number.
    await take("bridge.txt", `${LATER}\n`);
    expect(await line(`brief ${ID}`)).toContain("revision 2");
    expect(await line(`why ${ID}`)).toContain("revision 2");
    await line(`kill ${ID} sure:yes`);
    expect(copyVersion((await filed()).article)).toBe(2);
  });

  test("is its revision, of what an earlier version of the bot filed", () => {
    expect(copyVersion({ revision: 3 } as Article)).toBe(3);
  });
});

describe("an article's history", () => {
  test("tells the desk of each step when it was done and by whom", async () => {
    const { strike, line, take, history, clock } = await newsroom();
    const start = clock.now();
    clock.pass(MINUTE);
    await line(`hold ${ID}`);
    clock.pass(MINUTE);
    await line(`release ${ID}`);
    clock.pass(MINUTE);
    await strike();
    clock.pass(MINUTE);
    await take("bridge.txt", LATER);
    clock.pass(MINUTE);
    await line(`kill ${ID} sure:yes`);
    const steps = (await history()).map(({ version, at, by, what }) => [
      ...[version, at === null ? null : (at - start) / MINUTE, what, by],
    ]);
    expect(steps).toEqual([
      [1, 0, "first", null],
      [null, 1, "held", "Ines"],
      [null, 2, "released", "Ines"],
      [null, 3, "mended", "Ines"],
      [2, 4, "copy", null],
      [null, 5, "killed", "Ines"],
    ]);
    expect((await history(false)).map(({ by }) => by)).toEqual(Array(6).fill(null));
  });

  test("numbers a reader's versions by those that they may know of", () => {
    const text = (revision: number) =>
      ({
        revision,
        takenIn: revision,
        change: { kind: "update", details: [], note: null },
      }) as never;
    expect(historyOf([text(1), text(5)], false).map(({ version }) => version)).toEqual([1, 2]);
    expect(historyOf([text(1), text(5)], true).map(({ version }) => version)).toEqual([1, 5]);
  });
});

describe("a mending that a new version could not keep", () => {
  const PLACE = { id: "admin@slack:C9", platform: "slack", address: "C9" } as const;
  const told = async ({ transaction, clock, outbox }: Awaited<ReturnType<typeof newsroom>>) => {
    await createNoticeDesk({ store: { transaction }, clock, places: [PLACE] }).tell();
    const sent = await outbox.claim(clock.now(), ["slack"]);
    for (const { key } of sent)
      await outbox.delivered(key, { messageId: key, url: null }, clock.now());
    return sent.flatMap(({ message }) => (message === null ? [] : [textOf(message)])).join("\n");
  };

  test("is told in the history, to the desk alone, until somebody mends it anew", async () => {
    const { strike, take, history, filed, desk, clock } = await newsroom();
    await strike();
    clock.pass(MINUTE);
    await take("bridge.txt", OTHER);
    const unkept = {
      what: [`struck a quote “${SAID}” (its words stand there no more)`],
      ...{ by: "Ines", at: clock.now() },
    };
    expect((await history()).at(-1)).toMatchObject({ version: 2, unkept });
    expect((await history(false)).at(-1)).toMatchObject({ version: 2, unkept: null });
    // The next text does not forget it, and does not tell it as its own.
    await take("bridge.txt", OTHER.replace("A band", "A brass band"));
    expect((await history()).at(-1)).toMatchObject({ version: 3, unkept: null });
    expect((await filed()).article.unkept).toEqual(unkept);
    const { brief } = await filed();
    const fact = {
      kind: "strike-fact",
      at: wordsAt(brief.body, brief.facts[0] ?? expect.unreachable()),
    } as const;
    await desk.mend({ id: ID, by: BY, revision: null, list: () => [fact] });
    expect((await filed()).article.unkept).toBeUndefined();
  });

  test("is told to the admins once, by its file, and never in the article's words", async () => {
    const room = await newsroom();
    await room.strike();
    await told(room);
    room.clock.pass(MINUTE);
    await room.take("bridge.txt", OTHER);
    const text = await told(room);
    expect(text).toContain(
      "bridge.txt: this was mended by Ines; the new version has other words, so that is not kept (1 change)",
    );
    expect(text).not.toContain(SAID);
    expect(text).toContain(`mend ${ID}`);
    room.clock.pass(MINUTE);
    await room.take("bridge.txt", OTHER.replace("A band", "A brass band"));
    expect(await told(room)).toBe("");
  });

  test("is told to nobody where all of it is kept", async () => {
    const room = await newsroom();
    await room.strike();
    await told(room);
    await room.take("bridge.txt", LATER);
    expect(await told(room)).toBe("");
  });
});
