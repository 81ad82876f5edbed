/**
 * What the reading of one language goes by, beside its marks: verbs of speech and what stands around them.
 * One file a language, so that the next one is data. Words are in lower case, as tokens have them.
 */
export interface LanguageTable {
  /** The primary subtag of BCP 47. */
  readonly code: string;
  /** What an ending in a name tells: `cases` where names are inflected, `nouns` where nouns have capitals. */
  readonly grammar: "plain" | "cases" | "nouns";
  /** Finite verbs of speech, in the third person singular. */
  readonly verbs: ReadonlySet<string>;
  /** Verbs of speech of more than one word, as lists of their tokens. */
  readonly phrases: readonly (readonly string[])[];
  /** Before a participle: "ha dicho", "a-t-il ajouté". */
  readonly auxiliaries: ReadonlySet<string>;
  readonly participles: ReadonlySet<string>;
  /** May stand within the verb, or between it and its subject: "ha también dicho", "dijo ayer Ortega". */
  readonly fillers: ReadonlySet<string>;
  /** Between the verb and the words that are said: que, dass, что. */
  readonly links: ReadonlySet<string>;
  /** May open a noun phrase. */
  readonly determiners: ReadonlySet<string>;
  /** What stands behind one of these owns or places what is before it, and doesn't speak. */
  readonly prepositions: ReadonlySet<string>;
  /** "and", "or": whose neighbours are two. */
  readonly conjunctions: ReadonlySet<string>;
  /** Subjects that only another sentence names; a fact never opens with one. */
  readonly pronouns: ReadonlySet<string>;
  /** They tie a sentence to the one before it: a fact that opens with one would stand on nothing. */
  readonly connectives: ReadonlySet<string>;
  /** Small words that stand within a name: "Lucía de la Torre". */
  readonly particles: ReadonlySet<string>;
  /** Words that are no part of a name though they have a capital where a sentence begins. */
  readonly openers: ReadonlySet<string>;
  /** What people are called by their office or trade, before a name or as the head of its phrase. */
  readonly title: RegExp;
  /** Trades that are surnames, too, or end one, behind a name that is no genitive: "Katrin Hollmann", "Jan Koch". */
  readonly surname: RegExp;
  /** Given names of women, where a verb's ending and a genitive look alike; `null` where none do. */
  readonly women: ReadonlySet<string> | null;
  /** The verb comes last, and its subject before the words: “…” dedi. */
  readonly verbLast: boolean;
  /** Speech is set behind a dash: "—Ven —dijo Ana—." `tight`: the dash joins the words that it opens. */
  readonly dash: "tight" | "spaced" | null;
  /** Words that keep a claim open. */
  readonly hedge: RegExp | null;
  /** Their full stop ends no sentence. */
  readonly abbreviations: ReadonlySet<string>;
  /** A number with a full stop is an ordinal: "3. Mai". */
  readonly ordinals: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** Words of a table, as printed between blanks. */
export function words(text: string): ReadonlySet<string> {
  const listed = text.trim();
  return listed === "" ? NONE : new Set(listed.split(/\s+/u));
}

/** Phrases of a table, parted by commas. */
export function phrases(text: string): readonly (readonly string[])[] {
  return text
    .split(",")
    .map((phrase) => phrase.trim().split(/\s+/u))
    .filter(([first]) => first !== "");
}

/** What holds of a language of which its file says nothing else. */
export const PLAIN: Omit<LanguageTable, "code"> = {
  grammar: "plain",
  verbs: NONE,
  phrases: [],
  auxiliaries: NONE,
  participles: NONE,
  fillers: NONE,
  links: NONE,
  determiners: NONE,
  prepositions: NONE,
  conjunctions: NONE,
  connectives: NONE,
  pronouns: NONE,
  particles: NONE,
  openers: NONE,
  title: /^$/u,
  surname: /^$/u,
  women: null,
  verbLast: false,
  dash: null,
  hedge: null,
  abbreviations: NONE,
  ordinals: false,
};

/** For a language that has no table: its marks show what is quoted, and nothing shows who speaks. */
export const MARKS_ALONE: LanguageTable = { ...PLAIN, code: "und" };
