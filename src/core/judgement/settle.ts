import type { Mending } from "#core/article/mending.ts";
import type { Brief, Draft, Judged, WriteBrief } from "#core/brief/brief.ts";
import type { Entry } from "#core/brief/choose.ts";
import { FACTS } from "#core/brief/facts.ts";
import { mendOn } from "#core/brief/mend.ts";
import { type Bench, readMendable, wordsAt } from "#core/brief/mendable.ts";
import { proveBrief } from "#core/brief/proof.ts";
import type { Quote } from "#core/speech/quote.ts";
import type { Judgement } from "./judgement.ts";
import { createOnePerson } from "./one-person.ts";
import type { Sheet } from "./sheet.ts";
import { isSurelySpoken } from "./sure-speaker.ts";

/** Who has judged, and by what answer. */
export type Judge = Pick<Judged, "model" | "answer">;

/**
 * A brief by two opinions, the rules' and a model's. The model chooses among what the rules would let an editor choose, thing by
 * thing: what it says of one that cannot be heeded leaves that as the rules have it. A speaker stays where both agree or the
 * rules are sure; alone the model never names anybody. Whatever it says, the brief passes the gate that every brief passes.
 *
 * @param write the rules' own writer
 */
export function settle(
  { bench, sheet }: { readonly bench: Bench; readonly sheet: Sheet },
  judgement: Judgement,
  judge: Judge,
  write: WriteBrief,
): Brief {
  const notes = [...judgement.refused];
  const own = doubted(bench, judgement, write, notes);
  const chosenFacts = startsOf(own, sheet, judgement);
  const wished = [
    ...headlineWish(own, sheet, judgement, notes),
    ...speakerWishes(own, sheet, judgement, notes),
    ...factWishes(own, sheet, chosenFacts).filter(({ kind }) => kind !== "use" || !isDoubted(own)),
  ];
  const chosen: Mending[] = [];
  let refused = 0;
  for (const one of wished) {
    if (mendOn(own, [...chosen, one]).ok) chosen.push(one);
    else refused += 1;
  }
  if (refused > 0) notes.push(NOT_HEEDED);
  const made = mendOn(own, chosen, chosenFacts === null ? {} : { order: chosenFacts });
  // Where no fact would be left those of the rules stay; a name that is doubted goes all the same.
  const rest = chosen.filter(({ kind }) => kind !== "strike-fact" && kind !== "use");
  const kept = made.ok && keepsFacts(made.brief, own) ? made : mendOn(own, rest);
  const brief = kept.ok ? unmended(kept.brief) : own.written;
  const judged: Judged = { ...judge, notes: [...notes, ...changesIn(brief, bench.written)] };
  return proveBrief(brief, bench.article).length === 0
    ? { ...brief, judged }
    : { ...bench.written, judged: { ...judge, notes: [UNPROVEN] } };
}

const NOT_HEEDED = "Not all that it chose can stand in this brief.";
const UNPROVEN = "What it chose could not be proven: the brief is the rules' alone.";
const DOUBTED = "It takes the text for something else than the rules do: what judges is left out.";

/** Where rules and model agree what the text is, a doubt of the rules is over; where they differ, there is one. */
function doubted(bench: Bench, { kind }: Judgement, write: WriteBrief, notes: string[]): Bench {
  const { written, article } = bench;
  if (kind === null) return bench;
  const differs = kind !== written.kind;
  // What an opinion or a release says has an owner, which no model takes away; and a list has the form of one.
  if (written.kind !== "report") {
    if (differs) notes.push(FORMED);
    return bench;
  }
  const told = { kind: written.kind, isDoubted: differs };
  const draft: Draft = { ...article, told };
  const anew = write(draft);
  if (anew.faults !== undefined) return bench;
  if (differs) notes.push(DOUBTED);
  return { written: anew, article: draft, mendable: readMendable(anew, draft) };
}

/** Of what may be a column the rules choose with care, and nothing is added. */
function isDoubted({ article }: Bench): boolean {
  return article.told?.isDoubted === true;
}

const FORMED =
  "It takes the text for something else than the rules do; its claims keep their owner.";

