import { expect, test } from "vitest";
import { copyOf, readText, reasonOf } from "./helpers.ts";

const SENTENCE =
  "The harbour closed on Wednesday after the worst storm in forty years, the port authority said.";
const STORY = Array.from(
  { length: 8 },
  (_, index) => `<p>${SENTENCE} It was pier ${index}.</p>`,
).join("\n");

const PAGE = `<!doctype html>
<html lang="en"><head>
<title>Harbour closes after storm - Harbour News</title>
<meta property="og:site_name" content="Harbour News">
<meta property="og:title" content="Harbour closes after storm | Harbour News">
<link rel="canonical" href="https://example.org/harbour">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":["NewsArticle"],"headline":"Harbour closes after storm","author":[{"@type":"Person","name":"Ann Field"},{"name":"Bo Miller"}],
"datePublished":"2025-05-07T08:00:00+02:00","articleSection":["Shipping"],"keywords":"harbour, storm","publisher":{"name":"Harbour News"}}]}</script>
</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<aside>Most read: everything else</aside>
<article><h1>Harbour closes after storm</h1>
<figure><img src="a.jpg" alt="a pier"><figcaption>The pier on Tuesday</figcaption></figure>
${STORY}
<ul><li>the northern pier</li><li><p>the southern pier</p></li></ul>
<script>track("x")</script>
</article>
<footer>© Harbour News</footer></body></html>`;

test("a page of a site: the story, and what the page says of itself", async () => {
  const copy = await copyOf("a.html", PAGE);
  expect(copy).toMatchObject({
    format: "html",
    title: "Harbour closes after storm",
    byline: "Ann Field, Bo Miller",
    date: "2025-05-07T08:00:00+02:00",
    section: "Shipping",
    tags: ["harbour", "storm"],
    sourceUrl: "https://example.org/harbour",
    source: "Harbour News",
  });
  expect(copy.body.startsWith(`${SENTENCE} It was pier 0.\n\n${SENTENCE} It was pier 1.`)).toBe(
    true,
  );
  expect(copy.body).toContain("- the northern pier\n- the southern pier");
  for (const word of ["Home", "Most read", "on Tuesday", "track", "©"])
    expect(copy.body).not.toContain(word);
});

test("Open Graph, meta and time are read where there is no JSON-LD", async () => {
  const copy = await copyOf(
    "a.html",
    `<html><head><title>x</title><meta property="og:title" content="Harbour closes">
    <meta name="author" content="Ann Field"><meta property="article:section" content="Shipping">
    <meta property="article:tag" content="harbour"><meta property="article:tag" content="storm">
    <meta name="embargo" content="2025-05-09T00:01Z"></head>
    <body><p>The harbour closed.</p><time datetime="2025-05-07T08:00Z">Wednesday</time></body></html>`,
  );
  expect(copy).toMatchObject({
    title: "Harbour closes",
    byline: "Ann Field",
    section: "Shipping",
    tags: ["harbour", "storm"],
    date: "2025-05-07T08:00Z",
    embargo: "2025-05-09T00:01Z",
  });
});

test.each([
  ["<p>One.</p><p>Two</p>", "One.\n\nTwo"],
  ["<h1>Harbour closes</h1><p>One.</p>", "One."],
  ["<p>One<br>line</p>", "One\nline"],
  ["<p>One.<br><br>Two.</p>", "One.\n\nTwo."],
  ["<p>It&nbsp;was &amp; &quot;is&quot; <b>b</b><i>c</i></p>", 'It was & "is" bc'],
  ["<p>  a \n b\t</p>", "a b"],
  ["<p>har\u00adbour</p>", "harbour"],
  ["<p>a</p><p hidden>b</p><p style='display: none'>c</p><div aria-hidden='true'>d</div>", "a"],
  ["<ul><li>one<ul><li>two</li></ul></li></ul><p>three</p>", "- one\n- two\n\nthree"],
  ["<p>a</p><!-- b --><style>c</style><noscript>d</noscript>", "a"],
  ["<div>a<p>b</p>c</div>", "a\n\nb\n\nc"],
])("the text of %j is %j", async (html, body) =>
  expect((await copyOf("a.html", html)).body).toBe(body));

test("content tells HTML from text, whatever the name", async () => {
  expect(
    (await copyOf("a.txt", "<!DOCTYPE html><html><body><p>One.</p></body></html>")).format,
  ).toBe("html");
  expect((await copyOf("a", "<p>One.</p>")).format).toBe("html");
  expect((await copyOf("a.txt", "He wrote <sic> in the margin.")).format).toBe("text");
  expect((await copyOf("a.md", "<p>One.</p>")).format).toBe("markdown");
});

test("deep nesting is read, or named, and never fatal", async () => {
  for (const depth of [2_000, 15_000]) {
    const reading = await readText(
      "a.html",
      `${"<div>".repeat(depth)}<p>One.</p>${"</div>".repeat(depth)}`,
    );
    expect(reading.ok || reading.reason).toBeTruthy();
  }
});

test("a page with too many elements is named", async () => {
  expect(await reasonOf(readText("a.html", `<html>${"<p>a</p>".repeat(60_000)}</html>`))).toMatch(
    /too many elements/u,
  );
});

