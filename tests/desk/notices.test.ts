import { describe, expect, test } from "vitest";
import type { Instant } from "#core/article/instant.ts";
import type { Parcel } from "#core/outbox/courier.ts";
import { COMMANDS } from "#core/reply/command.ts";
import { createDeliveryDesk } from "#desk/delivery.ts";
import { createStoryDesk } from "#desk/story.ts";
import { prepareHere } from "#main/prepare-here.ts";
import { asked } from "#tests/asked.ts";
import { docxOf, wordParagraph } from "#tests/edge/format/fixture/office.ts";
import { type Packed, zipOf } from "#tests/edge/format/fixture/zip.ts";
import { fakeCourier } from "#tests/fake/courier.ts";
import { silentLog } from "#tests/fake/log.ts";
import { NO_SCREEN } from "#tests/fake/screen.ts";
import { sampleSubscription } from "#tests/samples.ts";
import { editorsNewsroom } from "./editor/newsroom.ts";
import { settledFile, testAlarm } from "./fixture.ts";

/** A word of the held copy alone: in its headline, body, quote, byline, slug, section and tag. */
const TOKEN = "zelmira";
const SHARED =
  "The harbour board of Tarnmouth met on Wednesday and heard that nine months of repairs to the bridge had cost eleven million crowns, twice what the council had set aside in March.\n\nThe first lorries crossed the bridge at noon, and the ferry made its last journey an hour later, the council said in a note to its members.";
const SHOWN = `Harbour board hears what bridge cost\n\n${SHARED}\n`;
const LATER =
  "Library opens on Sundays\n\nThe library of Tarnmouth opens on Sundays from June, and lends tools beside its books, the council said.\n";
const HEAD = "Zelmira Quist quits harbour board over bridge";
const BODY = `${SHARED}\n\nZelmira Quist, 51, resigned from the harbour board over the bridge on Wednesday.\n\n“I am done with Zelmira's bridge,” Zelmira Quist told the board.`;
const FIELDS = {
  ...{
    slug: "ZELMIRA-BRIDGE",
    section: "Zelmiraboard",
    byline: "Ada Zelmira",
    source: "Zelmira Gazette",
  },
};
const HEADERS = `Slug: ${FIELDS.slug}\nSection: ${FIELDS.section}\nTags: zelmira-tag\nUrgency: 1\n`;
const MATTER = `title: ${HEAD}\nslug: ${FIELDS.slug}\nsection: ${FIELDS.section}\ntags: [zelmira-tag]\nurgency: 1\nsource: ${FIELDS.source}\n`;
const STORY = `${HEADERS}\n${HEAD}\n\nBy ${FIELDS.byline}\n\n${BODY}`;

const ATTACHED = `Content-Type: text/plain\nContent-Disposition: attachment; filename="story.txt"\n\n${STORY}\n`;
const MAIL = (cover: string): string =>
  `From: Desk <desk@port.example>\nSubject: ${HEAD}\nMessage-ID: <1@port.example>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nDear all,\n\nour story is attached.\n\n${cover}\n--b\n${ATTACHED}--b--\n`;
const part = (name: string, text: string): Packed => ({
  name,
  content: `<w:x xmlns:w="urn:w"><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:x>`,
});
const WORD = (header: string): Uint8Array =>
  docxOf(
    wordParagraph(HEAD, "Title") +
      BODY.split("\n\n")
        .map((text) => wordParagraph(text))
        .join(""),
    [
      part("word/header1.xml", header),
      part("word/comments.xml", ""),
      part("word/footnotes.xml", ""),
    ],
  );

const FRIDAY = Date.UTC(2025, 4, 9, 23);

interface Held {
  readonly notice: string;
  readonly path: string;
  readonly file: (notice: string) => string | Uint8Array;
  /** When it is out by every clock; `null`: an editor must let it go. */
  readonly out: Instant | null;
}

