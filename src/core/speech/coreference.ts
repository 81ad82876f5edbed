import type { AnalysedText } from "#core/text/analysed.ts";
import { ORG_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { oneLine } from "#core/text/space.ts";
import type { Sentence } from "#core/text/text.ts";
import { tokenAt } from "#core/text/token.ts";
import { agreedOn, MOST_SINCE } from "./agreement.ts";
import type { Cast } from "./cast.ts";
import { Descriptions } from "./description.ts";
import { genderOfPronoun, learnGenders } from "./gender.ts";
import { genderOfName } from "./given-name.ts";
import { leadingSubject } from "./leading-subject.ts";
import { LEADS, Memory, SPEAKS, STANDS } from "./memory.ts";
import type { Entity, Gender, Mention } from "./mention.ts";
import { type Before, likelyGender } from "./nearest.ts";
import { type Ground, type NounPhrase, plain } from "./noun-phrase.ts";
import { isWholeRole } from "./role-whole.ts";
import { namedAtEnd, openerOf } from "./sentence-opener.ts";
import { isDoneTo, isGoingOn, isRetold, isTold, isToldTo, turnsAway } from "./told-of.ts";
import { endOfFront, isJoined, isListed, weightOf } from "./weight.ts";

/** Whom the phrases and pronouns of an article mean. */
export interface Referents {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
  /** The entity of a phrase; `null` where unsettled. */
  readonly of: (phrase: NounPhrase) => number | null;
  /** The mention of the one whom a sentence is about, by its index; `null` where that is no one. */
  readonly subjects: readonly (Mention | null)[];
}

/** Says which tokens stand in quotation marks. */
export type IsQuoted = (token: number) => boolean;

/** Follows an article from its first word to its last, and settles whom each mention means. */
export function followReferents(
  text: AnalysedText,
  ground: Ground,
  cast: Cast,
  phrases: readonly NounPhrase[],
  isQuoted: IsQuoted,
): Referents {
  const genders = learnGenders(text, ground, cast, isQuoted);
  const entities: Entity[] = cast.entities.map((entity) => {
    const learnt = entity.gender === "unknown" ? genders.get(entity.id) : undefined;
    return learnt === undefined ? entity : { ...entity, gender: learnt };
  });
  const reader = new Reader(ground, text.sentences, entities, cast.entities, phrases, isQuoted);
  text.sentences.forEach((sentence, index) => {
    if (text.passages[sentence.passage]?.kind === "furniture") return;
    const first = tokenAt(ground.tokens, sentence.start);
    reader.read(first, tokenAt(ground.tokens, sentence.end), index);
  });
  return {
    entities,
    mentions: reader.mentions,
    subjects: reader.leads,
    of: (phrase) => reader.settled.get(phrase.first) ?? null,
  };
}

/** "Rovers", "Foxes", "Lines"; but "Ross", "Ellis", "Marcus". */
const LIKE_MANY = /[^siu]s$/u;

/** Brings in someone whom nobody has named yet. */
const ONE_OF_MANY: ReadonlySet<string> = new Set(["a", "an", "another"]);

/** Reads sentence by sentence, and remembers. */
class Reader {
  readonly mentions: Mention[] = [];
  readonly settled = new Map<number, number | null>();
  /** Whom each sentence is about. */
  readonly leads: (Mention | null)[];
  readonly #ground: Ground;
  readonly #entities: Entity[];
  readonly #speaking: ReadonlyMap<number, NounPhrase>;
  readonly #isQuoted: IsQuoted;
  readonly #memory: Memory;
  readonly #descriptions: Descriptions;
  /** Whoever the article gave words to, so far. */
  readonly #spoke = new Set<number>();
  /** And whoever a sentence was about. */
  readonly #led = new Set<number>();
  /** How many have names; who comes behind them is described: "the victim". */
  readonly #cast: number;
  /** Whoever is shown to be a person by more than pronouns. */
  readonly #sure: Set<number>;
  /** Of these, whoever is one by an office, a given name, or words that the article gives to the name. */
  readonly #firm: Set<number>;
  readonly #sentences: readonly Sentence[];
  /** Who was given words last; `null` where that is not sure. */
  #voice: Mention | null = null;
  /** All who were given words in the sentence of the last. */
  #voices: Mention[] = [];
  #lead: Mention | null = null;
  #sentence = -1;
  /** Where what the sentence opens with ends: "Flanked by Ann Roe,". */
  #front = -1;
  /** The last token of the person named before, where the sentence is not about them; -1 where it is. */
  #aside = -1;

  constructor(
    ground: Ground,
    sentences: readonly Sentence[],
    entities: Entity[],
    named: readonly Entity[],
    phrases: readonly NounPhrase[],
    isQuoted: IsQuoted,
  ) {
    this.#sentences = sentences;
    this.leads = sentences.map(() => null);
    this.#ground = ground;
    this.#entities = entities;
    this.#speaking = new Map(phrases.map((phrase) => [phrase.first, phrase]));
    this.#cast = named.length;
    this.#sure = new Set(phrases.flatMap(({ name }) => name?.entity ?? []));
    for (const { id, role, name, gender } of named) {
      const called = genderOfName(name) !== "unknown" || INITIAL.test(name);
      if (role !== null || gender !== "unknown" || called) this.#sure.add(id);
    }
    this.#firm = new Set(this.#sure);
    this.#memory = new Memory(entities, this.#sure);
    this.#isQuoted = isQuoted;
    this.#descriptions = new Descriptions(ground, entities, (id) => this.#memory.met(id));
  }

  /** Reads the tokens of one sentence, and notes whom it is about. */
  read(first: number, end: number, sentence: number): void {
    this.#sentence = sentence;
    this.#lead = null;
    this.#front = endOfFront(this.#ground.tokens, first);
    let own = false;
    for (let at = first; at < end; at += 1) {
      if (this.#ground.tokens[at]?.kind === "mark") continue;
      const quoted = this.#isQuoted(at);
      if (!quoted && !own) {
        this.#memory.tick();
        if (at === first) this.#readOpening(first, end);
        own = true;
      }
      at = this.#readAt(at, quoted);
    }
    const lead = this.#lead as Mention | null;
    this.leads[sentence] = lead;
    if (lead?.entity == null) return;
    this.#led.add(lead.entity);
    if (lead.form !== "pronoun") this.#sure.add(lead.entity);
  }

  /** Remembers the institution, the group or the stranger that a sentence opens with, and who does not speak in it. */
  #readOpening(first: number, end: number): void {
    let limit = first;
    while (limit < end && !this.#isQuoted(limit)) limit += 1;
    const phrase = leadingSubject(this.#ground, limit, first);
    if (phrase === null || phrase.form === "pronoun" || this.#speaking.has(phrase.first)) return;
    const { name } = phrase;
    if (name !== null) {
      const kind = this.#entities[name.entity]?.kind;
      if (kind === "organisation") this.#descriptions.note(phrase, name.entity);
      if (phrase.last === name.run.last) this.#memory.open(name.entity);
      return;
    }
    const entity = this.#descriptions.open(phrase, this.#memory.all());
    if (entity === null) return;
    this.#memory.open(entity);
    if (this.#entities[entity]?.kind === "person") this.#memory.see(entity, LEADS);
  }

  /** Reads what begins at a token, and returns the last token of it. */
  #readAt(at: number, quoted: boolean): number {
    const phrase = quoted ? undefined : this.#speaking.get(at);
    if (phrase !== undefined) return this.#readSpeaker(phrase);
    const name = this.#ground.nameOpening.get(at);
    if (name !== undefined) {
      const { last } = name.run;
      const inner = quoted ? undefined : this.#speakerWithin(at, last);
      if (inner !== undefined) return this.#readSpeaker(inner);
      const mention = this.#push(at, last, "name", name.entity);
      if (quoted) return last;
      if (isTold(this.#ground.tokens, last)) this.#tell(name.entity);
      const kind = this.#entities[name.entity]?.kind;
      // "Penn laughed": a lone surname is a person's where it has spoken.
      const person = kind === "person" || (kind === "unknown" && this.#spoke.has(name.entity));
      const leads =
        !this.#isTitleOfNext(last) &&
        (this.#lead === null || isJoined(this.#ground, this.#lead, at));
      const opens = person && leads && at > this.#front && !isListed(this.#ground, this.#aside, at);
      const weight = weightOf(this.#ground, at, last, opens, this.#lead);
      this.#memory.see(name.entity, weight);
      if (weight === LEADS) this.#lead ??= mention;
      // "from Ordun, Bettina Saurek": what looks like no one's full name heads no list of people.
      const full = kind === "person" || (kind === "unknown" && last > name.run.name);
      const goesOn = this.#aside >= 0 && at - this.#aside < LONGEST_ITEM;
      this.#aside = weight === STANDS && (full || goesOn) ? last : -1;
      return last;
    }
    const { lower = "" } = this.#ground.tokens[at] ?? {};
    if (lower === "the" && !quoted) return this.#readTitle(at);
    if (ONE_OF_MANY.has(lower) && !quoted) this.#readStranger(at);
    const gender = quoted ? null : genderOfPronoun(lower);
    if (gender === null) return at;
    const entity = this.#memory.person(gender);
    const mention = this.#push(at, at, "pronoun", entity);
    if (entity === null) return at;
    const subject = lower === "he" || lower === "she";
    this.#memory.see(entity, subject ? LEADS : STANDS);
    if (subject) this.#lead ??= mention;
    return at;
  }

  /** "The Rovers coach, Ann Roe, spoke": the sentence is about her. */
  #isTitleOfNext(last: number): boolean {
    const { tokens, nameOpening } = this.#ground;
    const isRole = ROLE_NOUNS.has(tokens[last + 1]?.lower ?? "");
    return isRole && tokens[last + 2]?.lower === "," && nameOpening.has(last + 3);
  }

  /** "Tarn Centre for [Sea Health doctor Ann Roe] said": she speaks, whose phrase begins within the body's name. */
  #speakerWithin(at: number, last: number): NounPhrase | undefined {
    for (let inner = at + 1; inner <= last; inner += 1) {
      const phrase = this.#speaking.get(inner);
      if (phrase !== undefined && phrase.last > last) return phrase;
    }
    return undefined;
  }

  /** "the archbishop apologised": a title that the article gave to one person speaks of that person. */
  #readTitle(at: number): number {
    const { tokens } = this.#ground;
    const last = [at + 3, at + 2, at + 1].find((word) => ROLE_NOUNS.has(tokens[word]?.lower ?? ""));
    if (last === undefined || this.#ground.nameOpening.has(last + 1)) return at;
    const words = tokens.slice(at + 1, last + 1).map(({ lower }) => lower);
    const entity = this.#descriptions.known(words, this.#memory.all());
    if (entity === undefined || !this.#memory.met(entity)) return at;
    const mention = this.#push(at, last, "description", entity);
    const weight = weightOf(this.#ground, at, last, this.#lead === null, this.#lead);
    this.#memory.see(entity, weight);
    if (weight === LEADS) this.#lead ??= mention;
    return last;
  }

  /** "told by an administration official": "the official" is this one from here on. */
  #readStranger(at: number): void {
    const { tokens, nameOpening, nameEnding } = this.#ground;
    // "Ann Roe, a spokesperson for the ministry": she is no stranger.
    if (tokens[at - 1]?.lower === "," && nameEnding.has(at - 2)) return;
    for (let last = at + 1; last < at + LONGEST_STRANGER; last += 1) {
      const word = tokens[last];
      if (word?.kind !== "word") return;
      if (!ROLE_NOUNS.has(word.lower) || nameOpening.has(last + 1)) continue;
      if (this.#speaking.has(at)) return;
      this.#descriptions.introduce(plain(at, last, "description", null, last));
      return;
    }
  }

  #readSpeaker(phrase: NounPhrase): number {
    const found = this.#settle(phrase);
    const agreed = phrase.form === "pronoun" ? this.#agreed(phrase, found) : found;
    const gender = genderOfPronoun(this.#ground.tokens[phrase.first]?.lower ?? "");
    const entity = gender !== null && !this.#isPerson(agreed, gender) ? null : agreed;
    this.settled.set(phrase.first, entity);
    const mention = this.#push(phrase.first, phrase.last, phrase.form, entity);
    this.#voices =
      this.#voice?.sentence === this.#sentence ? [...this.#voices, mention] : [mention];
    this.#voice = mention;
    // Who is not named for certain is still who comes to mind next.
    const next = entity ?? found;
    const { name } = phrase;
    if (
      name !== null &&
      name.run.last === phrase.last &&
      this.#entities[name.entity]?.kind === "organisation"
    )
      this.#descriptions.note(phrase, name.entity);
    if (next !== null) {
      this.#memory.see(next, SPEAKS);
      this.#spoke.add(next);
      // "According to the wire, the premier left": the sentence is about the premier.
      if (!this.#isSource(phrase)) this.#lead = mention;
    }
    return phrase.form === "description" ? phrase.head : phrase.last;
  }

  #isSource({ first }: NounPhrase): boolean {
    const { tokens } = this.#ground;
    return tokens[first - 1]?.lower === "to" && tokens[first - 2]?.lower === "according";
  }

  /** Whom "he" means, where what else speaks for somebody comes to the one whom the memory chose. */
  #agreed({ first }: NounPhrase, found: number | null): number | null {
    const { tokens } = this.#ground;
    const gender = genderOfPronoun(tokens[first]?.lower ?? "");
    if (gender === null) return found;
    if (isRetold(tokens, first) || this.#wasTold(first, found)) return null;
    const [voice, voices, lead] = [this.#voice, this.#voices, this.#lead];
    return agreedOn(found, gender, {
      before: this.#before(first),
      sentence: this.#sentence,
      voice,
      voices,
      lead,
    });
  }

  /** What has been read before the pronoun at a token. */
  #before(first: number): Before {
    const ground = this.#ground;
    return {
      entities: this.#entities,
      sentences: this.#sentences,
      mentions: this.mentions,
      leadOf: (sentence: number) =>
        sentence === this.#sentence ? this.#lead : (this.leads[sentence] ?? null),
      genderOf: ({ start, form }: Mention) => {
        const at = form === "pronoun" ? tokenAt(ground.tokens, start) : -1;
        return genderOfPronoun(ground.tokens[at]?.lower ?? "");
      },
      turns: ({ start, form }: Mention) =>
        form === "name" && turnsAway(ground.tokens, tokenAt(ground.tokens, start)),
      isShown: (entity) => this.#isShown(entity),
      hearer: this.#hearerOf(first),
    };
  }

  #isShown(id: number): boolean {
    const who = this.#entities[id];
    if (who === undefined) return false;
    return (
      this.#spoke.has(id) ||
      this.#led.has(id) ||
      who.role !== null ||
      likelyGender(who) !== "unknown"
    );
  }

  #tell(id: number): void {
    this.#sure.add(id);
    this.#firm.add(id);
  }

  /**
   * Nothing but a capital and a "he" makes a person of "Kraft Mac": words are given to a pronoun only where
   * the one it means has an office, a given name, or leads a sentence or speaks by name as well.
   */
  #isPerson(id: number | null, gender: Gender): boolean {
    if (id === null || id >= this.#cast) return true;
    if (this.#isLikeMany(id)) return false;
    if (this.#firm.has(id)) return true;
    return this.#sure.has(id) && !this.#isRivalled(id, gender);
  }

  /** "Granby Harriers", "Tarn Lines": what looks like several, and has neither an office nor a given name, may be a team. */
  #isLikeMany(id: number): boolean {
    const who = this.#entities[id];
    if (who === undefined || who.role !== null || likelyGender(who) !== "unknown") return false;
    return LIKE_MANY.test(who.name);
  }

  /** Someone who is firmly a person, and of that gender, has come to mind as well. */
  #isRivalled(id: number, gender: Gender): boolean {
    return [...this.#memory.all()].some((other) => {
      const who = this.#entities[other];
      return (
        other !== id && who !== undefined && this.#firm.has(other) && likelyGender(who) === gender
      );
    });
  }

  /** "he asked Mori": the one whose name is the verb's object; "“…,” Mori said, to which he replied". */
  #hearerOf(first: number): number | null {
    const { tokens } = this.#ground;
    const to = tokens[first - 2]?.lower === "to" && tokens[first - 1]?.lower === "which";
    if (to) return this.#voice?.entity ?? null;
    const name = [first + 2, first + 3].find((at) => isToldTo(tokens, at));
    return name === undefined ? null : (this.#ground.nameOpening.get(name)?.entity ?? null);
  }

  /** The court told Mori so. He added, “…”: who adds is who spoke before, and not who was spoken to. */
  #wasTold(first: number, found: number | null): boolean {
    const { tokens } = this.#ground;
    if (found === null || !isGoingOn(tokens[first + 1])) return false;
    const before = this.mentions
      .slice(-MOST_SINCE)
      .filter(({ entity, sentence }) => entity === found && sentence === this.#sentence - 1);
    if (this.#voices.some((voice) => before.includes(voice))) return false;
    return before.some(({ start, quoted }) => !quoted && isToldTo(tokens, tokenAt(tokens, start)));
  }

  #settle(phrase: NounPhrase): number | null {
    if (isDoneTo(this.#ground.tokens, phrase)) return null;
    const start = this.#sentences[this.#sentence]?.start ?? 0;
    const opener = openerOf(
      this.#ground,
      this.#entities,
      phrase,
      tokenAt(this.#ground.tokens, start),
    );
    if (opener !== null) return this.#hold(opener, phrase.form, phrase.first, phrase.last);
    const named = namedAtEnd(this.#ground, this.#entities, phrase);
    if (named !== null)
      return this.#hold(named.entity, "description", phrase.first, named.run.name - 1);
    if (phrase.joint) return this.#descriptions.add(phrase, "group");
    // "Holub said", where a brother and a sister of that name stand for mayor: as it is printed.
    if (phrase.form === "name") return this.#ownedBody(phrase) ?? phrase.name?.entity ?? null;
    if (phrase.form === "description") {
      return this.#descriptions.settle(phrase, this.#memory.all());
    }
    const { lower = "" } = this.#ground.tokens[phrase.first] ?? {};
    const gender = genderOfPronoun(lower);
    if (gender !== null) {
      const hearer = this.#hearerOf(phrase.first);
      return this.#memory.person(gender, true, hearer) ?? this.#carried(gender);
    }
    if (lower !== "they" && lower !== "it") return null;
    return this.#memory.thing(lower === "they") ?? this.#described(lower === "they");
  }

  /** "The Prime Minister's Bureau said": a bureau is called by whose it is. */
  #ownedBody(phrase: NounPhrase): number | null {
    const { run } = phrase.name ?? {};
    const { tokens } = this.#ground;
    if (run === undefined || run.first !== run.last || run.first - 2 < phrase.first) return null;
    const owned = tokens[run.first - 1]?.kind === "possessive" && tokens[run.first - 2]?.capital;
    if (!owned || !ORG_WORDS.has(tokens[run.first]?.lower ?? "")) return null;
    return this.#descriptions.add(phrase, "organisation");
  }

  /** "Ann Roe, Area Manager at the HFA said": what stands behind the comma is her office. */
  #hold(id: number, form: NounPhrase["form"], first: number, last: number): number {
    const who = this.#entities[id];
    const { body, tokens } = this.#ground;
    if (who !== undefined && who.role === null && form === "description") {
      const from = /^(?:an?|the|another)$/u.test(tokens[first]?.lower ?? "") ? first + 1 : first;
      const range = { start: tokens[from]?.start ?? 0, end: tokens[last]?.end ?? 0 };
      if (from <= last && isWholeRole(body, range))
        this.#entities[id] = { ...who, role: oneLine(body.slice(range.start, range.end)) };
    }
    return id;
  }

  /** “A,” a source at the ministry said. “B,” they said; “A,” the press release said. “B,” it said. */
  #described(someone: boolean): number | null {
    const { entity = null, form, sentence = -1 } = this.#voice ?? {};
    if (form !== "description" || entity === null || this.#sentence - sentence > 2) return null;
    const who = this.#entities[entity];
    if (someone) return who?.kind === "person" ? entity : null;
    if (PAPER.test(who?.name ?? "")) return entity;
    return LETTERS.test(who?.name ?? "") && this.#isAlone() ? entity : null;
  }

  /** “A,” the DCI said.⏎⏎“B,” it added: the words of one right behind the other's, and no name between them. */
  #isAlone(): boolean {
    const { sentence = -1, end = 0 } = this.#voice ?? {};
    const between = this.mentions.slice(-MOST_SINCE).some((one) => !one.quoted && one.start >= end);
    const passages = [sentence, this.#sentence].map((at) => this.#sentences[at]?.passage ?? 0);
    const [before = 0, own = 0] = passages;
    return !between && this.#sentence - sentence <= 1 && own - before <= 1;
  }

  /** Muthu told reporters of it. Notices were sent to Raman and Pal, he said: who spoke goes on. */
  #carried(gender: Gender): number | null {
    const { entity = null, sentence = -1 } = this.#voice ?? {};
    const who = this.#entities[entity ?? -1];
    if (this.#lead !== null || sentence !== this.#sentence - 1 || who?.kind !== "person")
      return null;
    const known = who.gender === "unknown" ? genderOfName(who.name) : who.gender;
    const here = this.#sentences[this.#sentence]?.passage;
    if (this.#sentences[sentence]?.passage !== here) return null;
    return known === "unknown" || known === gender ? entity : null;
  }

  #push(first: number, last: number, form: Mention["form"], entity: number | null): Mention {
    const { tokens } = this.#ground;
    const start = tokens[first]?.start ?? 0;
    const end = tokens[last]?.end ?? start;
    const quoted = this.#isQuoted(first);
    const mention = { start, end, form, entity, quoted, sentence: this.#sentence };
    this.mentions.push(mention);
    return mention;
  }
}

/** "Robin H. Iver": people have initials. */
const INITIAL = / \p{Lu}\. \p{Lu}/u;

/** What is written, and goes on saying. */
const PAPER =
  /\b(?:release|statement|report|letter|lawsuit|complaint|ruling|study|review|memo|notice|indictment|petition|survey)$/u;
/** "the DCI": a body in letters. */
const LETTERS = /^[Tt]he \p{Lu}{3,6}$/u;
const LONGEST_STRANGER = 6;
/** "Dev Pal, managing director of Orbit": tokens that an item of a list of people may have. */
const LONGEST_ITEM = 8;
