import type { Urgency } from "#core/article/article.ts";
import { foldedWords } from "./fold.ts";
import {
  type Comparison,
  isOperator,
  TOPIC_FIELDS,
  type Topic,
  type TopicField,
  type Words,
} from "./topic.ts";
import { type Token, type TopicFault, tokensOf } from "./topic-token.ts";

export type TopicReading =
  | { readonly ok: true; readonly topic: Topic }
  | { readonly ok: false; readonly fault: TopicFault };

/** Other names that people give the fields. */
const SYNONYMS: Readonly<Record<string, TopicField>> = {
  ...{ tags: "tag", sections: "section", places: "place", people: "person", persons: "person" },
  ...{ sources: "source", lang: "language", languages: "language" },
};
const FIELDS_NAMED = `${TOPIC_FIELDS.join(", ")} and urgency`;
const TERM = 'a word, a phrase in quotes, a field such as tag:weather, NOT or "("';

/** Deep enough for people; deeper would be a slip, or a trap for the reader. */
const DEEPEST = 50;

/** A topic that cannot be read; it does not leave this file. */
class TopicError extends Error {
  override readonly name = "TopicError";
  readonly code = "topic-unreadable";
  readonly fault: TopicFault;

  constructor(fault: TopicFault) {
    super(fault.says);
    this.fault = fault;
  }
}

/**
 * Reads the text of a channel's topics: words, phrases in quotes, `flood*`, `tag:weather`,
 * `urgency<=3`, joined by AND (which may be left out), OR and NOT, with parentheses. NOT binds most
 * closely, then AND, then OR; upper and lower case are the same. `-flood` is `NOT flood`, as in searches.
 */
