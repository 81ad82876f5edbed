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
