import { describe, expect, test } from "vitest";
import { isFor } from "#core/article/audience.ts";
import { isForHere } from "#desk/editor/for-here.ts";
import { askedAt, CHANNELS, PLACES } from "#tests/places.ts";
import { editorsNewsroom } from "./editor/newsroom.ts";

const NAMES = ["front-page", "web", "desk"] as const;
const OF = { "front-page": null, web: "public", desk: "internal" } as const;
const approval = { after: null };

/** An edition of each channel waits, each with one article of its own. */
async function newsroom() {
  const channels = CHANNELS.map((one) => ({ ...one, approval, sections: [one.name] }));
  const terms = { approval, sections: ["front-page"] };
  const room = await editorsNewsroom({ channels, terms });
  for (const [index, section] of NAMES.entries()) {
    await room.file({ id: `a${index}`, title: `Harbour ${section} opens`, section });
  }
  await room.editionDesk.makeDue();
  const numbers = new Map(
    (await room.approvalDesk.open()).map(({ channel, number }) => [channel, number]),
  );
  return { ...room, numberOf: (name: string) => numbers.get(name) ?? 0 };
}

describe.each(PLACES)("in $place", (place) => {
  const from = askedAt(place, "editor");
  const isHere = (name: (typeof NAMES)[number]) => isFor(OF[name], place.editor);

  test("an edition that waits is read where its channel may be, and else told of by the channel alone", async () => {
    const { line, numberOf } = await newsroom();
    const listed = await line("approve", from);
    const status = await line("status", from);
    for (const name of NAMES) {
      const byNumber = await line(`approve edition:${numberOf(name)}`, from);
      const byName = await line(`approve ${name}`, from);
      const dropped = await line(`approve edition:${numberOf(name)} answer:drop`, from);
      const here = isHere(name);
      const told = `edition of ${name} of 8 May`;
      expect({ name, here: byNumber.includes(`Harbour ${name}`) }).toEqual({ name, here });
      expect({ name, here: byName.includes(`Harbour ${name}`) }).toEqual({ name, here });
      for (const text of [listed, status, byNumber, byName, dropped]) {
        expect(text).toContain(name);
        if (!here) expect(text).not.toContain(told);
      }
      expect({ name, here: listed.includes(told) }).toEqual({ name, here });
      expect({ name, here: status.includes(told) }).toEqual({ name, here });
    }
  });

  test("a word for it by its number reaches it, and by its channel only where it may be read", async () => {
    const { line, numberOf, approvalDesk } = await newsroom();
    for (const name of NAMES) {
      await line(`approve ${name} answer:go`, from);
      const waits = (await approvalDesk.open()).some(({ channel }) => channel === name);
      expect({ name, waits }).toEqual({ name, waits: !isHere(name) });
      if (!waits) continue;
      const answer = await line(`approve edition:${numberOf(name)} answer:go`, from);
      expect(answer).toBe(`On its way: an edition of ${name}.\n`);
    }
    expect(await approvalDesk.open()).toEqual([]);
  });
});

test("what fell out of an edition since is named only to those whom it is for", async () => {
  const { line, numberOf, file } = await newsroom();
  await file({
    ...{ id: "a0", revision: 2, title: "Harbour front-page shuts", section: "front-page" },
    internal: true,
  });
  const [, here] = PLACES;
  if (here === undefined) throw new TypeError("there are places");
  const ask = `approve edition:${numberOf("front-page")}`;
  const text = await line(ask, askedAt(here, "editor"));
  expect(text).not.toContain("Harbour");
  expect(text).toContain("A story that is not for this place (a0)");
  const page = PLACES.find(({ at }) => at.whereabouts?.kind === "page");
  if (page === undefined) throw new TypeError("the page is a place");
  expect(await line(ask, askedAt(page, "editor"))).toContain("Harbour front-page shuts");
});

test("what waits of a channel that is not there any more is for the desk alone", () => {
  const parts = { live: { list: () => CHANNELS }, internalSections: [] };
  const places = PLACES.filter((one) => isForHere(parts, askedAt(one, "editor"), "gone"));
  expect(places).toEqual(PLACES.filter(({ editor }) => editor === "internal"));
});
