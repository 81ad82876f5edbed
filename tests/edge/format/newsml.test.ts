import { expect, test } from "vitest";
import { copyOf, copyOfStory, readText, reasonOf, storiesOf } from "./helpers.ts";

const META = `<contentMeta><urgency>3</urgency>
  <located literal="Osterhald"><name>Osterhald</name></located>
  <creator><name>Ann Field</name></creator><creditline>Tarn Wire</creditline><language tag="en-GB"/>
  <keyword>harbour</keyword><subject qcode="medtop:1"><name>ports</name></subject>
  <subject type="cpnat:geoArea"><name>Velsk Bay</name></subject><subject type="cpnat:person"><name>Ann Roe</name></subject>
  <slugline>HARBOUR-CLOSURE</slugline><headline>Harbour closes after storm</headline>
  <headline role="hld:subHeadline">Ships wait outside</headline></contentMeta>`;
const STORY =
  "<p>OSTERHALD, May 8 (Tarn Wire) – The harbour closed.</p><p>“It had to,” Ann Roe said.</p>";
const XHTML = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${STORY}</body></html></inlineXML>`;

interface Parts {
  readonly guid?: string;
  readonly status?: string;
  readonly itemClass?: string;
  readonly meta?: string;
  readonly content?: string;
  readonly more?: string;
}

const item = ({
  guid = "urn:tarn:harbour",
  status = "usable",
  itemClass = "text",
  meta = META,
  content = XHTML,
  more = "",
}: Parts = {}) =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="4" xml:lang="en">
  <rightsInfo><copyrightNotice>© Tarn Wire</copyrightNotice><usageTerms>Not for resale</usageTerms></rightsInfo>
  <itemMeta><itemClass qcode="ninat:${itemClass}"/><provider literal="tarn.example"/><versionCreated>2026-05-08T06:00:00Z</versionCreated>${more}<pubStatus qcode="stat:${status}"/><edNote>With pictures.</edNote></itemMeta>
  ${meta}<contentSet>${content}</contentSet></newsItem>`;
const message = (...items: readonly string[]) =>
  `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-05-08T06:01:00Z</sent></header><itemSet>${items.join("")}</itemSet></newsMessage>`;

test("a NewsML-G2 item gives its story, and all that it states", async () => {
  expect(await copyOf("a.xml", `<?xml version="1.0"?>${item()}`)).toMatchObject({
    format: "newsml-g2",
    body: "OSTERHALD, May 8 (Tarn Wire) – The harbour closed.\n\n“It had to,” Ann Roe said.",
    title: "Harbour closes after storm",
    subheadline: "Ships wait outside",
    byline: "Ann Field",
    located: "Osterhald",
    source: "Tarn Wire",
    slug: "HARBOUR-CLOSURE",
    urgency: "3",
    status: "stat:usable",
    version: "4",
    guid: "urn:tarn:harbour",
    date: "2026-05-08T06:00:00Z",
    editorNote: "With pictures.",
    usageTerms: "Not for resale",
    copyright: "© Tarn Wire",
    language: "en-GB",
    tags: ["harbour"],
    subjects: ["ports"],
    places: ["Velsk Bay"],
    people: ["Ann Roe"],
  });
});

test("an embargo of the item is read", async () => {
  const more = "<embargoed>2026-05-09T00:01:00Z</embargoed>";
  expect((await copyOf("a.xml", item({ more }))).embargo).toBe("2026-05-09T00:01:00Z");
});

test.each([
  ["prefixed", item().replaceAll("<", "<n:").replaceAll("<n:/", "</n:").replaceAll("<n:?", "<?")],
  ["in a message", message(item())],
  [
    "in a message with its package and its pictures",
    message("<packageItem guid='p'/>", item(), item({ guid: "urn:pic", itemClass: "picture" })),
  ],
  [
    "as NITF",
    item({
      content: `<inlineXML contenttype="application/nitf+xml"><nitf><body><body.content>${STORY}</body.content></body></nitf></inlineXML>`,
    }),
  ],
  [
    "as data with markup",
    item({ content: `<inlineData contenttype="text/html"><![CDATA[${STORY}]]></inlineData>` }),
  ],
  [
    "as plain data",
    item({
      content: `<inlineData contenttype="text/plain">OSTERHALD, May 8 (Tarn Wire) – The harbour closed.\n\n“It had to,” Ann Roe said.</inlineData>`,
    }),
  ],
  [
    "beside a picture that lies elsewhere",
    item({ content: `<remoteContent href="a.jpg"/>${XHTML}` }),
  ],
])("%s, it is the same story", async (_, text) => {
  const { body, title } = await copyOf("a.xml", text);
  expect(title).toBe("Harbour closes after storm");
  expect(body.split("\n\n")).toEqual([
    "OSTERHALD, May 8 (Tarn Wire) – The harbour closed.",
    "“It had to,” Ann Roe said.",
  ]);
});

test("several items of a message are stories, each by its guid", async () => {
  const other = item({
    guid: "urn:tarn:ferry",
    content: XHTML.replace("harbour closed", "ferry sailed"),
  });
  const stories = await storiesOf("a.xml", message(item(), other));
  expect([...stories.keys()]).toEqual(["urn:tarn:harbour", "urn:tarn:ferry"]);
});

test("a cancelled item needs no text to withdraw its article", async () => {
  const copy = await copyOf("a.xml", item({ status: "canceled", meta: "", content: "" }));
  expect(copy).toMatchObject({ body: "", status: "stat:canceled", guid: "urn:tarn:harbour" });
});