test("a page without a story is named", async () => {
  expect(
    await reasonOf(
      readText("a.html", "<html><head><title>Harbour</title></head><body></body></html>"),
    ),
  ).toMatch(/no story/u);
});

test("a page states its language, its rights and several properties at once", async () => {
  const page = `<html lang="en-gb"><head><meta property="x:title dc:title" content="Harbour closes"><meta name="author" content="Desk"><meta property="dc:creator" content="Ann Field"><meta name="dc.rights" content="© 2025 Harbour News"></head><body><p>The harbour closed on Friday.</p></body></html>`;
  expect(await copyOf("a.html", page)).toMatchObject({
    title: "Harbour closes",
    byline: "Ann Field",
    language: "en-GB",
    copyright: "© 2025 Harbour News",
  });
});

test("JSON-LD states the line below the headline, language and rights", async () => {
  const data = JSON.stringify({
    "@type": "NewsArticle",
    headline: "Harbour closes",
    alternativeHeadline: "Ships wait",
    inLanguage: "nb-NO",
    copyrightNotice: "Harbour News",
  });
  const page = `<html><head><script type="application/ld+json">${data}</script></head><body><p>Havnen ble stengt på fredag.</p></body></html>`;
  expect(await copyOf("a.html", page)).toMatchObject({
    subheadline: "Ships wait",
    language: "nb-NO",
    copyright: "Harbour News",
  });
});

test.each([
  ["Advertisement", false],
  ["Continue reading the main story", false],
  ["Photo", false],
  ["Photo agencies have left the town, she said.", true],
  ["Comments were scarce on Friday.", true],
])("the line %j is story: %s", async (line, isStory) => {
  const page = `<html><body><nav>Home</nav><article><p>The harbour closed on Friday, the port said.</p><p>${line}</p><p>It opened again on Sunday, after the storm.</p></article></body></html>`;
  expect((await copyOf("a.html", page)).body.includes(line)).toBe(isStory);
});

const LONG =
  "<p>The harbour closed on Wednesday after the worst storm in forty years, the port authority said. The pier fell into the sea at noon, and nobody was hurt by it.</p>";

test.each([
  [
    "a description where the headline belongs",
    "Velsk - Openpages",
    "town on the southern coast",
    "<h1>Velsk</h1>",
    "Velsk",
  ],
  [
    "a headline that agrees with the page",
    "Ferry stops | Tarn News",
    "Ferry to Velsk stops in June",
    "<h1>Ferry stops</h1>",
    "Ferry stops",
  ],
  [
    "a headline that opens small by its own name",
    "iFerry app is late",
    "iFerry app is late",
    "<p>No heading</p>",
    "iFerry app is late",
  ],
  ["no heading", "Ferry stops – Tarn News", "Ferry stops in June", "", "Ferry stops in June"],
])("JSON-LD: %s", async (_, title, headline, heading, expected) => {
  const linked = JSON.stringify({ "@type": "Article", headline });
  const page = `<html><head><title>${title}</title><script type="application/ld+json">${linked}</script></head><body>${heading}${LONG}${LONG}</body></html>`;
  expect((await copyOf("a.html", page)).title).toBe(expected);
});

test.each([
  [
    "the site itself",
    "Tarn News - Latest News & Headlines",
    "Ferry stops",
    "<h1>Ferry stops</h1>",
    "Ferry stops",
  ],
  ["the story", "Ferry stops in June", "Tarn News", "<p>x</p>", "Ferry stops in June"],
  ["the story with the site", "Ferry stops – The Tarn News", "x", "", "Ferry stops"],
  ["the site before the story", "Tarn News | Ferry stops", "x", "", "Ferry stops"],
  [
    "a story of the site's own town",
    "News of Tarn’s ferry",
    "Tarn News",
    "",
    "News of Tarn’s ferry",
  ],
  ["a dash that is the story's", "Bank is sound – Adeyo", "Tarn News", "", "Bank is sound – Adeyo"],
])("og:title is %s", async (_, og, title, heading, expected) => {
  const page = `<html><head><title>${title}</title><meta property="og:title" content="${og}"><meta property="og:site_name" content="Tarn News"></head><body>${heading}${LONG}${LONG}</body></html>`;
  expect((await copyOf("a.html", page)).title).toBe(expected);
});

test.each([
  ["a tooltip", '<span class="tooltip">Opens a new window</span>'],
  ["words for screen readers", '<span class="link sr-only">(external link)</span>'],
  ["a theme's words for screen readers", '<span class="screen-reader-text">External</span>'],
  ["a role", '<em role="tooltip">Opens a new window</em>'],
  ["words that a style strikes out", '<span style="text-decoration: line-through">never</span>'],
])("%s does not stick to the word before it", async (_, inside) => {
  const page = `<html><body><nav>x</nav><article><h1>Ferry stops</h1><p>The port <a href="https://tarn.example">said${inside} </a> that the ferry stops.</p>${LONG}${LONG}</article></body></html>`;
  expect((await copyOf("a.html", page)).body).toContain("The port said that the ferry stops.");
});

test("an element whose class only looks like that is read", async () => {
  const page = `<html><body><nav>x</nav><article><p>The <span class="tooltip-trigger">harbour</span> closed, and it <span class="reader">stays</span> so.</p>${LONG}${LONG}</article></body></html>`;
  expect((await copyOf("a.html", page)).body).toContain("The harbour closed, and it stays so.");
});
