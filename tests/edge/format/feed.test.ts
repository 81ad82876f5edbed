import { expect, test } from "vitest";
import { createReadCopy } from "#edge/format/read-copy.ts";
import { rootOf } from "#edge/format/xml-root.ts";
import { copyOfStory, readText, reasonOf, storiesOf } from "./helpers.ts";

const rss = (items: string, channel = ""): string =>
  `<?xml version="1.0"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour News</title><link>https://harbour.example/</link><description>All of it</description>${channel}${items}</channel></rss>`;

const copy = async (feed: string, part: string) => {
  const story = (await storiesOf("a.xml", feed)).get(part);
  if (story === undefined) throw new TypeError(`No part ${part}`);
  return copyOfStory(story);
};

test("an item of RSS 2.0", async () => {
  const item = `<item><title>Harbour closes &amp;amp; ships wait</title><link>/2025/harbour</link><guid isPermaLink="false">hn-17</guid>
<dc:creator>Ann Field</dc:creator><pubDate>Fri, 09 May 2025 10:15:00 GMT</pubDate><category>Norway</category><category>Ports</category>
<description>Short.</description><content:encoded><![CDATA[<p>The harbour <b>closed</b> on Friday.</p><p>“It had to,” she said.</p>]]></content:encoded></item>`;
  const channel = "<language>en-gb</language><copyright>© 2025 Harbour News</copyright>";
  expect(await copy(rss(item, channel), "hn-17")).toMatchObject({
    format: "rss",
    title: "Harbour closes & ships wait",
    body: "The harbour closed on Friday.\n\n“It had to,” she said.",
    byline: "Ann Field",
    date: "Fri, 09 May 2025 10:15:00 GMT",
    guid: "hn-17",
    tags: ["Norway", "Ports"],
    sourceUrl: "https://harbour.example/2025/harbour",
    source: "Harbour News",
    copyright: "© 2025 Harbour News",
    language: "en-GB",
  });
});

test.each([
  ["The harbour closed.\n\nShips wait.", "The harbour closed.\n\nShips wait."],
  [
    "&lt;p&gt;The harbour closed.&lt;/p&gt;&lt;p&gt;Ships wait.&lt;/p&gt;",
    "The harbour closed.\n\nShips wait.",
  ],
  ["<![CDATA[The harbour closed.<br><br>Ships wait.]]>", "The harbour closed.\n\nShips wait."],
  [
    "<![CDATA[Harbour closes<p>The harbour closed.</p><a href='x'>Continue reading...</a>]]>",
    "The harbour closed.",
  ],
  [
    "<![CDATA[<p>The harbour closed.</p><p>The post Harbour closes appeared first on Harbour News.</p>]]>",
    "The harbour closed.",
  ],
  ["<![CDATA[<p>The harbour closed.</p><p>Related: Ships wait</p>]]>", "The harbour closed."],
  ["<![CDATA[<p>More ships wait, she said.</p>]]>", "More ships wait, she said."],
])("the description %j is the story %j", async (description, body) => {
  const item = `<item><title>Harbour closes</title><guid>1</guid><description>${description}</description></item>`;
  expect((await copy(rss(item), "1")).body).toBe(body);
});

test.each([
  ["<guid>g</guid><link>https://harbour.example/1</link><title>Harbour</title>", "g"],
  ["<link>https://harbour.example/1</link><title>Harbour</title>", "https://harbour.example/1"],
  ["<title>Harbour</title>", "Harbour"],
])("the part of %j is %j", async (fields, part) => {
  const feed = rss(`<item>${fields}<description>The harbour closed.</description></item>`);
  expect([...(await storiesOf("a.rss", feed)).keys()]).toEqual([part]);
});

test("an item of a headline alone is accounted for beside the others", async () => {
  const feed = rss(
    "<item><guid>1</guid><title>Harbour closes</title></item><item><guid>2</guid><title>Harbour closes</title><description>Harbour closes.</description></item><item><guid>3</guid><description>It closed on Friday.</description></item>",
  );
  const stories = await storiesOf("a.rss", feed);
  const said = { ok: false, reason: expect.stringMatching(/headline and no story/u) };
  expect(stories.get("1")).toMatchObject(said);
  expect(stories.get("2")).toMatchObject(said);
  expect(stories.get("3")).toMatchObject({
    ok: true,
    copy: { title: null, body: "It closed on Friday." },
  });
});

test("an address of mail is no byline", async () => {
  const item = (author: string) =>
    `<item><guid>1</guid><author>${author}</author><description>It closed on Friday.</description></item>`;
  expect((await copy(rss(item("desk@harbour.example")), "1")).byline).toBeNull();
  expect((await copy(rss(item("ann@harbour.example (Ann Field)")), "1")).byline).toBe("Ann Field");
});

test("RSS 1.0, whose items stand beside the channel", async () => {
  const feed = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example/"><title>Harbour News</title><link>https://harbour.example/</link><description>x</description></channel><item rdf:about="https://harbour.example/1"><title>Harbour closes</title><link>https://harbour.example/1</link><description>It closed on Friday.</description><dc:creator>Ann Field</dc:creator><dc:date>2025-05-09</dc:date><dc:subject>Ports</dc:subject></item></rdf:RDF>`;
  expect(await copy(feed, "https://harbour.example/1")).toMatchObject({
    title: "Harbour closes",
    body: "It closed on Friday.",
    byline: "Ann Field",
    date: "2025-05-09",
    tags: ["Ports"],
  });
});

