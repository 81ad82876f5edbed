import { expect, test } from "vitest";
import { OF_THE_NEWSROOM } from "#core/access/audience.ts";
import { createWriteBrief } from "#core/brief/write.ts";
import { createStoryDesk } from "#desk/story.ts";
import { asked } from "#tests/asked.ts";
import { sampleArticle } from "#tests/samples.ts";
import { replyDesk } from "./desk.ts";

const HOUR = 3_600_000;
const SIX = Date.parse("2026-05-08T02:00Z");
const writeBrief = createWriteBrief();

interface Given {
  readonly id: string;
  readonly source: string;
  readonly hours?: number;
  readonly title?: string;
  readonly body: string;
  readonly embargoed?: boolean;
}

/** A desk over reports, each in its story. */
async function deskWith(...reports: readonly Given[]) {
  const desk = await replyDesk();
  for (const { hours = 0, embargoed = false, ...fields } of reports) {
    const published = SIX + hours * HOUR;
    const embargo = { kind: "until", instant: SIX + 99 * HOUR, text: "later" } as const;
    const article = sampleArticle({
      ...{ title: `Ferry sinks (${fields.id})`, ...fields, published, takenIn: published },
      ...(embargoed && { embargo }),
    });
    await desk.file(article, writeBrief(article));
  }
  await createStoryDesk({
    store: desk,
    clock: desk.clock,
    pause: async () => undefined,
  }).placeAll();
  return desk;
}

const ferry = (dead: number, owner: string, more: string) =>
  `VELSK – A ferry sank off Velsk on Friday and ${dead} people were killed, ${owner} said.\n\n${more} The captain, Pavel Orm, was rescued.`;
const AFP = { id: "afp", source: "AFP", body: ferry(31, "police", "A trawler came to help.") };
const REUTERS = {
  ...{ id: "reuters", source: "Reuters", hours: 1 },
  body: ferry(26, "the coastguard", "It was dark, and the waves were four metres high."),
};
const LATER = {
  ...{ id: "later", source: "AFP", hours: 4, title: "Ferry toll rises" },
  body: ferry(35, "police", "Divers found four bodies in the engine room at noon."),
};

test("why says with whom an article is told, and where they differ", async () => {
  const { line } = await deskWith(AFP, REUTERS);
  const said = await line("why afp");
  expect(said).toContain("It opened the story; 1 other report followed");
  expect(said).toContain("Ferry sinks (reuters) · Reuters · 8 May, 03:00 · reuters");
  expect(said).toContain(
    "Sources differ: killed: 31 (AFP, citing police) · 26 (Reuters, citing the coastguard)",
  );
  // By what it came to them is weighed over all copy, and told to those who see all of it.
  const atDesk = { role: "editor", whereabouts: OF_THE_NEWSROOM } as const;
  expect(await line("why reuters", asked(atDesk))).toMatch(
    /It is told with 1 other report; it came to them by: .*Velsk/iu,
  );
  expect(await line("why reuters")).toMatch(/It is told with 1 other report$/mu);
});

test("of a report under embargo neither why nor the timeline knows anything", async () => {
  const { line } = await deskWith(AFP, { ...REUTERS, embargoed: true });
  expect(await line("why afp")).not.toContain("Reuters");
  expect(await line("timeline ferry")).not.toContain("Reuters");
  expect(await line("why afp")).toContain("Nothing like it came in within four days");
});

test("a timeline shows which figures moved, and copies beside their original", async () => {
  const copy = { ...AFP, id: "copy", source: "Velsk Post", hours: 0.5 };
  const { line } = await deskWith(AFP, copy, LATER);
  const said = await line("timeline ferry");
  expect(said).toContain("killed: 31 → 35 — AFP, citing police");
  expect(said).toContain("Ferry sinks (afp) · also: Velsk Post");
  expect(said).not.toContain("Ferry sinks (copy)");
});

test("a timeline keeps the versions of one text in which a figure moved", async () => {
  const again = { ...AFP, id: "again", hours: 3, title: "Ferry toll rises again" };
  const { line } = await deskWith(AFP, { ...again, body: AFP.body.replace("31", "38") });
  const said = await line("timeline ferry");
  expect(said).toContain("Ferry toll rises again");
  expect(said).toContain("killed: 31 → 38 — AFP, citing police");
});

test("a digest made now tells a story once", async () => {
  const { line } = await deskWith(AFP, REUTERS);
  const said = await line("digest now");
  expect(said).toContain("also: AFP");
  expect(said).not.toContain("Ferry sinks (afp)");
});
