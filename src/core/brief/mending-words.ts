import type { Mending } from "#core/article/mending.ts";
import { oneLine } from "#core/text/space.ts";
import type { BriefFault, FaultKind } from "./brief-fault.ts";

/** As much of an article's words as names them, in UTF-16 units. */
const LONGEST_NAMED = 80;

/** Words of an article as they are named to an editor: `“The bridge reopened on…”`. */
export function inMarks(text: string): string {
  const line = oneLine(text).trim();
  if (line.length <= LONGEST_NAMED) return `“${line}”`;
  const cut = line.slice(0, LONGEST_NAMED - 1);
  const space = cut.lastIndexOf(" ");
  return `“${(space > LONGEST_NAMED / 2 ? cut.slice(0, space) : cut).trimEnd()}…”`;
}

/** What was mended, as it is told behind who did it: `struck a quote “It held”`. */
export function sayMending(mending: Mending): string {
  switch (mending.kind) {
    case "strike-fact":
      return `struck a key fact ${inMarks(mending.at.text)}`;
    case "strike-quote":
      return `struck a quote ${inMarks(mending.at.text)}`;
    case "use":
      return `chose a key fact ${inMarks(mending.at.text)}`;
    case "speaker": {
      const who = mending.speaker?.name ?? "nobody who is named";
      return `gave a quote ${inMarks(mending.at.text)} to ${who}`;
    }
    case "headline":
      return `chose the headline ${inMarks(mending.text)}`;
  }
}

const BREAKS: Readonly<Record<FaultKind, string>> = {
  "not verbatim": "does not stand in the article so",
  "out of order": "does not stand in its place, or is one too many",
  "owner lost": "would be told without whose claim it is",
  "wrong owner":
    "would be told as somebody's whose claim it is not: strike it, or leave the speaker",
  "hedge lost": "would be told as surer than the article has it",
  "bound lost": "would lose a word that bounds it",
  fragment: "is no whole sentence",
  furniture: "is a line of the page, and no part of the story",
  "no such speaker": "would be somebody's whom the article does not name there",
  "false quote": "is nobody's words in the article",
  headline: "is no headline that the article's words make",
};

/** What the gate says of a mended brief. */
export function sayFault({ kind, text }: BriefFault): string {
  return `${inMarks(text)} ${BREAKS[kind]}.`;
}
