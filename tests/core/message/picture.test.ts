import { describe, expect, test } from "vitest";
import type { Picture } from "#core/article/picture.ts";
import type { Layout } from "#core/digest/subscription.ts";
import { amendMessage } from "#core/message/amend.ts";
import { composeEdition } from "#core/message/edition.ts";
import { editionParts } from "#core/message/edition-parts.ts";
import type { Block, Message } from "#core/message/message.ts";
import {
  creditLine,
  hasPictures,
  picturedAnew,
  pictureInWords,
  withoutPictures,
} from "#core/message/picture.ts";
import { timeMoment } from "#core/message/say.ts";
import { giveBack, withdrawMessage } from "#core/message/withdraw.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleFiled } from "#tests/samples.ts";

const AT = Date.parse("2026-05-08T13:05Z");
const MOMENT = { at: AT, timeZone: "Europe/London" };
const ROOM = { fits: () => true };
const PICTURE: Picture = {
  url: "https://pictures.example/bridge.jpg",
  alt: "The bridge at dawn",
  credit: "Ana Field/Tarn Wire",
};
const OTHER: Picture = { ...PICTURE, url: "https://pictures.example/other.jpg" };
const BRIDGE = sampleFiled({ id: "bridge", title: "Bridge reopens", picture: PICTURE });
const FERRY = sampleFiled({ id: "ferry", title: "Ferry stays in port" });
const EDITION = {
  ...{ subscription: "s", channel: "front-page", slot: AT, timeZone: "Europe/London", waiting: 0 },
  items: [BRIDGE, FERRY].map((filed) => ({ filed, update: false })),
};
const FACE = { layout: "full", audience: null, tally: null, pictures: true } as const;
const POSTED = composeEdition(EDITION, FACE);

function blocksOf({ sections }: Message, about: string): readonly Block[] {
  return sections.filter((one) => one.about === about).flatMap(({ blocks }) => blocks);
}

function picturesIn(message: Message): readonly string[] {
  return message.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === "picture" ? [block.url] : []));
}

function revised(picture: Picture | undefined) {
  const fields = { id: "bridge", title: "Bridge reopens late", revision: 2 };
  const filed = sampleFiled({ ...fields, ...(picture && { picture }) });
  const change = { kind: "correction", details: [], note: null } as const;
  return { filed, change, headline: "Bridge reopens", ...MOMENT };
}

test.each<[boolean | undefined, Layout, readonly string[]]>([
  [true, "full", [PICTURE.url]],
  [true, "compact", [PICTURE.url]],
  [true, "headlines", []], // a list of headlines is a list
  [false, "full", []],
  [undefined, "full", []],
])("where a channel's pictures are %s, an edition of %s shows %j", (pictures, layout, shown) => {
  const { pictures: _own, ...plain } = FACE;
  const face = { ...plain, layout, ...(pictures !== undefined && { pictures }) };
  expect(picturesIn(composeEdition(EDITION, face))).toEqual(shown);
});

test("it stands below the words of its item, with whose it is, above where they are from", () => {
  const kinds = blocksOf(POSTED, "bridge").map(({ kind }) => kind);
  expect(kinds).toEqual([...["rule", "headline", "list", "quote", "picture", "note", "buttons"]]);
  expect(textOf(POSTED)).toContain("→ The bridge at dawn → Ana Field/Tarn Wire]");
});

test.each([
  { thread: "per-brief", forum: null },
  { thread: "none", forum: ["news"] },
] as const)("it stands once where each brief is posted by itself: %j", (parting) => {
  const parts = editionParts(EDITION, FACE, parting, ROOM);
  expect(parts.flatMap(({ message }) => picturesIn(message))).toEqual([PICTURE.url]);
});

test.each([
  ["Ana Field", "Picture: Ana Field"],
  ["Photo: Ana Field", "Photo: Ana Field"],
  ["Fotos: Ana Field/dpa", "Fotos: Ana Field/dpa"],
  ["Phœnix Images", "Picture: Phœnix Images"],
])("the credit %j is printed as %j", (credit, line) => {
  expect(creditLine(credit)).toBe(line);
});

