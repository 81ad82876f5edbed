import { signsOfSender } from "#core/text/kind-sender.ts";
import { linesOf } from "#core/text/kind-shape.ts";
import { ORG_WORDS } from "#core/text/role-lexicon.ts";

const LABEL = /^(?:by|from|written by|von|par|por|di)[:\s]+/i;
// "Ann Field, columnist", "Ann Field is a columnist", "Ann Field | Opinion", "Ann Field in Arden"
const BEHIND = /\s*(?:[,|;(–—]|\s-\s|\s(?:is|in|for|at)\s).*$/u;
const PART = "\\p{Lu}[\\p{L}.'’-]*";
const NAMES = `${PART}(?: (?:${PART}|and|&|al|bin|de|del|la|van|von|der|da|di)){1,6}`;
const NAME = new RegExp(`^${NAMES}$`, "u");
const BODY = /^(?:the )?editorial board$/i;

/** Who wrote a piece, by the name alone; `null` where the byline names no person. */
export function writerOf(byline: string | null): string | null {
  const name = (byline ?? "").trim().replace(LABEL, "").replace(BEHIND, "").trim();
  return NAME.test(name) || BODY.test(name) ? name : null;
}

// Ann Field is a columnist. | Moe & Lee write about boats for the Post. | Ann Field is on Twitter at …
const ABOUT_WRITER = new RegExp(
  `^(?<name>${NAMES}),? (?:(?:writes?|blogs?|tweets|teaches|covers|lectures|hosts?) |(?:is|are|was|has been) [^.]{0,60}?\\b(?:columnist|correspondent|writer|[Ee]ditor|professor|fellow|lecturer|author|critic|contributor|economist|director|former|lawyer|Twitter|founder|member|minister|ambassador|student|reporter|journalist|historian|analyst)\\b)`,
  "u",
);
// The line below a name that says what its bearer is to the paper.
const OFFICE =
  /^(?:(?:opinion|contributing|staff|senior|guest) )*(?:columnist|opinion writer|contributor|opinion editor|critic|writer|commentator)\b/i;
const SENDER = /^(?:SOURCE:? |A(?:bout|BOUT) )(?<name>(?:[Tt]he )?\p{Lu}[^.!?:]{1,60}?)\s*$/u;

const TOP_LINES = 6;
const LAST_LINES = 6;
const LAST_LINES_OF_SENDER = 40;
/** A sender is named in the first words of its news. */
const NEWS_LETTERS = 800;

/** Who signs an opinion in its text: a line below the headline, or below the text, says who they are; `null` where none does. */
export function signerOf(body: string): string | null {
  const lines = linesOf(body);
  const top = lines.slice(0, TOP_LINES);
  const named = top.find((line, index) => NAME.test(line) && OFFICE.test(top[index + 1] ?? ""));
  return named ?? signedBelow(body, lines.slice(-LAST_LINES));
}

/** Who writes about themselves at the end is named there for the first time. */
function signedBelow(body: string, last: readonly string[]): string | null {
  for (const line of last) {
    const name = ABOUT_WRITER.exec(line)?.groups?.name;
    if (name === undefined || /^The\b/u.test(name) || namesBody(name)) continue;
    if (body.length - body.indexOf(name) <= MOST_BELOW) return name;
  }
  return null;
}

const MOST_BELOW = 700;

/** "Orrin Research Institute is a …" tells of no writer. */
function namesBody(name: string): boolean {
  return name.split(" ").some((word) => ORG_WORDS.has(word.toLowerCase()));
}

/** Who sends a release, by the lines below it; `null` where none names the sender. */
export function senderOf(body: string): string | null {
  const lines = linesOf(body).slice(-LAST_LINES_OF_SENDER);
  const names = lines.flatMap((line) => SENDER.exec(line)?.groups?.name ?? []);
  // Of a joint release nobody says which of its senders owns what.
  const senders = new Set(names.filter((name) => isInNews(body, name)));
  const [sender] = senders;
  return senders.size === 1 ? (sender ?? null) : null;
}

function isInNews(body: string, name: string): boolean {
  const first = body.indexOf(name);
  return first < NEWS_LETTERS && first !== body.lastIndexOf(name);
}

// Ann Field is Director of … | Ann Field lives in Tarn | Moe & Lee, who teach boats, are …
const NOTE = new RegExp(
  `^(?<name>${NAMES}),? (?:(?:who|an?|the) [^.]{3,80}, )?(?:(?:is|are|was|has been) (?:currently |also |now )?(?:an? |the |(?:\\p{L}+ ){0,3}(?:[Dd]irector|[Ff]ounder|[Ee]ditor|[Pp]resident|[Hh]ead|[Cc]hief|[Pp]rofessor|[Mm]anager|[Aa]uthor|[Cc]o-?founder|[Oo]wner|CEO|[Pp]artner|[Ff]ellow|[Rr]eporter|[Cc]orrespondent|[Ww]riter|[Cc]olumnist|based|on [Tt]witter)\\b)|(?:works|lives|serves|teaches|writes|covers|hosts|blogs|specializes|specialises|can be) |has (?:written|worked as|covered|taught) )`,
  "u",
);

/** Says whether one of the last sentences tells who wrote the piece: it says what somebody is of whom nothing was told. */
export function isAuthorNote(text: string, readBefore: () => string): boolean {
  const name = NOTE.exec(text)?.groups?.name;
  if (name === undefined || namesBody(name)) return false;
  const surname = name.slice(name.lastIndexOf(" ") + 1);
  const before = readBefore();
  return !before.includes(surname) || FIRST_LINE.exec(before)?.[0].includes(name) === true;
}

/** A byline may stand above the text. */
const FIRST_LINE = /^[^\n]{0,120}\n/u;

/** Says whether a sentence or line tells who wrote or sent the text, and nothing of its matter. */
export function isSignature(line: string): boolean {
  return ABOUT_WRITER.test(line) || signsOfSender([line]).length > 0;
}
