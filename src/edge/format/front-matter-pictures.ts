import { pictureOf, type StatedPicture } from "#core/article/copy.ts";
import { licenceTerms } from "./licence.ts";

/** What content systems call the picture of a story, without white space, hyphens and underscores, the story's own first. */
const PICTURES = [
  ...[
    "image",
    "picture",
    "photo",
    "leadimage",
    "heroimage",
    "hero",
    "featuredimage",
    "featureimage",
  ],
  ...[
    "cover",
    "coverimage",
    "images",
    "pictures",
    "photos",
    "header",
    "banner",
    "teaser",
    "thumbnail",
  ],
];
const ADDRESS = ["url", "src", "href", "path", "image", "file", "feature"];

/** What is said of a picture, by what stands behind its own name (`image_credit`), or inside it (`image: { credit }`). */
const WORDS: Readonly<Record<Exclude<keyof StatedPicture, "sizes">, readonly string[]>> = {
  alt: ["alt", "alttext", "alternative", "imagealt"],
  caption: ["caption", "description", "imagedescription", "title"],
  credit: ["credit", "creditline", "credits", "source", "attribution"],
  byline: ["photographer", "author", "byline", "by", "creator"],
  copyright: ["copyright", "copyrightnotice"],
  usageTerms: ["rights", "usage", "usageterms", "terms", "license", "licence", "restrictions"],
  editorNote: ["note", "ednote", "instructions"],
  status: ["status", "pubstatus"],
  embargo: ["embargo", "embargoed"],
  expires: ["expires", "expiry", "expirydate"],
};

type Values = ReadonlyMap<string, unknown>;

/** The pictures that front matter names: `image: …` with `image_credit: …`, or `cover: { image, alt, caption, credit }`. */
export function frontMatterPictures(values: object): readonly StatedPicture[] {
  const fields = fieldsOf(values);
  return PICTURES.flatMap((name) => {
    const value = fields.get(name);
    return (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
      picturesIn(one, name, fields),
    );
  });
}

function picturesIn(value: unknown, name: string, around: Values): readonly StatedPicture[] {
  if (value instanceof Date || value === null || value === undefined) return [];
  const own = typeof value === "object" ? fieldsOf(value) : new Map<string, unknown>();
  const nested = ADDRESS.map((key) => own.get(key)).find((one) => one !== undefined);
  // Reads: header: { image: { src, credit } }
  if (typeof nested === "object" && nested !== null)
    return picturesIn(nested, name, new Map([...around, ...own]));
  const url = textOf(typeof value === "object" ? nested : value);
  if (url === null) return [];
  const stem = name.replace(/s$/u, "");
  const words = Object.entries(WORDS).map(([field, keys]) => {
    const inside = keys.map((key) => textOf(own.get(key)));
    const beside = keys.map((key) => textOf(around.get(`${stem}${key}`)));
    const said = [...inside, ...beside].find((text) => text !== null) ?? null;
    return [field, field === "usageTerms" && said !== null ? licenceTerms(said) : said] as const;
  });
  const width = Number(textOf(own.get("width")) ?? Number.NaN);
  return [
    pictureOf(
      [{ url, width: Number.isNaN(width) ? null : width, type: null }],
      Object.fromEntries(words),
    ),
  ];
}

function fieldsOf(values: object): Values {
  return new Map(
    Object.entries(values).map(([key, value]) => [
      key.toLowerCase().replace(/[\s_-]/gu, ""),
      value,
    ]),
  );
}

/** A list of texts is one, as of several photographers. */
function textOf(value: unknown): string | null {
  if (Array.isArray(value))
    return textOf(
      value
        .map(textOf)
        .filter((text) => text !== null)
        .join(", "),
    );
  if (value instanceof Date) return value.toISOString();
  if (!["string", "number", "bigint", "boolean"].includes(typeof value)) return null;
  const text = String(value).trim();
  return text === "" ? null : text;
}
