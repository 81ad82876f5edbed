import type { Place } from "./aside.ts";

export const PROPERTIES: Place = "the document's properties";

/** Groups whose text is none of the story (RTF 1.9.1, "Destinations"); those that begin with `\*` are silent too. */
export const SILENT = new Set(
  `atnauthor atnid atndate atnref atntime atnicn colortbl creatim filetbl fldinst ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn generator listtext
  nonshppict object pict pntext printim private revtbl revtim rxe stylesheet tc tcn template txe xe`.split(
    /\s+/u,
  ),
);

/** Groups whose text stands beside the story. */
export const BESIDE: Readonly<Record<string, Place>> = {
  ...placed("the page header", "header headerf headerl headerr"),
  ...placed("the page footer", "footer footerf footerl footerr"),
  ...placed("a comment", "annotation"),
  ...placed("a note", "footnote"),
  ...placed("a text box", "shptxt"),
};
/** What the group of information states, by its own words; `userprops` are the author's. */
export const INFO = new Set(
  "subject keywords category comment doccomm company manager operator author hlinkbase status".split(
    " ",
  ),
);

function placed(place: Place, words: string): Readonly<Record<string, Place>> {
  return Object.fromEntries(words.split(" ").map((word) => [word, place]));
}

/** Words that stand for a character. */
export const PRINTED: Readonly<Record<string, string>> = {
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  emdash: "—",
  endash: "–",
  bullet: "•",
  emspace: " ",
  enspace: " ",
  qmspace: " ",
  tab: " ",
  line: "\n",
  lbr: "\n",
  softline: "\n",
  "~": "\u00a0",
  _: "\u2011",
};
