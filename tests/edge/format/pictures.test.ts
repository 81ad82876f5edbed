import { describe, expect, test } from "vitest";
import { makeArticle } from "#core/article/make.ts";
import type { Picture } from "#core/article/picture.ts";
import { copyOf } from "./helpers.ts";

const META = {
  ...{ id: "a1", revision: 1, path: "a", contentHash: "00" },
  takenIn: Date.UTC(2026, 4, 8, 6),
};

/** The picture that the article of a file may be shown with. */
async function pictureOf(name: string, text: string): Promise<Picture | null> {
  return makeArticle(await copyOf(name, text), META).picture ?? null;
}

const STORY = "The harbour closed on Friday after a storm, the harbour master said.";
const AT_SEA = {
  url: "https://p.example/sea-800.jpg",
  alt: "Ferries wait outside the harbour.",
  credit: "Ana Field/Tarn Wire",
};

describe("ninjs", () => {
  const item = (more: object) =>
    JSON.stringify({
      ...{ uri: "urn:tarn:harbour", type: "text", headline: "Harbour closes", body_text: STORY },
      ...{ byline: "Ben Roe", ...more },
    });
  const renditions = {
    original: { href: "https://p.example/sea-4000.jpg", mimetype: "image/jpeg", width: 4000 },
    web: { href: "https://p.example/sea-800.jpg", mimetype: "image/jpeg", width: 800 },
    small: { href: "https://p.example/sea-90.jpg", mimetype: "image/jpeg", width: 90 },
  };
  const one = {
    ...{ type: "picture", uri: "urn:tarn:sea", headline: "Sea", renditions },
    ...{ description_text: AT_SEA.alt, creditline: AT_SEA.credit, byline: "Ana Field" },
  };
  const two = {
    ...{ name: "main", type: "picture", by: "Ana Field/Tarn Wire" },
    descriptions: [{ role: "caption", value: AT_SEA.alt }],
    renditions: Object.entries(renditions).map(([name, { mimetype, ...rest }]) => ({
      ...{ name, contenttype: mimetype, ...rest },
    })),
  };
  const three = {
    ...{ name: "main", type: "picture", creditLine: AT_SEA.credit, pubStatus: "usable" },
    headlines: [{ value: AT_SEA.alt }],
    renditions: two.renditions.map(({ contenttype, ...rest }) => ({
      ...{ contentType: contenttype, ...rest },
    })),
  };

  test.each<[string, object]>([
    ["1", { associations: { featured: one } }],
    ["2", { associations: [two] }],
    ["3", { associations: [three] }],
    ["1, behind a film", { associations: { film: { ...one, type: "video" }, still: one } }],
  ])("%s gives the picture that it is sent with", async (_version, more) => {
    expect(await pictureOf("a.json", item(more))).toEqual(AT_SEA);
  });

  test.each<[string, object]>([
    ["nobody's", { creditline: undefined, byline: undefined }],
    ["restricted", { usageterms: "Not for online use" }],
    ["with rights that machines read", { rightsinfo: { langid: "odrl", encodedrights: "{}" } }],
    ["embargoed", { embargoed: "2026-05-09T00:01:00Z" }],
    ["withdrawn", { pubstatus: "canceled" }],
    ["for a time", { expires: "2026-06-01T00:00:00Z" }],
    ["held by its note", { ednote: "HOLD FOR RELEASE" }],
    ["a film", { type: "video" }],
    ["nowhere", { renditions: {} }],
    ["for sale", { renditions: { a: { href: "https://p.example/a.jpg", title: "Watermark" } } }],
  ])("a picture that is %s is left out", async (_what, fields) => {
    const associations = { featured: { ...one, ...fields } };
    expect(await pictureOf("a.json", item({ associations }))).toBeNull();
  });

  test("an item's own renditions are its text's, but for one that states its own credit", async () => {
    expect(await pictureOf("a.json", item({ renditions }))).toBeNull();
    const own = { web: { ...renditions.web, creditline: AT_SEA.credit, caption: AT_SEA.alt } };
    expect(await pictureOf("a.json", item({ renditions: own }))).toEqual(AT_SEA);
  });
});