test("Atom, with markup of each type", async () => {
  const feed = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nb"><title>Harbour News</title><id>f</id><updated>2025-05-09T12:00:00Z</updated><link href="https://harbour.example/"/>
<entry><id>urn:1</id><title type="html">Harbour &lt;b&gt;closes&lt;/b&gt;</title><published>2025-05-09T10:00:00+02:00</published><updated>2025-05-09T12:00:00+02:00</updated><author><name>Ann Field</name></author><category term="ports" label="Ports"/><link rel="edit" href="https://x.example/"/><link href="https://harbour.example/1"/><summary>Short.</summary><content type="html">&lt;p&gt;It closed on Friday.&lt;/p&gt;</content></entry>
<entry><id>urn:2</id><title>Second</title><updated>2025-05-09T12:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It opened &amp; closed.</p></div></content></entry>
<entry><id>urn:3</id><title>Third</title><updated>2025-05-09T12:00:00Z</updated><summary type="text">Ships wait.</summary><content src="https://harbour.example/film" type="video/mp4"/></entry></feed>`;
  expect(await copy(feed, "urn:1")).toMatchObject({
    format: "atom",
    title: "Harbour closes",
    body: "It closed on Friday.",
    byline: "Ann Field",
    date: "2025-05-09T10:00:00+02:00",
    version: "2025-05-09T10:00:00.000Z",
    tags: ["Ports"],
    sourceUrl: "https://harbour.example/1",
    language: "nb",
  });
  expect(await copy(feed, "urn:2")).toMatchObject({ body: "It opened & closed.", version: null });
  expect(await copy(feed, "urn:3")).toMatchObject({ body: "Ships wait." });
});

test("JSON Feed", async () => {
  const feed = JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Harbour News",
    language: "en",
    items: [
      {
        id: "1",
        title: "Harbour closes",
        url: "https://harbour.example/1",
        content_html: "<p>It closed.</p>",
        tags: ["Ports"],
      },
    ],
  });
  expect(await copy(feed, "1")).toMatchObject({
    format: "json-feed",
    body: "It closed.",
    tags: ["Ports"],
  });
});

test("what is not well formed is read where it is certain", async () => {
  const item =
    "<item><guid>1</guid><title>Fish & ships</title><description>Cod & herring, she said.</description></item>";
  expect(await copy(rss(item), "1")).toMatchObject({
    title: "Fish & ships",
    body: "Cod & herring, she said.",
  });
});

const ITEM =
  "<item><guid>1</guid><title>Harbour</title><description>It closed.</description></item>";

test.each([
  [rss(ITEM).slice(0, -30), /cut off/u],
  [rss(`${ITEM}<item><guid>2</guid><title>Cut`), /not closed/u],
  [rss(""), /no entry/u],
  [`<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${rss(ITEM)}`, /entities/u],
  [
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"></rss>',
    /entities/u,
  ],
  [
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>x</loc></url></urlset>',
    /./u,
  ],
  ['<svg xmlns="http://www.w3.org/2000/svg"><title>Harbour</title></svg>', /XML/u],
])("%j is quarantined", async (feed, reason) =>
  expect(await reasonOf(readText("a.xml", feed))).toMatch(reason));

test.each([
  [
    '<?xml version="1.0"?>\n<!-- a --><!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://x.example/rss.dtd">\n<rss version="0.91">',
    "rss",
  ],
  ["\n<atom:feed xmlns:atom='x'>", "feed"],
  ["<rdf:RDF>", "RDF"],
  ["The rss <rss>", null],
  ["<!DOCTYPE html><html>", "html"],
])("the first element of %j is %j", (text, root) => expect(rootOf(text)).toBe(root));

test.each([
  ["Comic day (17 comments)", "Comic day"],
  ["Comic day [1 comment]", "Comic day"],
  ["Comic day draws comments (17 of them)", "Comic day draws comments (17 of them)"],
  ["(17 comments)", "(17 comments)"],
])("a count of comments is no part of the headline %j", async (title, expected) => {
  const item = `<item><title>${title}</title><guid>1</guid><description>The fair drew 4,000 people.</description></item>`;
  expect((await copy(rss(item), "1")).title).toBe(expected);
});

test("an identifier of any length names its story in a few hundred letters, and no two stories alike", async () => {
  const long = (end: string) => `https://harbour.example/?${"tide=high&amp;".repeat(400)}${end}`;
  const items = ["1", "2"].map(
    (end) =>
      `<item><guid>${long(end)}</guid><title>Harbour ${end}</title><description>It closed.</description></item>`,
  );
  const bytes = new TextEncoder().encode(rss(items.join("")));
  const reading = await createReadCopy()({ path: "wire.rss", bytes });
  const parts = reading.ok ? reading.stories.map(({ part }) => part) : [];
  expect(parts.map((part) => part.length <= 400)).toEqual([true, true]);
  expect(new Set(parts).size).toBe(2);
  // What identifies the story to others is kept whole.
  const guids = reading.ok ? reading.stories.map((story) => story.ok && story.copy.guid) : [];
  expect(guids[0]).toContain("tide=high&tide=high");
});
