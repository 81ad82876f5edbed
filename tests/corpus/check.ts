import type { Brief, Fact } from "#core/brief/brief.ts";
import { sameForm } from "#tests/eval/metric/names.ts";
import type { Case } from "./corpus.ts";

/** What in a brief is not as the case has it; empty where all of it is. */
export function faultsOf(brief: Brief, given: Case): string[] {
  return [
    ...quoteFaults(brief, given),
    ...factFaults(brief, given),
    ...headlineFaults(brief, given),
  ];
}

function quoteFaults(
  { quotes }: Brief,
  { quotes: wanted, open, notBy, cue, role }: Case,
): string[] {
  const said = quotes.map((quote) => ({ ...quote, text: bare(quote.text) }));
  const faults: string[] = [];
  const maybe = new Set(open.map(bare));
  const expected = Object.entries(wanted ?? {}).map(([text, who]) => [bare(text), who] as const);
  const found = said.filter(({ text }) => !maybe.has(text));
  if (wanted !== undefined) {
    const texts = found.map(({ text }) => text);
    const right = expected.map(([text]) => text);
    if (texts.join("\n") !== right.join("\n")) faults.push(`quotes: ${JSON.stringify(texts)}`);
  }
  for (const [text, who] of expected) {
    const name = found.find((quote) => quote.text === text)?.speaker?.name ?? null;
    if (who === null ? name !== null : !sameForm(name, who)) faults.push(`“${text}” by ${name}`);
  }
  if (said.some(({ speaker }) => notBy !== undefined && sameForm(speaker?.name ?? null, notBy))) {
    faults.push(`said by ${notBy}`);
  }
  const first = found[0];
  if (cue !== undefined && first?.cue !== cue) faults.push(`cue: ${first?.cue}`);
  const stated = first?.speaker?.role ?? null;
  if (role === null && stated !== null) faults.push(`role: ${stated}`);
  if (typeof role === "string" && !sameForm(stated, role)) faults.push(`role: ${stated}`);
  return faults;
}

function factFaults({ facts }: Brief, { facts: wanted, noFact, noLead }: Case): string[] {
  const told = facts.map(shown).join(" | ");
  const missing = (wanted ?? []).filter((one) => !facts.some((fact) => isTold(fact, one)));
  return [
    ...missing.map((one) => `no fact ${JSON.stringify(one)} in: ${told}`),
    ...noFact.filter((words) => facts.some(({ text }) => text.includes(words))),
    ...noLead.filter((words) => facts.some(({ text }) => text.startsWith(words))),
  ];
}

type FactCase = NonNullable<Case["facts"]>[number];

function isTold(fact: Fact, { has, is, attribution, hedge }: FactCase): boolean {
  if (has !== undefined && !fact.text.includes(has)) return false;
  if (is !== undefined && lowerFirst(fact.text) !== lowerFirst(is)) return false;
  if (attribution !== undefined && !agree(fact.attribution, attribution, sameForm)) return false;
  return (
    hedge === undefined || agree(fact.hedge, hedge, (got, words) => (got ?? "").includes(words))
  );
}

/** Whether what is left of a cut sentence takes a capital is a matter of house style. */
function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

function agree(
  got: string | null,
  wanted: string | null,
  same: (got: string | null, wanted: string) => boolean,
): boolean {
  return wanted === null ? got === null : same(got, wanted);
}

function headlineFaults({ headline }: Brief, { headline: wanted, headlineHas }: Case): string[] {
  const missing = headlineHas.filter((words) => !headline.includes(words));
  const other = wanted !== undefined && headline !== wanted;
  return other || missing.length > 0 ? [`headline: ${headline}`] : [];
}

function shown({ text, attribution, hedge }: Fact): string {
  return `${text} [${attribution ?? "–"}, ${hedge ?? "–"}]`;
}

/** Whether the comma before the attribution is the quotation's is a matter of house style. */
function bare(text: string): string {
  return text.replace(/,$/u, "");
}