/** Rows of several languages and weights, in places of several formats. */
const HELD: Readonly<Record<string, Held>> = {
  "above the headline": {
    ...{ notice: "EMBARGOED UNTIL 00.01 GMT ON FRIDAY 9 MAY 2025", out: FRIDAY },
    ...{ path: "in/a.txt", file: (notice) => `${notice}\n\n${STORY}` },
  },
  "behind the end mark": {
    ...{ notice: "DRAFT – not for release", out: null },
    ...{ path: "in/a.txt", file: (notice) => `${STORY}\n\n-ENDS-\n\n${notice}` },
  },
  "in a page header": {
    ...{ notice: "SPERRFRIST: 9. Mai 2025, 10.00 Uhr", out: FRIDAY },
    ...{ path: "in/a.docx", file: WORD },
  },
  "in a field of front matter": {
    ...{ notice: "Публикация разрешена с 9 мая 2025 года, 6:00 мск", out: FRIDAY },
    ...{ path: "in/a.md", file: (notice) => `---\n${MATTER}desk: "${notice}"\n---\n${BODY}` },
  },
  "in the text of a mail": {
    ...{ notice: "Ne pas diffuser avant le 9 mai 2025 à 6 heures", out: FRIDAY },
    ...{ path: "in/a.eml", file: MAIL },
  },
  // Another file that is no story would be counted as one that could not be read, whatever it says.
  "in a name in an archive": {
    ...{ notice: "EMBARGADO HASTA EL 9 DE MAYO DE 2025 A LAS 10:00", out: FRIDAY },
    ...{ path: "in/a.zip", file: (notice) => zipOf([{ name: `${notice}/s.txt`, content: STORY }]) },
  },
  "in an EDS note": {
    ...{ notice: "2025年5月9日10时前不得发布", out: FRIDAY },
    ...{ path: "in/a.txt", file: (notice) => `EDS: ${notice}\n\n${STORY}` },
  },
  "in a note of ninjs": {
    ...{ notice: "مسودة", out: null },
    path: "in/a.json",
    file: (notice) =>
      JSON.stringify({
        ...{ uri: "urn:z:1", headline: HEAD, body_text: BODY, urgency: 1, ednote: notice },
        ...{ slugline: FIELDS.slug, byline: FIELDS.byline, keywords: ["zelmira-tag"] },
      }),
  },
  "in a comment of a page": {
    ...{ notice: "NOT FOR PUBLICATION", out: null },
    path: "in/a.html",
    file: (notice) =>
      `<html><head><title>${HEAD}</title></head><body><!-- ${notice} --><article><h1>${HEAD}</h1>${BODY.split(
        "\n\n",
      )
        .map((text) => `<p>${text}</p>`)
        .join("")}</article></body></html>`,
  },
};

const FRONT = "front-page@preview:front-page";

/** A newsroom of real desks: real readers, the real store, two platforms that keep what they are sent. */
async function newsroom() {
  const room = await editorsNewsroom({
    ...{ start: "2025-05-07T06:20Z", prepare: prepareHere(), isCounted: true },
    terms: { atOnce: 2, thread: "per-brief" },
  });
  const { clock, outbox, placeTroubles } = room;
  const sent: Parcel[] = [];
  const carry = async (parcel: Parcel) => {
    sent.push(parcel);
    return { messageId: `m${sent.length}`, url: null };
  };
  const delivery = createDeliveryDesk({
    screen: NO_SCREEN,
    ...{ outbox, troubles: placeTroubles, clock, alarm: testAlarm(), log: silentLog },
    couriers: [fakeCourier("slack", carry), fakeCourier("preview", carry)],
    ...{ jitter: () => 0, onDelivered: () => undefined },
    onTrouble: (error) => expect.unreachable(String(error)),
  });
  const storyDesk = createStoryDesk({ store: room, clock, pause: async () => undefined });
  return {
    ...{ ...room, sent },
    drop: (path: string, content: string | Uint8Array) => {
      const bytes = Buffer.from(content);
      return room.intake.take({ ...settledFile(path, bytes.toString("latin1")), bytes });
    },
    /** A look of the clock, at a moment. */
    round: async (at: Instant) => {
      clock.set(at);
      await storyDesk.placeAll();
      await room.corrections.chase();
      await room.editionDesk.makeDue();
      await delivery.drain();
    },
  };
}
type Newsroom = Awaited<ReturnType<typeof newsroom>>;

/** What readers ask, and what they type: of the held copy too. */
const VALUES = ["", "harbour", "bridge cost", "2025-05-01", "now", "1", "z"];
const PRYING = ["zelmira", "Zelmira Quist", "in/a", "zelmira-tag", "tag:zelmira-tag", "ina"];

