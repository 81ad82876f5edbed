import { describe, expect, test } from "vitest";
import { copyOf, readText, reasonOf } from "./helpers.ts";

const HEAD = `<head><title>HARBOUR 2</title>
  <meta name="anpa-keyword" content="harbour-closure"/><meta name="category-name" content="local"/>
  <tobject><tobject.subject tobject.subject.refnum="04000000" tobject.subject.type="Economy" tobject.subject.matter="Ports"/></tobject>
  <docdata management-status="usable">
    <doc-id id-string="urn:tarn:harbour-1"/><du-key key="TARN-HARBOUR" version="3"/>
    <urgency ed-urg="3"/><date.issue norm="20260508T060000Z"/>
    <ed-msg info="With pictures."/><doc.copyright year="2026" holder="Tarn Wire"/>
    <doc.rights geography="Velsk"/>
    <key-list><keyword key="harbour"/><keyword key="storm"/></key-list>
  </docdata></head>`;
const TOP = `<body.head><hedline><hl1>Harbour closes after storm</hl1><hl2>Ships wait outside</hl2></hedline>
  <byline>By Ann Field<byttl>Tarn Wire</byttl></byline><distributor>Tarn Wire</distributor>
  <dateline><location>OSTERHALD</location>, May 8</dateline></body.head>`;
const STORY = `<p>OSTERHALD, May 8 (Tarn Wire) &#8211; The harbour closed.</p>
  <media media-type="image"><media-caption>Ships at anchor.</media-caption></media>
  <hl2>Waiting</hl2><p>&#8220;It had to,&#8221; <person>Ann Roe</person> said.</p>
  <table><tr><td>Ships</td><td>9</td></tr></table><ul><li>One</li><li>Two</li></ul>`;
const nitf = (story = STORY, head = HEAD) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<nitf baselang="en-GB">${head}<body>${TOP}<body.content>${story}</body.content><body.end><tagline>Copyright</tagline></body.end></body></nitf>`;

test("a NITF document gives its story, and all that it states", async () => {
  expect(await copyOf("a.xml", nitf())).toMatchObject({
    format: "nitf",
    title: "Harbour closes after storm",
    subheadline: "Ships wait outside",
    byline: "By Ann Field, Tarn Wire",
    located: "OSTERHALD",
    source: "Tarn Wire",
    section: "local",
    slug: "harbour-closure",
    urgency: "3",
    status: "usable",
    version: "3",
    guid: "urn:tarn:harbour-1",
    date: "20260508T060000Z",
    embargo: null,
    editorNote: "With pictures.",
    copyright: "© 2026 Tarn Wire",
    usageTerms: "For use in Velsk only",
    language: "en-GB",
    tags: ["harbour", "storm"],
    subjects: ["Ports"],
  });
});

test("paragraphs, sub-heads, tables and lists are the story; pictures and what stands below are not", async () => {
  const { body } = await copyOf("a.xml", nitf());
  expect(body.split("\n\n")).toEqual([
    "OSTERHALD, May 8 (Tarn Wire) – The harbour closed.",
    "Waiting",
    "“It had to,” Ann Roe said.",
    expect.stringContaining("Ships"),
    expect.stringContaining("One"),
  ]);
  expect(body).not.toMatch(/anchor|Copyright/u);
});

test.each([
  ["20260509T000100Z", "20260509T000100Z"],
  ["20260508T060000Z", null], // the moment of its issue holds nothing back
])("a release at %s is an embargo: %s", async (release, embargo) => {
  const head = HEAD.replace("</docdata>", `<date.release norm="${release}"/></docdata>`);
  expect((await copyOf("a.xml", nitf(STORY, head))).embargo).toBe(embargo);
});

test.each([
  `<!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">\n${nitf().replace(/^.*\n/u, "")}`,
  nitf()
    .replaceAll("<nitf", "<n:nitf xmlns:n='http://iptc.org/std/NITF/2006-10-18/'")
    .replaceAll("</nitf", "</n:nitf"),
  `<!-- from the wire -->${nitf().replace(/^.*\n/u, "")}`,
])("it is known whatever stands above it and whatever its prefix", async (text) => {
  expect((await copyOf("a.txt", text)).title).toBe("Harbour closes after storm");
});

test("characters that HTML has names for are read without its DTD", async () => {
  const { body } = await copyOf(
    "a.xml",
    nitf("<p>Zo&eacute; paid &pound;5&nbsp;&mdash; &amp; left.</p>"),
  );
  expect(body).toBe("Zoé paid £5\u00a0— & left.".replace("\u00a0", " "));
});

describe("what cannot be read is quarantined", () => {
  const bomb = [..."bcdefghij"].map(
    (name, index) => `<!ENTITY ${name} "${`&${"abcdefghij"[index]};`.repeat(10)}">`,
  );
  test.each([
    ["cut off in the middle", nitf().slice(0, 900)],
    ["an entity of its own", nitf("<p>&mine; is here.</p>")],
    [
      "an entity bomb",
      `<!DOCTYPE nitf [<!ENTITY a "boom">${bomb.join("")}]>${nitf("<p>&j;</p>").replace(/^.*\n/u, "")}`,
    ],
    [
      "an entity from outside",
      `<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]>${nitf("<p>&x;</p>").replace(/^.*\n/u, "")}`,
    ],
    ["nested too deep", `<nitf>${"<block>".repeat(200_000)}`],
    ["no story", nitf("")],
  ])("%s", async (_, text) => {
    expect(await reasonOf(readText("a.xml", text))).toMatch(/\.$/u);
  });
});

test.each([
  ["<svg xmlns='http://www.w3.org/2000/svg'><text>Harbour</text></svg>", /XML/u],
  ["<?xml version='1.0'?><urlset><url><loc>https://tarn.example</loc></url></urlset>", /XML/u],
])("%s is no story", async (text, reason) => {
  expect(await reasonOf(readText("a.xml", text))).toMatch(reason);
});

test("the places and people that a publisher identified are told", async () => {
  const known =
    "<identified-content><location><city>Velsk</city><country>Norland</country></location><person>Ann Roe</person><org>Port Board</org></identified-content>";
  const head = HEAD.replace("</docdata>", `${known}</docdata>`);
  expect(await copyOf("a.xml", nitf(STORY, head))).toMatchObject({
    places: ["Velsk"],
    people: ["Ann Roe"],
  });
});

test("nesting is seen behind an attribute that looks like an end", async () => {
  const deep = `<nitf>${'<block id="/>">'.repeat(2000)}${"</block>".repeat(2000)}</nitf>`;
  expect(await reasonOf(readText("a.xml", deep))).toMatch(/nested too deeply/u);
});

test("many characters with names are read as they are", async () => {
  const { body } = await copyOf("a.xml", nitf(`<p>${"caf&eacute; ".repeat(5000)}</p>`));
  expect(body).toBe("café ".repeat(5000).trim());
});

test.each([
  [30_000, /more elements than an article/u],
  [15_000, /^$/u],
])("a story of %i paragraphs is quarantined: %s", async (count, reason) => {
  const text = nitf("<p>The harbour closed.</p>".repeat(count));
  expect(await reasonOf(readText("a.xml", text))).toMatch(reason);
});
