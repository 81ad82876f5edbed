import { expect, test } from "vitest";
import type { Aside } from "#core/article/copy.ts";
import { readRawFeed } from "#edge/format/feed-raw.ts";
import { copyOf, copyOfStory, storiesOf } from "./helpers.ts";

const HEAD = "Ferry stops in June";
const LEDE = "The ferry stops in June, the council said on Monday.";
const NOTICE = "Nothing of this before Monday at six";

const ITEM = "the fields of the item";
const FILE = "the fields of the file";
const aside = (place: string, field: string | null, text: string): Aside => ({
  place,
  field,
  text,
});

const json = (more: object): string =>
  JSON.stringify({ uri: "urn:a:1", headline: HEAD, body_text: LEDE, ...more });

const g2 = (meta: string, around = ""): string =>
  `<newsMessage><header>${around}</header><itemSet><newsItem guid="urn:a:1"><itemMeta><itemClass qcode="ninat:text"/>${meta}</itemMeta><contentMeta><headline>${HEAD}</headline></contentMeta><contentSet><inlineXML><html><body><p>${LEDE}</p></body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>`;
const ml1 = (management: string, around = ""): string =>
  `<NewsML><NewsEnvelope>${around}</NewsEnvelope><NewsItem><NewsManagement>${management}</NewsManagement><NewsComponent><NewsLines><HeadLine>${HEAD}</HeadLine></NewsLines><ContentItem><DataContent><p>${LEDE}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>`;
const nitf = (docdata: string, body = "", attributes = ""): string =>
  `<nitf><head><docdata ${attributes}>${docdata}</docdata></head><body><body.head><hedline><hl1>${HEAD}</hl1></hedline></body.head><body.content><p>${LEDE}</p>${body}</body.content></body></nitf>`;
const rss = (item: string, channel = ""): string =>
  `<rss version="2.0" xmlns:dcterms="urn:d" xmlns:prism="urn:p" xmlns:wp="urn:w" xmlns:media="urn:m" xmlns:x="urn:x"><channel><title>Port News</title>${channel}<item><title>${HEAD}</title><guid>1</guid><description>${LEDE}</description>${item}</item></channel></rss>`;
