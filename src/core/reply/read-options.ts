import { type CommandSpec, optionOf } from "./command.ts";
import type { LineToken } from "./line-token.ts";
import type { OptionKind, OptionSpec } from "./option.ts";
import { readSchedule } from "./schedule-words.ts";
import { isMoment } from "./since.ts";

/** The pieces of a line as options of its command. */
export interface OptionsRead {
  readonly options: Readonly<Record<string, string>>;
  /** Words that no option of the command takes; empty for none. */
  readonly leftOver: string;
}

/** Options that are one word; the others go on to the next option. */
const ONE_WORD: ReadonlySet<OptionKind> = new Set([
  "edition",
  "channel",
  "command",
  "part",
  "page",
  "zone",
  "layout",
  "order",
  "yes",
  "draft",
  "report",
  "verdict",
  "who",
  "hours",
  "number",
]);
/** Options that words may be added to. */
const TEXTS: ReadonlySet<OptionKind> = new Set(["words", "subject", "topics"]);

/** A moment has at most so many words: `8th of May 2026`. */
const MOMENT_WORDS = 4;

/** Gives the pieces of a line to the options of its command. */
export function readOptions(spec: CommandSpec, tokens: readonly LineToken[]): OptionsRead {
  const options: Record<string, string> = {};
  const free: LineToken[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const named = optionNamed(spec, token);
    if (named === null) {
      free.push(token);
      at += 1;
      continue;
    }
    const taken = optionValue(spec, named, tokens.slice(at), tokens);
    if (taken.value !== "") options[named.name] = taken.value;
    at += taken.tokens;
  }
  return { leftOver: giveFree(spec, free, options), options };
}

/** The option that a piece of a line names by its key; `null` for words, and for a key that no option has. */
export function optionNamed(spec: CommandSpec, { key, minus }: LineToken): OptionSpec | null {
  return key === null || minus ? null : optionOf(spec, key);
}

/** Gives words without a key to the option that they are for, and answers with those that none takes. */
function giveFree(
  { options: specs }: CommandSpec,
  free: readonly LineToken[],
  options: Record<string, string>,
): string {
  const [first] = specs;
  if (free.length === 0 || first === undefined) return rawOf(free);
  if (first.kind === "edition") return giveEdition(specs, free, options);
  if (options[first.name] === undefined) {
    options[first.name] = freeText(first, free);
    return "";
  }
  // Reads: quotes harbour about:bridge by:solen
  const other = specs.find(({ kind }) => TEXTS.has(kind)) ?? first;
  const before = options[other.name];
  options[other.name] = [freeText(other, free), ...(before === undefined ? [] : [before])].join(
    " ",
  );
  return "";
}

/** Reads: digest now grain · digest grain now · digest grain OR wheat · digest me grain weekdays at noon */
function giveEdition(
  specs: readonly OptionSpec[],
  free: readonly LineToken[],
  options: Record<string, string>,
): string {
  const [edition] = specs;
  const is = (token: LineToken | undefined) =>
    edition?.choices.find((choice) => choice === token?.raw.toLowerCase());
  const [begins, ends] = [is(free[0]), is(free.at(-1))];
  const named = options.edition === undefined ? (begins ?? ends) : undefined;
  if (named !== undefined) options.edition = named;
  const rest =
    named === undefined ? free : begins === undefined ? free.slice(0, -1) : free.slice(1);
  const when =
    options.edition === "me" && options.at === undefined ? scheduleIn(rest) : rest.length;
  if (when < rest.length) options.at = rawOf(rest.slice(when));
  const topic = rawOf(rest.slice(0, when));
  if (topic !== "") options.topic = [topic, options.topic ?? ""].join(" ").trim();
  return "";
}

/** Where the words that say when begin; the length of the list where none do. */
function scheduleIn(tokens: readonly LineToken[]): number {
  const found = tokens.findIndex((_, at) => readSchedule(rawOf(tokens.slice(at))).ok);
  return found < 0 ? tokens.length : found;
}

/** What stands behind a key, and how many pieces of the line that is. */
function optionValue(
  spec: CommandSpec,
  option: OptionSpec,
  [own, ...rest]: readonly LineToken[],
  whole: readonly LineToken[],
): { value: string; tokens: number } {
  if (own === undefined) return { value: "", tokens: 1 };
  const { kind } = option;
  // Reads: speaker: solen
  const before = own.value === "" && !own.quoted ? [] : [own];
  const end = rest.findIndex((token) => optionNamed(spec, token) !== null);
  const following = end < 0 ? rest : rest.slice(0, end);
  const count = isOneWord(spec, option, before, whole)
    ? Math.min(before.length === 0 ? 1 : 0, following.length)
    : howMany(kind, before, following);
  const pieces = following.slice(0, count).map(({ raw }) => raw);
  const keepsSigns = kind === "topics" || kind === "remark";
  const first = before.map(({ value, raw }) => (keepsSigns ? withoutKey(raw) : value));
  const text = [...first, ...pieces].join(" ");
  return { value: keepsSigns ? text : withoutQuotes(text), tokens: 1 + count };
}

/** Whether an option ends behind its first word, so that what follows is for another one. */
function isOneWord(
  spec: CommandSpec,
  option: OptionSpec,
  [own]: readonly LineToken[],
  whole: readonly LineToken[],
): boolean {
  const { kind } = option;
  if (kind === "moment" || kind === "remark") return false;
  const [first] = spec.options;
  // In a search, words that follow are searched for.
  if (ONE_WORD.has(kind) || first?.kind === "words") return true;
  if (own?.quoted === true && kind !== "topics") return true;
  // Reads: quotes about:bridge solen; where the first option has a key of its own, all that follows is of this one.
  return (
    own !== undefined &&
    kind === "subject" &&
    first?.kind === "speaker" &&
    whole.every((token) => optionNamed(spec, token) !== first)
  );
}

function howMany(
  kind: OptionKind,
  before: readonly LineToken[],
  following: readonly LineToken[],
): number {
  if (kind !== "moment") return following.length;
  const words = [...before, ...following].slice(0, MOMENT_WORDS).map(({ value }) => value);
  const lengths = words.map((_, index) => words.length - index);
  const fitting = lengths.find((length) => isMoment(words.slice(0, length).join(" ")));
  return Math.max(before.length === 0 ? 1 : 0, (fitting ?? 1) - before.length);
}

/** The languages of searches and topics keep their signs; elsewhere quotes only hold words together. */
function freeText({ kind }: OptionSpec, free: readonly LineToken[]): string {
  const text = rawOf(free);
  return kind === "words" || kind === "topics" ? text : withoutQuotes(text);
}

function rawOf(tokens: readonly LineToken[]): string {
  return tokens.map(({ raw }) => raw).join(" ");
}

function withoutKey(raw: string): string {
  return raw.replace(/^\p{L}+:/u, "");
}

function withoutQuotes(text: string): string {
  return text.replace(/["“”„]/gu, "").trim();
}