export function parseTopic(text: string): TopicReading {
  const cut = tokensOf(text);
  if (!cut.ok) return cut;
  try {
    return { ok: true, topic: new Parser(cut.tokens).whole() };
  } catch (error) {
    if (error instanceof TopicError) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** Reads a word, a phrase or `flood*` alone, as a list of muted words has them; `null` for what has no word in it. */
export function parseWords(text: string): Words | null {
  const trimmed = text.trim();
  const prefix = trimmed.endsWith("*");
  const bare = (prefix ? trimmed.slice(0, -1) : trimmed).replace(
    /^["“](?<inner>.*)["”]$/su,
    "$<inner>",
  );
  return foldedWords(bare).length === 0 ? null : { text: bare.trim(), prefix };
}

/** One method a rule of the grammar, each leaving the place behind what it has read. */
class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  whole(): Topic {
    const topic = this.#either();
    const rest = this.#here();
    if (rest.kind === "close") throw fault(rest, 'this ")" closes nothing: leave it out');
    if (rest.kind !== "end")
      throw fault(rest, `expected AND, OR or the end, but found ${shown(rest)}`);
    return topic;
  }

  /** either = both { OR both } */
  #either(): Topic {
    const parts = [this.#both()];
    while (this.#takeOperator("or")) parts.push(this.#both());
    return joined("or", parts);
  }

  /** both = term { [ AND ] term } */
  #both(): Topic {
    const parts = [this.#term()];
    while (this.#takeOperator("and") || this.#beginsTerm()) parts.push(this.#term());
    return joined("and", parts);
  }

  /** term = NOT term | minus term | "(" either ")" | phrase | word | field ":" words | urgency comparison digit */
  #term(): Topic {
    const token = this.#here();
    this.#depth += 1;
    if (this.#depth > DEEPEST)
      throw fault(token, `more than ${DEEPEST} levels deep: say it more simply`);
    const topic = this.#termAt(token);
    this.#depth -= 1;
    return topic;
  }

  #termAt(token: Token): Topic {
    if (this.#takeOperator("not") || this.#takeMinus()) return { kind: "not", of: this.#term() };
    if (token.kind === "open") return this.#group(token);
    if (token.kind === "phrase") return { kind: "words", words: this.#words() };
    if (token.kind !== "word" || isOperator(token.text)) {
      throw fault(token, `expected ${TERM}, but found ${shown(token)}`);
    }
    const next = this.#tokens[this.#at + 1]?.kind;
    if (next === "colon" || next === "compare") return this.#field(token);
    return { kind: "words", words: this.#words() };
  }

  #group(open: Token): Topic {
    this.#at += 1;
    const topic = this.#either();
    const close = this.#here();
    if (close.kind !== "close") {
      throw fault(
        close,
        `expected ")" for the "(" at column ${open.column}, but found ${shown(close)}`,
      );
    }
    this.#at += 1;
    return topic;
  }

  #field(name: Token): Topic {
    const field = name.text.toLowerCase();
    const sign = this.#tokens[this.#at + 1] ?? name;
    if (field === "urgency") return this.#urgency(sign);
    const known = TOPIC_FIELDS.find((one) => one === field) ?? SYNONYMS[field];
    if (known === undefined) {
      throw fault(name, `there is no field “${name.text}”: there are ${FIELDS_NAMED}`);
    }
    if (sign.kind === "compare") {
      throw fault(sign, `only urgency is compared: write ${known}:name, with a colon`);
    }
    this.#at += 2;
    const value = this.#here();
    if (value.kind !== "word" && value.kind !== "phrase") {
      const mend =
        value.kind === "open" ? `: name the field each time, as in ${known}:a OR ${known}:b` : "";
      throw fault(
        value,
        `expected a name, or one in quotes, behind “${known}:”, but found ${shown(value)}${mend}`,
      );
    }
    return { kind: "field", field: known, words: this.#words() };
  }

  #urgency(sign: Token): Topic {
    this.#at += 2;
    const value = this.#here();
    const than = URGENCIES.find((one) => String(one) === value.text);
    if (than === undefined || value.kind !== "word" || value.prefix) {
      throw fault(
        value,
        `expected a number from 1 (flash) to 9 behind “urgency${sign.text}”, but found ${shown(value)}`,
      );
    }
    this.#at += 1;
    const is = COMPARISONS.find((one) => one === sign.text) ?? "=";
    return { kind: "urgency", is, than };
  }

  #words(): Words {
    const token = this.#here();
    if (LONE_MINUS.test(token.text)) {
      throw fault(token, "a minus leaves out what stands right behind it, as in -ferry");
    }
    if (foldedWords(token.text).length === 0) {
      throw fault(token, `expected a word, but ${shown(token)} has no letter and no digit in it`);
    }
    this.#at += 1;
    return { text: token.text, prefix: token.prefix };
  }

  #beginsTerm(): boolean {
    const { kind, text } = this.#here();
    if (kind === "word") return !/^(?:and|or)$/i.test(text);
    return kind === "phrase" || kind === "open" || kind === "minus";
  }

  #takeMinus(): boolean {
    const found = this.#here().kind === "minus";
    if (found) this.#at += 1;
    return found;
  }

  #takeOperator(name: "and" | "or" | "not"): boolean {
    const { kind, text, prefix } = this.#here();
    const found = kind === "word" && !prefix && text.toLowerCase() === name;
    if (found) this.#at += 1;
    return found;
  }

  #here(): Token {
    const token = this.#tokens[this.#at] ?? this.#tokens.at(-1);
    return token ?? { kind: "end", text: "", prefix: false, column: 1 };
  }
}

const LONE_MINUS = /^[-−–]+$/u;
const URGENCIES: readonly Urgency[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const COMPARISONS: readonly Comparison[] = ["<", "<=", "=", ">=", ">"];

function fault({ column }: Token, says: string): TopicError {
  return new TopicError({ column, says });
}

function joined(kind: "and" | "or", parts: readonly Topic[]): Topic {
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind, of: parts };
}

function shown(token: Token): string {
  if (token.kind === "end") return "the end of the text";
  return token.kind === "phrase"
    ? `the phrase "${token.text}"`
    : `“${token.text}${token.prefix ? "*" : ""}”`;
}
