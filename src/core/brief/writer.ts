import { genderOfName } from "#core/speech/given-name.ts";
import { signsOfSender } from "#core/text/kind-sender.ts";
import { linesOf } from "#core/text/kind-shape.ts";
import { ORG_WORDS } from "#core/text/role-lexicon.ts";
import { type Draft, UNNAMED } from "./brief.ts";

const LABEL = /^(?:by|from|written by|von|par|por|di)[:\s]+/i;
// "Ann Field, columnist", "Ann Field is a columnist", "Ann Field | Opinion", "Ann Field in Arden"
const BEHIND = /\s*(?:[,|;(–—]|\s-\s|\s(?:is|in|for|at)\s).*$/u;
// Field, O’Moe, deCase
const PART = "(?:d[eiu]|la|le|van|von)?\\p{Lu}[\\p{L}.'’-]*";
const NAMES = `${PART}(?: (?:${PART}|and|&|al|bin|de|del|la|van|von|der|da|di)){1,6}`;
const NAME = new RegExp(`^${NAMES}$`, "u");
const BODY = /^(?:the )?editorial board$/i;

// EDITORIAL: The ferry | Our view: the ferry | The ferry | Editorial; not "Editorial board quits"
const LEADER =
  /^\W*(?:editorial|leader|leading article|our view|leitartikel|édito(?:rial)?)\s*(?:[:|]|\s[–—-]\s|$)|[|–—-]\s*editorial\s*$/iu;
// The Gazette view on the ferry: a boat too few
const PAPERS_VIEW = /^The (?:\p{Lu}[\p{L}’'-]* ){1,4}[Vv]iew on\b/u;

/** Whose an opinion is that nobody signs. */
export function unnamedWriter({
  title,
  body,
  genre,
}: Pick<Draft, "title" | "body" | "genre">): string {
  const labels = [title ?? "", genre ?? "", ...linesOf(body).slice(0, TOP_LINES)];
  const isLeader = labels.some((label) => LEADER.test(label)) || PAPERS_VIEW.test(title ?? "");
  return isLeader ? UNNAMED.leader : UNNAMED.view;
}

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

/** What the signature of a text is looked for in. */
type Signed = Pick<Draft, "title" | "body">;

/**
 * Who signs an opinion: its headline names its writer, or a line below that or below the text says who wrote it;
 * `null` where none does.
 */
export function signerOf({ title, body }: Signed): string | null {
  const lines = linesOf(body);
  return (
    signedInTitle(title ?? "", body) ??
    signedAbove(lines.slice(0, TOP_LINES), body) ??
    signedBelow(body, lines.slice(-LAST_LINES))
  );
}

// The last boat, By Ann Field
const BY_AT_END = new RegExp(`(?:[,|–—-]|\\s) ?[Bb]y:? (?<name>${NAMES})$`, "u");
// Ann Field: The last boat
const NAME_AT_TOP = new RegExp(`^(?:Dr\\.? |Prof\\.? |Rev\\.? )?(?<name>${NAMES}): `, "u");

/** "Ann Field: The last boat" names its writer where the text does not speak of her. */
export function signedInTitle(title: string, body: string): string | null {
  const end = BY_AT_END.exec(title.trim())?.groups?.name;
  if (end !== undefined && !namesBody(end)) return end;
  const name = NAME_AT_TOP.exec(title)?.groups?.name;
  return name !== undefined && isNobodyElse(name, body) ? name : null;
}

// By Ann Field | BY: ANN FIELD | Written by Ann Field
const BY_LINE = new RegExp(
  `^(?:[Ww]ritten )?(?:By|BY|by):? (?<name>${NAMES})(?=$|[,;|]| \\| )`,
  "u",
);

/** "Ann Field" above "Opinion writer", "Ann Field | Contributing writer | 5 days ago", "By Ann Field", or a name that nothing else is said of. */
function signedAbove(top: readonly string[], body: string): string | null {
  for (const [index, line] of top.entries()) {
    const by = BY_LINE.exec(line)?.groups?.name;
    if (by !== undefined && !namesBody(by)) return by;
    const [name = "", office = top[index + 1] ?? ""] = line.split(/\s+\|\s+/u);
    if (!NAME.test(name) || namesBody(name)) continue;
    if (OFFICE.test(office)) return name;
    if (name === line && isNobodyElse(name, body)) return name;
  }
  return null;
}

/** Says whether a name is that of a person of whom the text says nothing before its end, where a writer is told of. */
function isNobodyElse(name: string, body: string): boolean {
  const words = name.split(" ");
  if (words.length < 2 || words.length > MOST_OF_NAME || namesBody(name)) return false;
  const text = body.trimStart();
  const own = text.startsWith(`${name}\n`) ? text.slice(name.length) : text;
  const told = own.slice(0, Math.max(own.length - MOST_BELOW, own.length / 2));
  if (told.includes(words.at(-1) ?? name)) return false;
  const below = own.slice(told.length).toLowerCase();
  return genderOfName(name) !== "unknown" || below.includes(name.toLowerCase());
}

const MOST_OF_NAME = 4;

// Opinion article by Ann Field; a builder | [Signed] Ann Field | Ann Field can be reached at …
const SIGNED: readonly RegExp[] = [
  ABOUT_WRITER,
  new RegExp(
    `^(?:[Oo]pinion |[Aa]n? )?(?:[Aa]rticle|[Cc]olumn|[Pp]iece|[Rr]eview|[Ww]ritten|[Ee]ssay)? ?[Bb]y:? (?<name>${NAMES})(?=$|[.,;|(])`,
    "u",
  ),
  new RegExp(`^\\W?[Ss]igned\\W{1,3}(?<name>${NAMES})(?=$|,)`, "u"),
  new RegExp(
    `^(?<name>${NAMES}) (?:can be (?:reached|contacted|followed|emailed|found)|is (?:the |an? )?(?:chief executive|head|chair|chairman|president|principal|partner|senior|junior|sophomore|freshman|graduate|PhD|doctoral|playwright|poet|novelist|teacher|pastor|priest|physician|doctor|strategist|consultant|activist)\\b)`,
    "u",
  ),
];
/** What stands before the name of who signs: "– Prof. Ann Field is …". */
const BEFORE_NAME = /^[\s•*–—-]*(?:(?:Prof|Dr|Rev|Mr|Ms|Mrs|Hon|Sir|Dame)\.? )?/u;

/** Who writes about themselves at the end is named there for the first time. */
function signedBelow(body: string, last: readonly string[]): string | null {
  for (const line of last) {
    const own = line.replace(BEFORE_NAME, "");
    const name = SIGNED.map((form) => form.exec(own)?.groups?.name).find(
      (one) => one !== undefined,
    );
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