test("who cannot see it is told what it shows, where the copy says so, and whose it is", () => {
  const block = { kind: "picture", ...PICTURE } as const;
  expect(pictureInWords(block)).toBe("The bridge at dawn (Picture: Ana Field/Tarn Wire)");
  expect(pictureInWords({ ...block, alt: null })).toBe("Picture: Ana Field/Tarn Wire");
});

describe("a correction", () => {
  test.each([
    ["the picture of the new version", OTHER, [OTHER.url]],
    ["no picture, where that has none", undefined, []],
  ] as const)("draws %s", (_what, picture, shown) => {
    expect(picturesIn(amendMessage(POSTED, revised(picture), ROOM))).toEqual(shown);
  });

  test("draws none where the channel, or the version that drew the post, had none", () => {
    const plain = composeEdition(EDITION, { ...FACE, pictures: false });
    expect(hasPictures(amendMessage(plain, revised(OTHER), ROOM))).toBe(false);
    const old = { ...plain, sections: plain.sections.map(({ drawn: _, ...one }) => one) };
    expect(hasPictures(amendMessage(old, revised(OTHER), ROOM))).toBe(false);
  });

  test("gives up the picture before it gives up a quote or a fact", () => {
    const bare = { fits: (message: Message) => !hasPictures(message) };
    const amended = amendMessage(POSTED, revised(OTHER), bare);
    expect(blocksOf(amended, "bridge").map(({ kind }) => kind)).toContain("quote");
    expect(hasPictures(amended)).toBe(false);
  });
});

test("what is withdrawn takes its picture along, and brings it back", () => {
  const withdrawn = { posted: BRIDGE, how: "held", ...MOMENT } as const;
  const { message, kept } = withdrawMessage(POSTED, withdrawn, ROOM);
  expect(JSON.stringify(message)).not.toContain("pictures.example");
  expect(JSON.stringify(message)).not.toContain("Ana Field");
  expect(giveBack(message, "bridge", kept)).toEqual(POSTED);
});

describe("a revision in whose words nothing is new", () => {
  const time = timeMoment(AT, "Europe/London");
  const article = (picture?: Picture) =>
    sampleFiled({ id: "bridge", ...(picture && { picture }) }).article;

  test("has its picture in the place of the one before it", () => {
    const message = picturedAnew(POSTED, article(OTHER), time, ROOM);
    expect(picturesIn(message)).toEqual([OTHER.url]);
    expect(textOf(message).replace(OTHER.url, PICTURE.url)).toBe(textOf(POSTED));
  });

  test("takes it out where it has none, and that is said", () => {
    const message = picturedAnew(POSTED, article(), time, ROOM);
    expect(picturesIn(message)).toEqual([]);
    expect(textOf(message)).toContain("Taken out 14:05 BST: the picture that stood here");
  });

  test.each([
    ["the same", POSTED, { ...PICTURE, url: `${PICTURE.url}?signed=2` }],
    ["no", withoutPictures(POSTED), OTHER],
  ])("leaves a post with %s picture as it is", (_which, posted, picture) => {
    expect(picturedAnew(posted, article(picture), time, ROOM)).toEqual(posted);
  });

  test("leaves another article's picture alone", () => {
    expect(picturedAnew(POSTED, FERRY.article, time, ROOM)).toEqual(POSTED);
  });

  test("has none where another one has no room", () => {
    const full = { fits: (message: Message) => !hasPictures(message) };
    expect(hasPictures(picturedAnew(POSTED, article(OTHER), time, full))).toBe(false);
  });
});

test("a message without its pictures has all else, and one without any is itself", () => {
  const bare = withoutPictures(POSTED);
  expect(textOf(bare)).toBe(textOf(composeEdition(EDITION, { ...FACE, pictures: false })));
  expect(withoutPictures(bare)).toBe(bare);
});