const atom = (entry: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="urn:app"><title>Port News</title><entry><id>1</id><title>${HEAD}</title><content>${LEDE}</content>${entry}</entry></feed>`;
const jsonFeed = (item: object): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Port News",
    items: [{ id: "1", title: HEAD, content_text: LEDE, ...item }],
  });

const control = (letters: string): Uint8Array =>
  Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
const anpa = (above: string, head = "u i BC-Ferry 05-09 0121"): Uint8Array =>
  control(
    `\x16\x16\x01W1234 world\r\n${head}\r\n\x02${above}\t   ${LEDE}<\r\n\x03HN-WF-05-09-25 1015GMT\r\n\x04`,
  );
const iptc = (opening: string, below = ""): Uint8Array =>
  control(
    `\x01hne062 3 POL 211 hna 061\r\n\nFerry/hold/\r\n\x02${opening}${HEAD} =\r\n\n   ${LEDE}\r\n${below}\x03091015 GMT May 25 \r\n\x04`,
  );

test.each<[string, string, string | Uint8Array, Aside]>([
  ["any field of ninjs", "a.json", json({ x_hold: NOTICE }), aside(ITEM, "x_hold", NOTICE)],
  [
    "a field in a field of ninjs",
    "a.json",
    json({ extensions: [{ release: { until: "Monday" } }] }),
    aside(ITEM, "extensions.release.until", "Monday"),
  ],
  [
    "what the story's HTML hides in ninjs",
    "a.json",
    json({ body_xhtml: `<p hidden="">${NOTICE}</p><p>${LEDE}</p>` }),
    aside("hidden text", null, NOTICE),
  ],
  [
    "an element of NewsML-G2",
    "a.xml",
    g2(`<service><name>${NOTICE}</name></service>`),
    aside(ITEM, "service.name", NOTICE),
  ],
  [
    "an attribute of NewsML-G2",
    "a.xml",
    g2('<signal qcode="sig:hold"/>'),
    aside(ITEM, "signal.qcode", "sig:hold"),
  ],
  [
    "the message around NewsML-G2",
    "a.xml",
    g2("", `<signal>${NOTICE}</signal>`),
    aside(FILE, "header.signal", NOTICE),
  ],
  [
    "a status of NewsML 1",
    "a.xml",
    ml1(
      '<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20270105T060000Z</DateAndTime></StatusWillChange>',
    ),
    aside(ITEM, "StatusWillChange.DateAndTime", "20270105T060000Z"),
  ],
  [
    "a property of NewsML 1",
    "a.xml",
    ml1('<Property FormalName="Hold" Value="yes"/>'),
    aside(ITEM, "Hold", "yes"),
  ],
  [
    "the envelope of NewsML 1",
    "a.xml",
    ml1("", `<NewsService FormalName="${NOTICE}"/>`),
    aside(FILE, "NewsService.FormalName", NOTICE),
  ],
  [
    "words with marks among them",
    "a.xml",
    g2("<remark>Not <b>before</b> Monday</remark>"),
    aside(ITEM, "itemMeta.remark", "Not before Monday"),
  ],
  [
    "a release of NITF",
    "a.xml",
    nitf('<date.release norm="20270105T060000Z"/>'),
    aside(ITEM, "date.release.norm", "20270105T060000Z"),
  ],
  [
    "a key of NITF",
    "a.xml",
    nitf('<du-key key="HOLD-FERRY"/>'),
    aside(ITEM, "du-key.key", "HOLD-FERRY"),
  ],
  [
    "a message of NITF",
    "a.xml",
    nitf(`<ed-msg info="${NOTICE}"/>`),
    aside(ITEM, "ed-msg.info", NOTICE),
  ],
  [
    "a note in the story of NITF",
    "a.xml",
    nitf("", `<note><p>To the desk</p><p>${NOTICE}</p></note>`),
    aside("beside the story", null, `To the desk\n${NOTICE}`),
  ],
  ["a comment in NITF", "a.xml", `<!-- ${NOTICE} -->${nitf("")}`, aside("a comment", null, NOTICE)],
  [
    "a field of RSS in any namespace",
    "a.xml",
    rss("<x:Sperrfrist>05.01.2027</x:Sperrfrist>"),
    aside(ITEM, "x:Sperrfrist", "05.01.2027"),
  ],
  [
    "PRISM",
    "a.xml",
    rss("<prism:embargoDate>2027-01-05</prism:embargoDate>"),
    aside(ITEM, "prism:embargoDate", "2027-01-05"),
  ],
  [
    "Dublin Core",
    "a.xml",
    rss("<dcterms:available>2027-01-05</dcterms:available>"),
    aside(ITEM, "dcterms:available", "2027-01-05"),
  ],
  [
    "an attribute",
    "a.xml",
    rss('<media:status state="blocked"/>'),
    aside(ITEM, "media:status.state", "blocked"),
  ],
  [
    "WordPress",
    "a.xml",
    rss("<wp:post_date>2027-01-05 06:00:00</wp:post_date>"),
    aside(ITEM, "wp:post_date", "2027-01-05 06:00:00"),
  ],
  ["CDATA", "a.xml", rss(`<x:note><![CDATA[${NOTICE}]]></x:note>`), aside(ITEM, "x:note", NOTICE)],
  [
    "the feed itself",
    "a.xml",
    rss("", `<managingNote>${NOTICE}</managingNote>`),
    aside("the fields of the feed", "managingNote", NOTICE),
  ],
  ["a comment in an item", "a.xml", rss(`<!-- ${NOTICE} -->`), aside("a comment", null, NOTICE)],
  [
    "Atom's draft",
    "a.xml",
    atom("<app:control><app:draft>yes</app:draft></app:control>"),
    aside(ITEM, "app:draft", "yes"),
  ],
  [
    "JSON Feed",
    "a.json",
    jsonFeed({ _hold: { until: "Monday" } }),
    aside(ITEM, "_hold.until", "Monday"),
  ],
  [
    "a line above ANPA's story",
    "a.tst",
    anpa(`^BC-Ferry,121<\r\n^${HEAD} <\r\n^Photo HOLD101<\r\n`),
    aside("above the story", null, "^BC-Ferry,121<\n^Photo HOLD101<"),
  ],
  [
    "the head of ANPA",
    "a.tst",
    anpa(`^${HEAD} <\r\n`, "u i BC-HOLD-Ferry 05-09 0121"),
    aside("the head of the message", null, "W1234 world\nu i BC-HOLD-Ferry 05-09 0121"),
  ],
  [
    "the head of IPTC 7901",
    "a",
    iptc(""),
    aside("the head of the message", null, "hne062 3 POL 211 hna 061\nFerry/hold/"),
  ],
  ["a step of IPTC 7901", "a", iptc("(Achtung)\r\n"), aside("above the story", null, "(Achtung)")],
  [
    "notes below IPTC 7901",
    "a",
    iptc("", `\r\n## Note to editors\r\n${NOTICE}\r\n`),
    aside("below the story", null, `## Note to editors\n${NOTICE}`),
  ],
])("of the wire %s is carried", async (_, path, content, expected) => {
  const stories = [...(await storiesOf(path, content)).values()];
  const [copy] = stories.map(copyOfStory);
  expect(copy?.asides).toContainEqual(expected);
  expect(copy).toMatchObject({ title: HEAD, body: expect.stringContaining(LEDE) });
});