function headlineWish(
  { written }: Bench,
  { headlines }: Sheet,
  { headline }: Judgement,
  notes: string[],
): readonly Mending[] {
  const text = headline === null ? undefined : headlines[headline - 1];
  if (text === undefined || text === written.headline) return [];
  notes.push("It chose another headline.");
  return [{ kind: "headline", text }];
}

/** Takes a name away where the model says somebody else, or nobody, and the rules are not sure. */
function speakerWishes(
  { written, article }: Bench,
  sheet: Sheet,
  { speakers }: Judgement,
  notes: string[],
): readonly Mending[] {
  const isOnePerson = createOnePerson(article.body);
  return written.quotes.flatMap((quote): readonly Mending[] => {
    const number = sheet.quotes.findIndex(({ start }) => start === quote.start) + 1;
    const said = speakers.get(number);
    if (said === undefined) return [];
    const name = sheet.people[said - 1]?.name ?? null;
    const rules = quote.speaker?.name ?? null;
    if (name === rules || (name !== null && rules !== null && isOnePerson(name, rules))) return [];
    if (rules === null) {
      notes.push(`Quote ${number}: it names somebody whom the rules do not; nobody is named.`);
      return [];
    }
    if (isSurelySpoken(article.body, quote)) {
      notes.push(`Quote ${number}: it differs, and ${rules} stays, who is named beside the words.`);
      return [];
    }
    notes.push(`Quote ${number}: it differs from the rules, which read ${rules}; nobody is named.`);
    return [speakerless(article, quote)];
  });
}

function speakerless({ body }: Draft, quote: Quote): Mending {
  return { kind: "speaker", at: wordsAt(body, quote), speaker: null };
}

/** Strikes what the model has not chosen, and takes what it has, in the article's order. */
function factWishes(
  { written }: Bench,
  sheet: Sheet,
  starts: readonly number[] | null,
): readonly Mending[] {
  if (starts === null) return [];
  const { body } = written;
  const struck = written.facts.filter(({ start }) => !starts.includes(start));
  const known = new Set(written.facts.map(({ start }) => start));
  const used = sheet.sentences.filter(({ start }) => starts.includes(start) && !known.has(start));
  return [
    ...struck.map((fact) => ({ kind: "strike-fact", at: wordsAt(body, fact) }) as const),
    ...used.map((one) => ({ kind: "use", at: wordsAt(body, one) }) as const),
  ];
}

/**
 * Where the sentences stand that the model chose, each right behind the one that its "he" means or that it goes on with, chosen or
 * not, as far as there is room; `null`: it chose none.
 */
function startsOf(
  { written, mendable }: Bench,
  { sentences }: Sheet,
  { facts }: Judgement,
): readonly number[] | null {
  if (facts === null || written.facts.length === 0) return null;
  let starts: readonly number[] = [];
  for (const number of facts) {
    const start = sentences.find((one) => one.number === number)?.start;
    const run: number[] = [];
    let entry: Entry | null =
      start === undefined ? null : (mendable.facts.get(start)?.entry ?? null);
    while (entry !== null && !starts.includes(entry.at)) {
      run.unshift(entry.at);
      entry = entry.needs ?? (entry.standing.held ? entry.before : null);
    }
    const isBehind = entry === null || starts.at(-1) === entry.at;
    if (isBehind && starts.length + run.length <= FACTS) starts = [...starts, ...run];
  }
  return starts;
}

/** A brief without a fact is none, where the rules have some. */
function keepsFacts({ facts }: Brief, { written }: Bench): boolean {
  return facts.length > 0 || written.facts.length === 0;
}

/** A brief that no editor has mended. */
function unmended({ written: _rules, ...brief }: Brief): Brief {
  return brief;
}

function changesIn(brief: Brief, before: Brief): readonly string[] {
  const known = new Set(before.facts.map(({ start }) => start));
  const fresh = brief.facts.filter(({ start }) => !known.has(start)).length;
  const kept = brief.facts.length - fresh;
  const isSame = fresh === 0 && kept === before.facts.length;
  const order = brief.facts.every(({ start }, at) => start === before.facts[at]?.start);
  if (isSame && order) return [];
  if (isSame) return ["It put the key facts into another order."];
  return [`It chose ${fresh} other key facts, and ${kept} that the rules chose.`];
}
