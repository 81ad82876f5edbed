import { createHash } from "node:crypto";
import { z } from "zod";
import type { Brief, Draft, WriteBrief } from "#core/brief/brief.ts";
import { KINDS } from "#core/judgement/kinds.ts";
import { type Model, ModelError } from "#desk/port/model.ts";
import { questionAbout } from "#desk/second-opinion.ts";
import { createModel } from "#edge/model/model.ts";
import { modelOf, patienceOf } from "#main/model.ts";
import { readSetting } from "#main/setting.ts";
import { startModel } from "#tests/fake/model/server.ts";
import { wordsOf } from "./metric/words.ts";

/** What is known of an article's brief by those who labelled it. */
export interface Known {
  readonly draft: Draft;
  /** What its facts must tell, the most important first: all of the words, each `a|b` or one. */
  readonly facts: readonly (readonly string[])[];
  /** A summary that somebody wrote; left out: none. */
  readonly summary?: string;
  /** Left out: nobody has labelled who speaks. */
  readonly quotes?: readonly { readonly text: string; readonly who: readonly string[] | null }[];
}

/** Whom the second opinion is of: the config's model, one that knows all that is labelled, or one that answers anything. */
export type Second = "config" | "gold" | "random";

export function isSecond(word: string): word is Second {
  return ["config", "gold", "random"].includes(word);
}

export interface SecondOpinions {
  readonly write: WriteBrief;
  readonly asked: number;
  /** Articles about which no answer came, and those whose answer was none. */
  readonly unanswered: number;
  readonly nonsense: number;
  readonly tokens: number;
}

const LANES = 4;

/** Asks about every article, and gives a writer that knows what came of it. */
export async function secondOpinions(
  all: readonly Known[],
  second: Second,
  rules: WriteBrief,
): Promise<SecondOpinions> {
  const { model, patience, close } = await openSecond(second, all);
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const answers = new Map<string, string>();
  const settled = (draft: Draft, text: string | undefined): Brief | null => {
    const brief = rules(draft);
    if (text === undefined) return brief;
    return (
      questionAbout(brief, draft, { name: model.name, hash, write: rules })?.settle(text) ?? null
    );
  };
  const counts = { asked: 0, unanswered: 0, nonsense: 0, tokens: 0 };
  const left = [...all];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const { draft } = next;
      const open = questionAbout(rules(draft), draft, { name: model.name, hash, write: rules });
      if (open === null) continue;
      counts.asked += 1;
      try {
        const { text, tokens } = await model.ask(open.question, patience());
        counts.tokens += tokens.read + tokens.written;
        if (open.settle(text) === null) counts.nonsense += 1;
        else answers.set(keyOf(draft), text);
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        counts.unanswered += 1;
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: LANES }, work));
  } finally {
    await close();
  }
  return { ...counts, write: (draft) => settled(draft, answers.get(keyOf(draft))) ?? rules(draft) };
}

/** White space before a body changes nothing in it. */
function keyOf({ id, title, body }: Draft): string {
  return JSON.stringify([id, title, body.trim()]);
}

interface Opened {
  readonly model: Model;
  readonly patience: () => AbortSignal;
  readonly close: () => Promise<void>;
}

async function openSecond(second: Second, all: readonly Known[]): Promise<Opened> {
  if (second === "config") {
    const setting = readSetting();
    const model = await modelOf(setting);
    const { model: orders } = setting.orders;
    if (model === null || orders === null)
      throw new RangeError("config/newsroom.yaml names no model");
    return { model, patience: patienceOf(orders), close: async () => undefined };
  }
  const answer = second === "gold" ? goldAnswers(all) : randomAnswers();
  const server = await startModel(({ matter }) => ({
    says: JSON.stringify(answer(readMatter(matter))),
  }));
  const endpoint = { api: "openai", address: server.openai, key: null, takesSchema: true } as const;
  const model = createModel({ ...endpoint, name: second });
  return { model, patience: () => new AbortController().signal, close: () => server.close() };
}

/** What a model is shown, as it would read it. */
interface Matter {
  readonly headlines: number;
  readonly sentences: readonly (readonly [number | null, string])[];
  readonly people: readonly string[];
  readonly quotes: readonly string[];
  readonly rules: {
    readonly kind: string;
    readonly headline: number;
    readonly facts: readonly number[];
  };
}

const Row = z.array(z.unknown());