const questions = COMMANDS.filter(({ permission }) => permission === "reader").flatMap(
  ({ name, options }) =>
    ["", ...VALUES, ...PRYING].flatMap((value) => [
      { command: name, options: {} },
      ...options.map((option) => ({ command: name, options: { [option.name]: value } })),
    ]),
);

/** Everything that a reader sees: answers, completions, home, posts, the page and what would be sent now. */
async function seenIn({ desk, sent, editions, editionDesk, clock }: Newsroom) {
  const reader = asked();
  const answers: { readonly typed: string; readonly said: unknown }[] = [];
  for (const { command, options } of questions) {
    const said = await desk.ask({ ...reader, command, options });
    const completed = await Promise.all(
      Object.entries(options).map(([option, typed]) =>
        desk.suggest(command, option, typed, reader),
      ),
    );
    answers.push({
      typed: Object.values(options).join(" "),
      said: { command, options, said, completed },
    });
  }
  for (const [index, { address }] of sent.entries()) {
    const platform = address === "C0001" ? "slack" : "preview";
    const post = { platform, address, messageId: `m${index + 1}` } as const;
    answers.push({ typed: "", said: await desk.askPost(post, reader) });
  }
  const rehearsed = await editionDesk.rehearse(
    sampleSubscription({ id: "new@preview:new", address: "new" }),
    clock.now(),
  );
  const unasked = [await desk.home(reader), sent, await editions.issued(FRONT, 50), rehearsed];
  return { answers, unasked };
}

const tells = (what: unknown): boolean => JSON.stringify(what).toLowerCase().includes(TOKEN);
const HOUR = 3_600_000;

/** Two newsrooms with the same news, of which one has more: what came since the last edition is counted in the next. */
async function twoNewsrooms(more: (room: Newsroom) => Promise<void>) {
  const [holding, bare] = [await newsroom(), await newsroom()];
  const start = holding.clock.now();
  for (const room of [holding, bare]) {
    await room.drop("in/shown.txt", SHOWN);
    await room.round(start);
  }
  await more(holding);
  for (const room of [holding, bare]) {
    await room.drop("in/later.txt", LATER);
    for (let hour = 1; hour < 3; hour += 1) await room.round(start + hour * HOUR);
  }
  return { holding, bare };
}

async function expectAlike(holding: Newsroom, bare: Newsroom): Promise<void> {
  const [seen, usual] = [await seenIn(holding), await seenIn(bare)];
  expect(seen.answers).toEqual(usual.answers);
  expect(seen.unasked.map((one) => JSON.stringify(one))).toEqual(
    usual.unasked.map((one) => JSON.stringify(one)),
  );
  expect(tells(seen.unasked)).toBe(false);
  expect(seen.answers.filter(({ typed, said }) => !tells(typed) && tells(said))).toEqual([]);
  expect(holding.sent.length).toBeGreaterThan(2);
}

describe.each(Object.entries(HELD))("copy with a notice %s", (_, { notice, path, file, out }) => {
  test("is nowhere that a reader sees, and is there once it is let go", async () => {
    const { holding, bare } = await twoNewsrooms(async ({ drop }) => {
      await drop(path, file(notice));
      // The same file again, under another name.
      await drop(path.replace("/a.", "/copy."), file(notice));
    });
    await expectAlike(holding, bare);

    if (out === null) {
      const asked = await holding.line(`release ${TOKEN}`);
      const [sure = ""] = /release \S+ sure:yes revision:\d+/u.exec(asked) ?? [];
      expect(await holding.line(sure)).toMatch(/released/iu);
    }
    await holding.round((out ?? holding.clock.now()) + HOUR);
    const after = await seenIn(holding);
    const [, ...posted] = after.unasked.map(tells);
    expect(posted).toEqual([true, true, true]);
    expect(after.answers.some(({ typed, said }) => !tells(typed) && tells(said))).toBe(true);
    const timeline = await holding.line("timeline harbour bridge cost");
    expect(timeline).toMatch(/Harbour board hears.*Zelmira/su);
  });
});

test("copy that is killed before it is out is nowhere either", async () => {
  const { holding, bare } = await twoNewsrooms(async ({ drop }) => {
    await drop("in/a.txt", `EMBARGOED UNTIL 9 MAY 2025\n\n${STORY}`);
    await drop("in/a.txt", `KILL\n\n${STORY}`);
  });
  await expectAlike(holding, bare);
});