describe("a feed", () => {
  const rss = (inside: string) =>
    `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Tarn Wire</title><link>https://tarn.example/</link><description>All</description><copyright>© Tarn Wire</copyright><item><title>Harbour closes</title><guid>h1</guid><link>https://tarn.example/h1</link><description>${STORY}</description>${inside}</item></channel></rss>`;
  const content = (inside = "", more = "") =>
    `<media:content url="${AT_SEA.url}" medium="image" type="image/jpeg" width="800"${more}>${inside}</media:content>`;
  const CREDIT = `<media:credit role="photographer">${AT_SEA.credit}</media:credit>`;
  const WORDS = `<media:description>${AT_SEA.alt}</media:description>`;
  const small = `<media:content url="https://p.example/sea-90.jpg" type="image/jpeg" width="90"/>`;

  test.each<[string, string, string | null]>([
    ["a content with its own credit", content(CREDIT + WORDS), AT_SEA.alt],
    ["a content, credited around it", content(WORDS) + CREDIT, AT_SEA.alt],
    ["a group in several sizes", `<media:group>${small}${content()}${CREDIT}</media:group>`, null],
    [
      "a content of which nothing else is said",
      `<media:content width="800" url="${AT_SEA.url}">${CREDIT}</media:content>`,
      null,
    ],
    ["a thumbnail", `<media:thumbnail url="${AT_SEA.url}"/>${CREDIT}`, null],
    [
      "an enclosure",
      `<enclosure url="${AT_SEA.url}" length="1" type="image/jpeg"/>${CREDIT}`,
      null,
    ],
    [
      "a thumbnail of a film",
      `<media:content url="https://p.example/a.mp4" type="video/mp4"><media:thumbnail url="${AT_SEA.url}"/>${CREDIT}</media:content>`,
      null,
    ],
    [
      "a content under a free licence",
      content(
        `${CREDIT}<media:license type="text/html" href="https://creativecommons.org/licenses/by/4.0/">CC BY</media:license>`,
      ),
      null,
    ],
  ])("gives %s", async (_what, inside, alt) => {
    const picture = await pictureOf("a.xml", rss(inside));
    expect(picture).toMatchObject({ url: AT_SEA.url, credit: AT_SEA.credit });
    if (alt !== null) expect(picture?.alt).toBe(alt);
  });

  test.each<[string, string]>([
    ["that nobody is named for", content(WORDS)],
    [
      "whose enclosure is sound",
      `<enclosure url="https://p.example/a.mp3" length="1" type="audio/mpeg"/>${CREDIT}`,
    ],
    [
      "that may be anything",
      `<media:content url="https://p.example/sea">${CREDIT}</media:content>`,
    ],
    [
      "with a restriction",
      content(
        `${CREDIT}<media:restriction relationship="allow" type="country">de</media:restriction>`,
      ),
    ],
    [
      "restricted around it",
      `${content(CREDIT)}<media:restriction relationship="allow" type="country">de</media:restriction>`,
    ],
    ["for adults", content(`${CREDIT}<media:rating scheme="urn:simple">adult</media:rating>`)],
    [
      "under another licence",
      content(`${CREDIT}<media:license href="https://tarn.example/licence">Ours</media:license>`),
    ],
    ["of users", content(`${CREDIT}<media:rights status="userCreated"/>`)],
    ["blocked", content(`${CREDIT}<media:status state="blocked" reason="https://tarn.example/"/>`)],
    ["for sale", content(`${CREDIT}<media:price type="rent" price="19.99" currency="EUR"/>`)],
  ])("leaves out a picture %s", async (_what, inside) => {
    expect(await pictureOf("a.xml", rss(inside))).toBeNull();
  });

  test("of Atom has its links of that kind", async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><title>Tarn Wire</title><id>t</id><updated>2026-05-08T06:00:00Z</updated><entry><title>Harbour closes</title><id>h1</id><updated>2026-05-08T06:00:00Z</updated><summary>${STORY}</summary><link rel="enclosure" type="image/jpeg" href="${AT_SEA.url}"/>${CREDIT}</entry></feed>`;
    expect(await pictureOf("a.xml", atom)).toMatchObject({ url: AT_SEA.url });
  });
});

describe("NITF", () => {
  const nitf = (media: string) =>
    `<nitf><head><title>Harbour closes</title></head><body><body.head><hedline><hl1>Harbour closes</hl1></hedline><byline>Ben Roe</byline></body.head><body.content><p>${STORY}</p>${media}</body.content></body></nitf>`;
  const media = (inside = "", type = "image") =>
    `<media media-type="${type}"><media-reference mime-type="image/jpeg" source="https://p.example/sea-4000.jpg" width="4000"/><media-reference mime-type="image/jpeg" source="${AT_SEA.url}" width="800" alternate-text="https://tarn.example/"/><media-caption><p>${AT_SEA.alt}</p></media-caption>${inside}</media>`;
  const PRODUCER = `<media-producer>${AT_SEA.credit}</media-producer>`;

  test.each<[string, string]>([
    ["its producer", media(PRODUCER)],
    ["its metadata", media(`<media-metadata name="credit" value="${AT_SEA.credit}"/>`)],
    [
      "its producer, where its terms are free",
      media(`${PRODUCER}<media-metadata name="usage" value="No restrictions"/>`),
    ],
  ])("gives the picture among the story, credited by %s", async (_by, inside) => {
    expect(await pictureOf("a.xml", nitf(inside))).toEqual(AT_SEA);
  });

  test.each<[string, string]>([
    ["nobody's", media("<media-producer/>")],
    ["a film", media(PRODUCER, "video")],
    ["restricted", media(`${PRODUCER}<media-metadata name="rights" value="No archive"/>`)],
    [
      "held by an instruction",
      media(
        `${PRODUCER}<media-metadata name="special-instructions" value="EMBARGOED UNTIL 9 MAY"/>`,
      ),
    ],
    [
      "a file beside it",
      `<media media-type="image"><media-reference mime-type="image/jpeg" source="sea.jpg"/>${PRODUCER}</media>`,
    ],
  ])("leaves out one that is %s", async (_what, inside) => {
    expect(await pictureOf("a.xml", nitf(inside))).toBeNull();
  });
});

describe("NewsML-G2", () => {
  const story = (links = "") =>
    `<newsItem guid="urn:story" version="1"><itemMeta><itemClass qcode="ninat:text"/>${links}</itemMeta><contentMeta><headline>Harbour closes</headline><creditline>Tarn Text</creditline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${STORY}</p></body></html></inlineXML></contentSet></newsItem>`;
  const picture = ({ rights = "", meta = "", credit = AT_SEA.credit } = {}) =>
    `<newsItem guid="urn:sea" version="1">${rights}<itemMeta><itemClass qcode="ninat:picture"/>${meta}</itemMeta><contentMeta><headline>Sea</headline><creditline>${credit}</creditline><description role="drol:caption">${AT_SEA.alt}</description></contentMeta><contentSet><remoteContent rendition="rnd:web" href="${AT_SEA.url}" contenttype="image/jpeg" width="800"/><remoteContent rendition="rnd:highRes" href="https://p.example/sea-4000.jpg" contenttype="image/jpeg" width="4000"/></contentSet></newsItem>`;
  const message = (...items: readonly string[]) =>
    `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-05-08T06:00:00Z</sent></header><itemSet>${items.join("")}</itemSet></newsMessage>`;
  const LINK = '<link rel="irel:seeAlso" residref="urn:sea"/>';
  const PACKAGE =
    '<packageItem guid="urn:both"><groupSet root="g"><group id="g"><itemRef residref="urn:story"/><itemRef residref="urn:sea"/></group></groupSet></packageItem>';

  test.each<[string, string]>([
    ["its story links to", message(story(LINK), picture())],
    ["a package names beside its story", message(PACKAGE, story(), picture())],
    [
      "is of a usable status",
      message(story(LINK), picture({ meta: '<pubStatus qcode="stat:usable"/>' })),
    ],
  ])("gives the picture that %s", async (_what, text) => {
    expect(await pictureOf("a.xml", text)).toEqual(AT_SEA);
  });

  test.each<[string, string]>([
    ["merely comes in one message", message(story(), picture())],
    [
      "is restricted",
      message(
        story(LINK),
        picture({ rights: "<rightsInfo><usageTerms>Not for online use</usageTerms></rightsInfo>" }),
      ),
    ],
    [
      "has rights for machines",
      message(
        story(LINK),
        picture({
          rights: "<rightsInfo><rightsExpressionData>{}</rightsExpressionData></rightsInfo>",
        }),
      ),
    ],
    ["is withheld", message(story(LINK), picture({ meta: '<pubStatus qcode="stat:withheld"/>' }))],
    ["is under embargo", message(story(LINK), picture({ meta: "<embargoed/>" }))],
    ["has no credit", message(story(LINK), picture({ credit: "" }))],
  ])("leaves out one that %s", async (_what, text) => {
    expect(await pictureOf("a.xml", text)).toBeNull();
  });
});

describe("a page", () => {
  const page = (head: string, body = "") =>
    `<!doctype html><html><head><title>Harbour closes</title>${head}</head><body><article><h1>Harbour closes</h1>${body}<p>${STORY}</p><p>${STORY}</p></article></body></html>`;
  const OG = `<meta property="og:image" content="${AT_SEA.url}?w=1200"><meta property="og:image:alt" content="${AT_SEA.alt}">`;
  const linked = (image: unknown, ...more: readonly object[]) =>
    `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@graph": [{ "@type": "NewsArticle", headline: "Harbour closes", image }, ...more] })}</script>`;
  const object = { "@type": "ImageObject", url: AT_SEA.url, creditText: AT_SEA.credit };
  const figure = (inside: string, src = "/sea-800.jpg") =>
    `<figure><img src="${src}" alt="At sea"><figcaption>${AT_SEA.alt} ${inside}</figcaption></figure>`;
  const CREDIT = `<span class="caption__credit">${AT_SEA.credit}</span>`;

  test.each<[string, string]>([
    ["JSON-LD", page(OG + linked(object))],
    [
      "JSON-LD, which names it elsewhere",
      page(OG + linked({ "@id": "#sea" }, { ...object, "@id": "#sea" })),
    ],
    [
      "JSON-LD, by its creator",
      page(OG + linked([{ ...object, creditText: "", creator: { name: AT_SEA.credit } }])),
    ],
    ["the figure on the page", page(OG, figure(CREDIT))],
    [
      "the figure on the page, among its sizes",
      page(OG, figure(CREDIT, '/a.jpg" srcset="/b.jpg 300w, /sea-800.jpg 800w')),
    ],
  ])("gives the picture of Open Graph, credited by %s", async (_by, text) => {
    const picture = await pictureOf("a.html", text);
    expect(picture).toEqual({ ...AT_SEA, url: `${AT_SEA.url}?w=1200` });
  });

  test("gives the article's own picture in JSON-LD where Open Graph has none", async () => {
    const image = {
      ...object,
      caption: AT_SEA.alt,
      license: "https://creativecommons.org/licenses/by/4.0/",
    };
    expect(await pictureOf("a.html", page(linked(image)))).toEqual(AT_SEA);
  });

  test.each<[string, string]>([
    ["that nobody is named for", page(OG)],
    ["whose figure names nobody", page(OG, figure(""))],
    ["that only another picture's credit stands beside", page(OG, figure(CREDIT, "/other.jpg"))],
    [
      "that JSON-LD says something else of",
      page(
        OG +
          linked({
            ...object,
            url: "https://p.example/other.jpg",
            license: "https://tarn.example/licence",
          }),
      ),
    ],
    ["under a licence", page(OG + linked({ ...object, license: "https://tarn.example/licence" }))],
    ["for sale", page(OG + linked({ ...object, acquireLicensePage: "https://tarn.example/buy" }))],
    ["of the publisher", page(linked(undefined, { "@type": "Organization", logo: object }))],
    [
      "of restricted copy",
      page(`${OG}${linked(object)}<meta name="usageterms" content="Internal only">`),
    ],
  ])("gives no picture %s", async (_what, text) => {
    expect(await pictureOf("a.html", text)).toBeNull();
  });
});

describe("front matter", () => {
  const matter = (...lines: readonly string[]) =>
    `---\ntitle: Harbour closes\n${lines.join("\n")}\n---\n\n${STORY}\n`;
  const IMAGE = `image: ${AT_SEA.url}`;
  const ALT = `image_alt: ${AT_SEA.alt}`;
  const CREDIT = `image_credit: ${AT_SEA.credit}`;

  test.each<[string, string]>([
    ["fields of its own", matter(IMAGE, ALT, CREDIT)],
    [
      "fields that are written otherwise",
      matter(
        `featured-image: ${AT_SEA.url}`,
        `featuredImageAlt: ${AT_SEA.alt}`,
        `Featured Image Credit: ${AT_SEA.credit}`,
      ),
    ],
    [
      "a field with fields in it",
      matter(
        "cover:",
        `  image: ${AT_SEA.url}`,
        `  caption: ${AT_SEA.alt}`,
        `  credit: ${AT_SEA.credit}`,
      ),
    ],
    [
      "a field in a field",
      matter(
        "header:",
        "  image:",
        `    src: ${AT_SEA.url}`,
        `    alt: ${AT_SEA.alt}`,
        `    photographer: ${AT_SEA.credit}`,
      ),
    ],
    [
      "a list",
      matter(
        "images:",
        `  - url: ${AT_SEA.url}`,
        `    alt: ${AT_SEA.alt}`,
        `    credit: ${AT_SEA.credit}`,
      ),
    ],
    [
      "TOML",
      `+++\ntitle = "Harbour closes"\nimage = "${AT_SEA.url}"\nimage_alt = "${AT_SEA.alt}"\nimage_credit = "${AT_SEA.credit}"\n+++\n\n${STORY}\n`,
    ],
    [
      "free terms",
      matter(
        IMAGE,
        ALT,
        CREDIT,
        "image_license: https://creativecommons.org/publicdomain/zero/1.0/",
      ),
    ],
  ])("gives the picture of %s", async (_what, text) => {
    expect(await pictureOf("a.md", text)).toEqual(AT_SEA);
  });

  test.each<[string, string]>([
    ["nobody's", matter(IMAGE, ALT)],
    ["the story's writer's", matter(IMAGE, ALT, "author: Ben Roe")],
    ["restricted", matter(IMAGE, CREDIT, "image_rights: Not for online use")],
    ["of the site", matter("image: /img/sea.jpg", CREDIT)],
    ["embargoed", matter(IMAGE, CREDIT, "image_embargo: 2026-05-09")],
    ["for a time", matter(IMAGE, CREDIT, "image_expires: 2026-06-01")],
  ])("leaves out one that is %s", async (_what, text) => {
    expect(await pictureOf("a.md", text)).toBeNull();
  });
});
