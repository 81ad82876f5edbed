import type { Range } from "#core/text/text.ts";
import { tokenAt } from "#core/text/token.ts";
import { DETERMINERS } from "#core/text/word-class.ts";
import type { Ground } from "./noun-phrase.ts";
import { phraseEndingAt } from "./phrase-before.ts";
import { phraseOpeningAt } from "./phrase-behind.ts";
import { type Attribution, accordingTo } from "./speech.ts";
import { cueAt, isPassive } from "./spoken.ts";

interface Cue {
  readonly first: number;
  readonly last: number;
}

/** Who hears for the public: "told reporters", "told the court". */
const LISTENERS: ReadonlySet<string> = new Set(
  `reporters journalists newsmen press media court jury inquest inquiry hearing tribunal committee
  police detectives officers investigators`.split(/\s+/),
);
/** What words are given in. */
const GIVEN_IN: ReadonlySet<string> = new Set(
  `statement letter email e-mail post message note tweet release video interview memo report filing
  affidavit testimony speech article column book memoir podcast broadcast documentary diary complaint
  deposition`.split(/\s+/),
);
const FURTHEST = 30;
const LONGEST_GIFT = 5;

/**
 * Who passes a quotation on, or what it was given in, as the sentence of its attribution prints it:
 * "told Reuters", "in a statement", "prosecutors said", "according to the indictment".
 */
export function through(
  ground: Ground,
  attribution: Attribution,
  cue: Cue,
  sentence: Range,
): string | null {
  if (attribution.rule === "according to") return null;
  const first = tokenAt(ground.tokens, sentence.start);
  const to = tokenAt(ground.tokens, sentence.end);
  const found =
    sourceBefore(ground, attribution, first) ??
    voucherBefore(ground, attribution, first) ??
    voucherBehind(ground, attribution, cue, to) ??
    hearer(ground, cue, to) ??
    givenIn(ground, behindQuoted(ground, first, cue.first), cue.first) ??
    givenIn(ground, cue.last + 1, Math.min(to, cue.last + FURTHEST));
  if (found === null) return null;
  const { body, tokens } = ground;
  const end = tokens[found.last]?.end ?? 0;
  // "according to the portal TarnPaper.example": its address goes on behind the dot.
  const rest = /^\.\p{Ll}{2,8}(?![\p{L}\p{N}])/u.exec(body.slice(end, end + 10))?.[0] ?? "";
  const printed = body.slice(tokens[found.first]?.start, end + rest.length);
  return printed.replace(/\s+/gu, " ").replace(/^According/u, "according");
}

/** "According to a source, Roe told them, “": the source says so. */
function sourceBefore(ground: Ground, { subject }: Attribution, first: number): Cue | null {
  if (subject === null || ground.tokens[first]?.lower !== "according") return null;
  const source = accordingTo(ground, first, subject.first)?.subject ?? null;
  if (source === null) return null;
  const comma = ground.tokens
    .slice(source.last + 1, Math.min(subject.first, source.last + LONGEST_SOURCE))
    .findIndex(({ lower }) => lower === ",");
  return comma < 0 ? null : { first, last: source.last + comma };
}
const LONGEST_SOURCE = 9;

/** "Prosecutors said he texted: “": someone else says that it was said. */
function voucherBefore(ground: Ground, { subject, rule }: Attribution, bound: number): Cue | null {
  if (subject === null || rule === "inverted") return null;
  const { tokens } = ground;
  const that = tokens[subject.first - 1]?.lower === "that";
  const verb = subject.first - (that ? 2 : 1);
  const cue = verb > bound ? cueAt(ground, verb) : null;
  if (
    cue === null ||
    cue.use !== "say" ||
    cue.form === "participle" ||
    isPassive(ground, verb, cue)
  )
    return null;
  const voucher = phraseEndingAt(ground, verb - 1, bound);
  return voucher === null || voucher.form === "pronoun"
    ? null
    : { first: voucher.first, last: verb };
}

/** "…,” he texted, according to the indictment.", "…,” he texted, prosecutors said." */
function voucherBehind(
  ground: Ground,
  { subject }: Attribution,
  cue: Cue,
  end: number,
): Cue | null {
  const { tokens } = ground;
  const from = Math.max(cue.last, subject?.last ?? 0);
  for (let at = from + 1; at < Math.min(end, from + FURTHEST); at += 1) {
    const { lower = "" } = tokens[at] ?? {};
    if (MARKS.has(lower) || lower === ";" || lower === ":") return null;
    const source = accordingTo(ground, at, end);
    if (source?.subject != null) return { first: at, last: source.subject.last };
    if (lower !== ",") continue;
    const voucher = phraseOpeningAt(ground, at + 1, end);
    const verb = (voucher?.last ?? at) + 1;
    const said = voucher === null ? null : cueAt(ground, verb);
    if (voucher?.form === "description" && said?.verb === "say" && said.form !== "participle")
      return { first: voucher.first, last: verb };
  }
  return null;
}

/** "told Reuters", "told the court"; but not "told his wife". */
export function hearer(ground: Ground, cue: Cue, end: number): Cue | null {
  const { tokens } = ground;
  if (!/^(?:told|tells|telling)$/u.test(tokens[cue.last]?.lower ?? "")) return null;
  const phrase = phraseOpeningAt(ground, cue.last + 1, end);
  if (phrase === null || phrase.form === "pronoun") return null;
  const { name, head, last } = phrase;
  const listens = name === null ? LISTENERS.has(tokens[head]?.lower ?? "") : !ground.isPerson(name);
  return listens ? { first: cue.first, last: name === null ? head : last } : null;
}

const MARKS: ReadonlySet<string> = new Set('"“”');
const LEADS_IN: ReadonlySet<string> = new Set(["in", "on", "via", "by"]);

/** Where a sentence opens within a quotation: behind the mark that closes it, since "in his complaint" is said in that. */
function behindQuoted({ body, tokens }: Ground, from: number, to: number): number {
  const mark = tokens.slice(from, to).findIndex(({ lower }) => MARKS.has(lower));
  const { start = 0, lower = "" } = tokens[from + mark] ?? {};
  const closes = lower === "”" || (lower === '"' && /\S/u.test(body.charAt(start - 1)));
  return mark < 0 || mark === 0 || !closes ? from : from + mark + 1;
}

/** "in a statement", "In an interview with Lokal Radio". */
function givenIn({ tokens, nameOpening }: Ground, from: number, to: number): Cue | null {
  for (let at = from; at < to; at += 1) {
    const { lower = "" } = tokens[at] ?? {};
    if (MARKS.has(lower)) return null;
    if (!LEADS_IN.has(lower) || !DETERMINERS.has(tokens[at + 1]?.lower ?? "")) continue;
    for (let noun = at + 2; noun < Math.min(to, at + LONGEST_GIFT); noun += 1) {
      if (tokens[noun]?.kind !== "word") break;
      if (!GIVEN_IN.has(tokens[noun]?.lower ?? "")) continue;
      const link = /^(?:with|to|on|for)$/u.test(tokens[noun + 1]?.lower ?? "");
      const the = tokens[noun + 2]?.lower === "the" ? 3 : 2;
      const name = link ? nameOpening.get(noun + the) : undefined;
      return { first: at, last: name?.run.last ?? noun };
    }
  }
  return null;
}