test.each([
  ["a.json", json({})],
  ["a.json", jsonFeed({})],
  ["a.xml", nitf("")],
  ["a.xml", g2("")],
  ["a.xml", rss("")],
  ["a.xml", atom("")],
])("the story itself is no field: %s", async (path, content) => {
  const [story] = [...(await storiesOf(path, content)).values()].map(copyOfStory);
  expect(story?.body).toBe(LEDE);
  expect(JSON.stringify(story?.asides)).not.toContain(LEDE);
});

test("each entry has its own fields, whatever others say", async () => {
  const two = rss("<x:hold>yes</x:hold>").replace(
    "</channel>",
    `<item><title>Bus goes</title><guid>2</guid><description>The bus goes. It is new.</description></item></channel>`,
  );
  const stories = await storiesOf("a.xml", two);
  const holds = [...stories.values()].map(
    (story) => copyOfStory(story).asides.filter(({ field }) => field === "x:hold").length,
  );
  expect(holds).toEqual([1, 0]);
});

test.each([
  ["draft", "draft"],
  ["private", "private"],
  ["pending", "pending"],
  ["future", "future"],
  ["publish", "publish"],
])("WordPress's %s is the status of its entry", async (stated, status) => {
  const stories = await storiesOf(
    "a.xml",
    rss(`<wp:status>${stated}</wp:status><wp:post_type>post</wp:post_type>`),
  );
  expect([...stories.values()].map(copyOfStory)).toMatchObject([{ status }]);
});

test("Atom's draft is the status of its entry, and its absence none", async () => {
  for (const [stated, status] of [
    ["yes", "draft"],
    ["no", null],
  ] as const) {
    const text = atom(`<app:control><app:draft>${stated}</app:draft></app:control>`);
    expect([...(await storiesOf("a.xml", text)).values()].map(copyOfStory)).toMatchObject([
      { status },
    ]);
  }
});

test.each(["page", "attachment", "nav_menu_item"])("WordPress's %s is no story", async (kind) => {
  const [story] = [
    ...(await storiesOf("a.xml", rss(`<wp:post_type>${kind}</wp:post_type>`))).values(),
  ];
  expect(story).toMatchObject({ ok: false, reason: expect.stringMatching(/no story/u) });
});

const html = (body: string, head = ""): string =>
  `<!doctype html><html><head><title>${HEAD}</title>${head}</head><body>${body}</body></html>`;
const long = `${LEDE} `.repeat(6);
const article = `<article><h1>${HEAD}</h1><p>${long}</p><p>${long}</p><p>${long}</p></article>`;

