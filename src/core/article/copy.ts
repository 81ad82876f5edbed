/**
 * Raw incoming text, as one format reader found it in one file.
 *
 * Every field is what the file says, in its own words: dates, urgency and embargo are parsed later,
 * by `core/article`, so that every format shares one set of rules.
 */
export interface Copy {
  /** The reader that made it: `text`, `markdown`, `html`, … */
  readonly format: string;
  /** The headline the copy carries itself; `null` where it carries none. */
  readonly title: string | null;
  /** The story: line ends are `\n`, paragraphs stand apart by one blank line, no markup is left. */
  readonly body: string;
  readonly byline: string | null;
  readonly date: string | null;
  readonly section: string | null;
  readonly tags: readonly string[];
  readonly slug: string | null;
  readonly urgency: string | null;
  readonly embargo: string | null;
  /** Where the original can be read. */
  readonly sourceUrl: string | null;
  /** Who published it: an agency or a site. */
  readonly source: string | null;
}
