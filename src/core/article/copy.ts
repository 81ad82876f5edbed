/**
 * Raw incoming text, as one format reader found it in one file.
 *
 * Every field is what the file says, in its own words: dates, urgency, status and embargo are parsed
 * later, by `core/article`, so that every format shares one set of rules.
 */
export interface Copy extends CopyFields, CopyLists {
  /** The reader that made it: `text`, `markdown`, `html`, `nitf`, … */
  readonly format: string;
  /** The story: line ends are `\n`, paragraphs stand apart by one blank line, no markup is left. */
  readonly body: string;
}

/** What copy may state once; `null` where it does not. */
export interface CopyFields {
  /** The headline the copy carries itself. */
  readonly title: string | null;
  readonly subheadline: string | null;
  readonly byline: string | null;
  /** A dateline that stands in a field of its own: `ISLAMABAD, May 8`. */
  readonly dateline: string | null;
  /** Where the news is, by IPTC's `located`. */
  readonly located: string | null;
  readonly date: string | null;
  readonly section: string | null;
  readonly slug: string | null;
  readonly urgency: string | null;
  readonly embargo: string | null;
  /** IPTC's `pubStatus`, NITF's `ed-msg`, or the words of a kill: what the copy says may be done with it. */
  readonly status: string | null;
  readonly version: string | null;
  /** The publisher's own name of the article, the same in each of its revisions. */
  readonly guid: string | null;
  /** From desk to desk, never for readers: `EDS: …`, IPTC's `edNote`. */
  readonly editorNote: string | null;
  readonly usageTerms: string | null;
  /** Whether it is for the desk alone; left out where nothing is said, so that other copy keeps its hash. */
  readonly internal?: string;
  readonly copyright: string | null;
  /** As stated, or as detected where nothing is stated; BCP 47: `en-GB`. */
  readonly language: string | null;
  /** Where the original can be read. */
  readonly sourceUrl: string | null;
  /** Who published it: an agency or a site. */
  readonly source: string | null;
}

/** What copy may state many times. */
export interface CopyLists {
  /** Keywords, in the copy's own order. */
  readonly tags: readonly string[];
  /** What the story is about, by a vocabulary of its publisher: names, not codes, where both are given. */
  readonly subjects: readonly string[];
  /** Places that the copy says it is about. */
  readonly places: readonly string[];
  /** People that the copy says it is about. */
  readonly people: readonly string[];
  /** What stands beside the story and may say when it may be shown. */
  readonly asides: readonly Aside[];
  /** In the copy's order; left out: it carries none. */
  readonly pictures?: readonly StatedPicture[];
}

/** A picture that copy carries by its address; every field is in the copy's own words, `null` where it says nothing. */
export interface StatedPicture {
  /** The same picture in each of its sizes. */
  readonly sizes: readonly PictureSize[];
  /** What it shows, for who cannot see it. */
  readonly alt: string | null;
  readonly caption: string | null;
  /** The line with which it is to be printed. */
  readonly credit: string | null;
  /** Who took it. */
  readonly byline: string | null;
  readonly copyright: string | null;
  /** Whatever it says of its use. */
  readonly usageTerms: string | null;
  /** From desk to desk. */
  readonly editorNote: string | null;
  readonly status: string | null;
  readonly embargo: string | null;
  /** Until when it may be used. */
  readonly expires: string | null;
}

/** An address at which a picture lies. */
export interface PictureSize {
  readonly url: string;
  /** In pixels; `null` where it is not said. */
  readonly width: number | null;
  /** `image/jpeg`; `null` where it is not said. */
  readonly type: string | null;
}

/**
 * Words that a file holds beside its story: a page header, a mail's subject, a field that no reader
 * knows. They are shown to nobody; they are read for notices, because desks write those anywhere.
 */
export interface Aside {
  /** Where they stand, as an editor is told it: `the page header`, `the subject of the mail`. */
  readonly place: string;
  /** The name of the field that states them, as the file spells it; `null` for words in no field. */
  readonly field: string | null;
  /** At most `LONGEST_ASIDE` characters; line ends are `\n`. */
  readonly text: string;
}

/** In UTF-16 units: a longer text beside a story is cut here. */
export const LONGEST_ASIDE = 4000;

const NO_FIELDS: CopyFields = {
  title: null,
  subheadline: null,
  byline: null,
  dateline: null,
  located: null,
  date: null,
  section: null,
  slug: null,
  urgency: null,
  embargo: null,
  status: null,
  version: null,
  guid: null,
  editorNote: null,
  usageTerms: null,
  copyright: null,
  language: null,
  sourceUrl: null,
  source: null,
};
const NO_LISTS: CopyLists = { tags: [], subjects: [], places: [], people: [], asides: [] };

const UNSTATED: Omit<StatedPicture, "sizes"> = {
  ...{ alt: null, caption: null, credit: null, byline: null, copyright: null },
  ...{ usageTerms: null, editorNote: null, status: null, embargo: null, expires: null },
};

/** A picture as copy states it; every field that is not given is empty. */
export function pictureOf(
  sizes: readonly PictureSize[],
  stated: Partial<StatedPicture>,
): StatedPicture {
  return { ...UNSTATED, ...stated, sizes };
}

/** The pictures of copy, as a field of it that is left out where there is none. */
export function picturing(pictures: readonly StatedPicture[]): Pick<CopyLists, "pictures"> {
  const lying = pictures.filter(({ sizes }) => sizes.length > 0);
  return lying.length === 0 ? {} : { pictures: lying };
}

/** Copy whose story is `paragraphs`; every field that is not given is empty. */
export function copyOf(
  format: string,
  paragraphs: readonly string[],
  stated: Partial<CopyFields & CopyLists>,
): Copy {
  return { ...NO_FIELDS, ...NO_LISTS, ...stated, format, body: paragraphs.join("\n\n") };
}
