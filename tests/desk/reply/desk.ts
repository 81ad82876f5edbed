import type { Article } from "#core/article/article.ts";
import type { Brief } from "#core/brief/brief.ts";
import type { Message } from "#core/message/message.ts";
import { plainMessage } from "#core/message/say.ts";
import type { Asked } from "#core/reply/front-desk.ts";
import { forEditors } from "#desk/held-copy.ts";
import type { PostLink } from "#desk/port/editions.ts";
import { createFrontDesk } from "#desk/reply/front-desk.ts";
import type { DeskParts } from "#desk/reply/parts.ts";
import { readerHandlers } from "#desk/reply/reader.ts";
import { asked } from "#tests/asked.ts";
import { NO_FORMS, withEditors } from "#tests/fake/editors.ts";
import { textOf } from "#tests/message-text.ts";
import { sampleArticle, sampleBrief, sampleChannel } from "#tests/samples.ts";
import { testClock, testStore } from "../fixture.ts";

const { summary, sections } = plainMessage("The latest edition");
const PICTURE = {
  kind: "picture",
  ...{ url: "https://p.example/a.jpg", alt: null, credit: "Ana Field" },
} as const;
const LATEST: Message = { summary, sections: [...sections, { blocks: [PICTURE] }] };

/** A front desk over a store with these articles, at 06:20 on a Friday in May. */
export async function replyDesk(...articles: readonly Partial<Article>[]) {
  const store = await testStore();
  const clock = testClock("2026-05-08T06:20Z");
  const { archive, ledger } = store;
  const file = async (fields: Partial<Article>, brief: Partial<Brief> = {}) => {
    const article = sampleArticle({ takenIn: clock.now(), ...fields });
    const { path, contentHash, id } = article;
    const entry = { path, contentHash, articleId: id, at: clock.now() };
    await archive.file(article, sampleBrief(article, brief), [
      { ...entry, stage: "taken-in", rule: "It was read as text" },
    ]);
  };
  for (const fields of articles) await file(fields);
  const channels = ["front-page", "sport"].map(sampleChannel);
  /** The articles of each posted message. */
  const standing = new Map<string, readonly string[]>();
  /** Where articles stand in posts, the latest first. */
  const links: PostLink[] = [];
  const parts: DeskParts = {
    ...{ archive, ledger, stories: store.stories, clock, timeZone: "UTC" },
    internalSections: [],
    channels: () => channels,
    nextSlot: () => Date.parse("2026-05-08T07:00Z"),
    latestEdition: async ({ name }) => (name === "front-page" ? LATEST : null),
    deny: () => "t0",
    whoEdits: "",
    heldCopyFor: forEditors(store.heldCopy),
    isStored: async (id) => (await archive.revision(id)) > 0,
    linksTo: async (ids) => links.filter(({ article }) => ids.includes(article)),
    articlesIn: async ({ messageId }) => standing.get(messageId) ?? [],
  };
  const given: string[] = [];
  const desk = createFrontDesk(
    parts,
    withEditors(readerHandlers(parts), (one) => given.push(one)),
    NO_FORMS,
  );
  const ask = (line: string, from: Asked = asked()): Promise<Message> => desk.askLine(line, from);
  const line = async (text: string, from: Asked = asked()) => textOf(await ask(text, from));
  const typed = async (text: string, from: Asked = asked()) =>
    textOf(await desk.askTyped(text, from));
  return { ...store, desk, parts, clock, file, line, typed, ask, channels, given, standing, links };
}