test.each([
  ["a picture alone", message(item({ itemClass: "picture" }))],
  [
    "a package alone",
    "<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='p'><groupSet/></packageItem>",
  ],
  ["text that lies elsewhere", item({ content: "<remoteContent href='story.xml'/>" })],
  ["cut off", message(item()).slice(0, -60)],
])("%s is quarantined", async (_, text) => {
  expect(await reasonOf(readText("a.xml", text))).toMatch(/\.$/u);
});

const NEWSML = `<?xml version="1.0" encoding="iso-8859-1"?><!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd"><NewsML>
  <NewsEnvelope><DateAndTime>20260508T060000Z</DateAndTime><Priority FormalName="3"/></NewsEnvelope>
  <NewsItem><Identification><NewsIdentifier><ProviderId>tarn.example</ProviderId><DateId>20260508</DateId><NewsItemId>harbour</NewsItemId><RevisionId>2</RevisionId></NewsIdentifier></Identification>
  <NewsManagement><FirstCreated>20260508T050000Z</FirstCreated><ThisRevisionCreated>20260508T060000Z</ThisRevisionCreated><Status FormalName="STATUS"/><StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260509T000100Z</DateAndTime></StatusWillChange></NewsManagement>
  <NewsComponent><NewsLines><CopyrightLine>© Tarn Wire</CopyrightLine></NewsLines>
  <AdministrativeMetadata><Provider><Party FormalName="Tarn Wire"/></Provider></AdministrativeMetadata>
  <DescriptiveMetadata><Language FormalName="en"/><Location><Property FormalName="City" Value="Osterhald"/></Location></DescriptiveMetadata>
  <NewsComponent><NewsLines><HeadLine>Harbour closes after storm</HeadLine><SubHeadLine>Ships wait outside</SubHeadLine><ByLine>By Ann Field</ByLine><SlugLine>harbour-closure</SlugLine><KeywordLine>harbour</KeywordLine></NewsLines>
  <ContentItem><MediaType FormalName="Photo"/><DataContent>binary</DataContent></ContentItem>
  <ContentItem><MediaType FormalName="Text"/><DataContent>${STORY}</DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>`;
const newsml = (status: string) =>
  NEWSML.replace("STATUS", status)
    .replaceAll("–", "&#8211;")
    .replaceAll("“", "&#8220;")
    .replaceAll("”", "&#8221;")
    .replaceAll("©", "&#169;");

test("a NewsML 1.2 item gives its story, and all that it states", async () => {
  expect(await copyOf("a.xml", newsml("Usable"))).toMatchObject({
    format: "newsml-1",
    body: "OSTERHALD, May 8 (Tarn Wire) – The harbour closed.\n\n“It had to,” Ann Roe said.",
    title: "Harbour closes after storm",
    subheadline: "Ships wait outside",
    byline: "By Ann Field",
    located: "Osterhald",
    source: "Tarn Wire",
    slug: "harbour-closure",
    urgency: "3",
    status: "Usable",
    version: "2",
    guid: "urn:newsml:tarn.example:20260508:harbour",
    date: "20260508T060000Z",
    embargo: null,
    copyright: "© Tarn Wire",
    language: "en",
    tags: ["harbour"],
  });
});

test("an embargoed one says until when", async () => {
  expect(await copyOf("a.xml", newsml("Embargoed"))).toMatchObject({
    status: "Embargoed",
    embargo: "20260509T000100Z",
  });
});

test("a story of several is the copy of its part", async () => {
  const stories = await storiesOf("a.xml", message(item(), item({ guid: "urn:tarn:two" })));
  const [first] = [...stories.values()];
  expect(first === undefined ? null : copyOfStory(first).guid).toBe("urn:tarn:harbour");
});

test.each([
  ["<embargoed/>", "embargoed"], // until when is not said
  ["", null],
])("an item with %j has the embargo %s", async (more, embargo) => {
  expect((await copyOf("a.xml", item({ more }))).embargo).toBe(embargo);
});

test.each([
  ["https://tarn.example/harbour", "https://tarn.example/harbour"],
  ["urn:tarn:harbour", null],
])("the guid %s gives the address %s", async (guid, address) => {
  expect((await copyOf("a.xml", item({ guid }))).sourceUrl).toBe(address);
});

test("tags in data and in comments open nothing", async () => {
  const content = `<!-- ${"<p>".repeat(600)} --><inlineData contenttype="text/html"><![CDATA[<p>The harbour closed.${"<br>Gate".repeat(600)}</p>]]></inlineData>`;
  expect((await copyOf("a.xml", item({ content }))).body).toMatch(/^The harbour closed\.\nGate/u);
});

const told = (instruction: string) =>
  newsml("Usable").replace("</NewsManagement>", `${instruction}</NewsManagement>`);

test.each([
  ['<Instruction FormalName="Delete"/>', "canceled", null],
  [
    '<Instruction FormalName="Update"><Comment>Adds quotes.</Comment></Instruction>',
    "Usable",
    "Adds quotes.",
  ],
])("NewsML 1.2's %s is the status %s", async (instruction, status, editorNote) => {
  expect(await copyOf("a.xml", told(instruction))).toMatchObject({ status, editorNote });
});

test("NewsML 1.2's usage rights are usage terms", async () => {
  const rights =
    "<RightsMetadata><UsageRights><Limitations>Not for resale</Limitations></UsageRights></RightsMetadata>";
  const text = newsml("Usable").replace("<DescriptiveMetadata>", `${rights}<DescriptiveMetadata>`);
  expect((await copyOf("a.xml", text)).usageTerms).toBe("Not for resale");
});