test.each<[string, string, Aside]>([
  [
    "a meta element's name",
    html(article, `<meta name="hold" content="${NOTICE}">`),
    aside("the meta elements of the page", "hold", NOTICE),
  ],
  [
    "a meta element's property",
    html(article, `<meta property="release:at" content="Monday">`),
    aside("the meta elements of the page", "release:at", "Monday"),
  ],
  [
    "a meta element of HTTP",
    html(article, `<meta http-equiv="expires" content="Monday">`),
    aside("the meta elements of the page", "expires", "Monday"),
  ],
  [
    "JSON-LD",
    html(
      article,
      `<script type="application/ld+json">{"@type":"NewsArticle","creativeWorkStatus":"Draft","isPartOf":{"expires":"Monday"}}</script>`,
    ),
    aside("the data of the page", "isPartOf.expires", "Monday"),
  ],
  [
    "a time",
    html(`<time itemprop="datePublished" datetime="2027-01-05T06:00:00Z">Soon</time>${article}`),
    aside("a time of the page", "datePublished", "2027-01-05T06:00:00Z"),
  ],
  ["a comment", html(`<!-- ${NOTICE} -->${article}`), aside("a comment", null, NOTICE)],
  [
    "a comment above the page",
    `<!-- ${NOTICE} -->${html(article)}`,
    aside("a comment", null, NOTICE),
  ],
  [
    "hidden text",
    html(`<p style="display:none">${NOTICE}</p>${article}`),
    aside("hidden text", null, NOTICE),
  ],
  [
    "struck text",
    html(article.replace("</article>", `<p><s>${NOTICE}</s></p></article>`)),
    aside("struck-out text", null, NOTICE),
  ],
  [
    "a box at the side",
    html(`<aside>${NOTICE}</aside>${article}`),
    aside("beside the story", null, NOTICE),
  ],
  ["a foot", html(`${article}<footer>${NOTICE}</footer>`), aside("beside the story", null, NOTICE)],
  [
    "a box above the story",
    html(`<nav>Home</nav><div class="sidebar"><p>${NOTICE}</p></div>${article}`),
    aside("above the story", null, NOTICE),
  ],
])("of a page %s is carried", async (_, page, expected) => {
  const { asides, body } = await copyOf("a.html", page);
  expect(asides).toContainEqual(expected);
  expect(body).toContain(LEDE);
  expect(body).not.toContain(NOTICE);
});

test("when a feed was built says nothing of its entries, which are the same at each look", () => {
  const built =
    "<lastBuildDate>Mon, 30 Nov 2026 06:00:00 GMT</lastBuildDate><generator>Draft 5</generator>";
  expect(readRawFeed(rss("", built)).asides).toEqual(readRawFeed(rss("")).asides);
});

test("what a feed says behind its entries is said of all of them", () => {
  const { entries, asides } = readRawFeed(
    rss("").replace("</channel>", "<hold>yes</hold></channel>"),
  );
  expect(asides).toContainEqual(aside("the fields of the feed", "hold", "yes"));
  expect(JSON.stringify(entries)).not.toContain("hold");
});

test("the lines of a box stay lines, and its scripts are not read", async () => {
  const box = `<aside><h3>To the desk</h3><p>${NOTICE}<br>or <b>later</b></p>Ends<script>x</script></aside>`;
  const { asides } = await copyOf("a.html", html(box + article));
  expect(asides).toContainEqual(
    aside("beside the story", null, `To the desk\n${NOTICE}\nor later\nEnds`),
  );
});

test("links to other stories, menus and scripts are not carried", async () => {
  const page = html(
    `<nav>${NOTICE}</nav><script>${NOTICE}</script><div class="sidebar"><p><a href="/x">${NOTICE}</a></p></div>${article}`,
  );
  expect((await copyOf("a.html", page)).asides).toEqual([]);
});

test("a notice that stands in the story stays there", async () => {
  const { body } = await copyOf(
    "a.html",
    html(article.replace(`<p>${long}`, `<p>${NOTICE}</p><p>${long}`)),
  );
  expect(body).toContain(NOTICE);
});

test.each([
  ["tags without an end", "<a ".repeat(60_000)],
  ["quotes without an end", '<a x="'.repeat(60_000)],
  ["comments without an end", "<!--".repeat(60_000)],
  ["open elements", "<item><a>".repeat(30_000)],
])("%s of a feed take time in proportion", (_, markup) => {
  const began = process.cpuUsage();
  readRawFeed(markup);
  expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
});