function readMatter(matter: string): Matter {
  const parts = new Map(
    matter.split("\n\n").map((part) => {
      const [head = "", ...lines] = part.split("\n");
      const rows = lines.map((line) => Row.parse(JSON.parse(line)));
      return [/^## (?<name>\w+)/u.exec(head)?.groups?.name ?? "", rows] as const;
    }),
  );
  const rows = (name: string) => parts.get(name) ?? [];
  const held = new Map(rows("What").map(([key, ...rest]) => [key, rest]));
  return {
    headlines: rows("Headlines").length,
    sentences: rows("Sentences").map(([number, text]) => {
      return [number === null ? null : Number(number), String(text)] as const;
    }),
    people: rows("People").map(([, name]) => String(name)),
    quotes: rows("Quotations").map(([, words]) => String(words)),
    rules: {
      kind: String(held.get("kind")?.[0] ?? "report"),
      headline: Number(held.get("headline")?.[0] ?? 0),
      facts: (held.get("facts") ?? []).map(Number),
    },
  };
}

/** One that answers by what is labelled, and agrees with the rules where nothing is. */
function goldAnswers(all: readonly Known[]): (matter: Matter) => unknown {
  return (matter) => {
    const known = all.find(({ draft }) => holds(draft.body, matter));
    const facts = known === undefined ? [] : factsBy(known, matter);
    return {
      ...{ kind: matter.rules.kind, headline: matter.rules.headline },
      facts: facts.length > 0 ? facts : matter.rules.facts,
      quotes: matter.quotes.flatMap((words, at) => {
        const person = known === undefined ? null : personBy(known, words, matter);
        return person === null ? [] : [{ quote: at + 1, person }];
      }),
    };
  };
}

function squeezed(text: string): string {
  return text.replace(/\s+/gu, " ");
}

function holds(body: string, { sentences }: Matter): boolean {
  const flat = squeezed(body);
  return sentences.length > 0 && sentences.every(([, text]) => flat.includes(text));
}

const MOST_FACTS = 5;

function factsBy({ facts, summary }: Known, { sentences }: Matter): readonly number[] {
  const choosable = sentences.flatMap(([number, text]) =>
    number === null ? [] : [{ number, text }],
  );
  if (summary !== undefined) {
    const wanted = new Set(wordsOf(summary).map(({ text }) => text));
    const share = (text: string) => {
      const own = wordsOf(text);
      return own.filter((word) => wanted.has(word.text)).length / Math.sqrt(own.length + 1);
    };
    return choosable
      .toSorted((one, other) => share(other.text) - share(one.text))
      .slice(0, 3)
      .map(({ number }) => number);
  }
  const found = facts.flatMap((words) => {
    const has = ({ text }: { readonly text: string }) =>
      words.every((word) =>
        word.split("|").some((one) => text.toLowerCase().includes(one.toLowerCase())),
      );
    return choosable.find(has)?.number ?? [];
  });
  return [...new Set(found)].slice(0, MOST_FACTS);
}

/** `null`: nobody has labelled it; 0: nobody's. */
function personBy({ quotes }: Known, words: string, { people }: Matter): number | null {
  if (quotes === undefined) return null;
  const own = squeezed(words).replace(/…$/u, "").slice(0, 60);
  const label = quotes.find(
    ({ text }) => squeezed(text).includes(own) || own.includes(squeezed(text).slice(0, 60)),
  );
  if (label === undefined) return null;
  const names = (label.who ?? []).map((name) => name.toLowerCase());
  const isOne = (name: string, other: string) =>
    name === other ||
    name.endsWith(` ${other}`) ||
    other.endsWith(` ${name}`) ||
    lastOf(name) === lastOf(other);
  if (names.length === 0) return 0;
  const at = people.findIndex((name) => names.some((one) => isOne(name.toLowerCase(), one)));
  // Whom the sheet does not name nobody can choose.
  return at < 0 ? null : at + 1;
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

/** One that answers anything, sometimes out of range, the same each time it is run. */
function randomAnswers(): (matter: Matter) => unknown {
  let state = 20_261_201;
  const next = (most: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 1;
    return state % (most + 2);
  };
  return ({ headlines, sentences, people, quotes }) => ({
    kind: KINDS[next(KINDS.length)] ?? "novel",
    headline: next(headlines),
    facts: Array.from({ length: next(6) }, () => next(sentences.length)),
    quotes: quotes.map((_, at) => ({ quote: at + 1, person: next(people.length) })),
  });
}
