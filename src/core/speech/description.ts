import { GROUP_NOUNS, ORG_WORDS, ROLE_NOUNS } from "#core/text/role-lexicon.ts";
import { DETERMINERS, isFunctionWord } from "#core/text/word-class.ts";
import { CHANNEL } from "./attribution.ts";
import { genderOfWords } from "./gender.ts";
import type { Entity, EntityKind } from "./mention.ts";
import { type Ground, type NounPhrase, QUANTITIES } from "./noun-phrase.ts";

// "the president" is not the vice president, nor a former one.
const OTHER_OFFICE =
  /(?:vice|deputy|former|ex|assistant|acting|shadow|associate|junior|interim|late|outgoing|incoming|first|second)[ -]\S*$/u;
const LONGEST_KNOWN = 4;

/** One who was described, with the words of the description. */
interface Described {
  readonly id: number;
  readonly words: readonly string[];
  /** Of what or for whom: "ministry" of "a spokesman for the ministry". */
  readonly field: readonly string[];
}

/** Settles whom descriptions mean: "the president", "a spokesman for the ministry", "police". */
export class Descriptions {
  readonly #ground: Ground;
  readonly #entities: Entity[];
  readonly #isMet: (entity: number) => boolean;
  readonly #byHead = new Map<string, Described[]>();
  readonly #byRole = new Map<string, Entity[]>();

  /**
   * Adds to `entities` whoever is only described.
   * @param isMet says whether the reader has met someone so far
   */
  constructor(ground: Ground, entities: Entity[], isMet: (entity: number) => boolean) {
    this.#ground = ground;
    this.#isMet = isMet;
    this.#entities = entities;
    for (const entity of entities) {
      if (entity.kind !== "person" || entity.role === null) continue;
      for (const word of new Set(spellOut(entity.role).split(/[^\p{L}-]+/u))) {
        if (!ROLE_NOUNS.has(word)) continue;
        const known = this.#byRole.get(word);
        if (known === undefined) this.#byRole.set(word, [entity]);
        else known.push(entity);
      }
    }
  }

  /**
   * Whom "the archbishop" means: the holder of that title, or whoever was called so before. "A senior
   * official said. The official": no official of whom the article has not spoken yet.
   */
  known(
    words: readonly string[],
    recent: ReadonlySet<number>,
    field: readonly string[] = [],
  ): number | undefined {
    const holder = this.#holder(words, recent, field);
    if (holder !== undefined && this.#isMet(holder)) return holder;
    return this.#described(words, field) ?? holder;
  }

  /**
   * The entity of a description: one that the article named so before, else one of its own; `null`
   * for a title that two of those near have.
   */
  settle(phrase: NounPhrase, recent: ReadonlySet<number>): number | null {
    const words = this.#wordsOf(phrase);
    const head = words.at(-1) ?? "";
    if (words[0] === "the" && words.length <= LONGEST_KNOWN) {
      if (this.#isShared(words.slice(1).join(" "), recent)) return null;
      const known = this.known(words.slice(1), recent, this.#fieldOf(phrase));
      if (known !== undefined) return known;
    }
    const kind = kindOf(words, this.#ground.tokens[phrase.last]?.lower ?? "");
    const id = this.add(phrase, kind);
    if (kind !== "group")
      this.#byHead.set(head, [
        ...(this.#byHead.get(head) ?? []),
        { id, words, field: this.#fieldOf(phrase) },
      ]);
    return id;
  }

  /** "An administration official": from here on "the official" is this one. */
  introduce(phrase: NounPhrase): void {
    const words = this.#wordsOf(phrase);
    if (this.#byHead.has(words.at(-1) ?? "") && this.#described(words) === undefined)
      this.settle(phrase, new Set());
  }

  /** The last one who was described so: whole descriptions are compared, not their heads alone. */
  #described(words: readonly string[], field: readonly string[] = []): number | undefined {
    const known = this.#byHead.get(words.at(-1) ?? "") ?? [];
    const said = [...words.slice(0, -1), ...field].filter((word) => !DETERMINERS.has(word));
    return known.findLast((one) =>
      said.every((word) => one.words.includes(word) || one.field.includes(word)),
    )?.id;
  }

  /**
   * The institution, the group or the stranger whom a sentence opens with: "The ministry lifted", "The
   * dockers rejected", "Another official was gloomier"; `null` where it opens with another thing.
   */
  open(phrase: NounPhrase, recent: ReadonlySet<number>): number | null {
    const words = this.#wordsOf(phrase);
    const kind = kindOf(words, this.#ground.tokens[phrase.last]?.lower ?? "");
    if (kind === "organisation" || kind === "group") return this.settle(phrase, recent);
    const stranger = /^(?:an?|another|one)$/u.test(words[0] ?? "") && kind === "person";
    if (stranger) return this.settle(phrase, recent);
    const plural = words[0] === "the" && /[^s]s$/u.test(words.at(-1) ?? "");
    return plural ? this.add(phrase, "group") : null;
  }

  /** Remembers an institution by its noun, so that "the ministry" is the Defence Ministry. */
  note({ last }: NounPhrase, entity: number): void {
    const head = this.#ground.tokens[last]?.lower ?? "";
    if (!ORG_WORDS.has(head)) return;
    const known = this.#byHead.get(head);
    if (known === undefined) this.#byHead.set(head, [{ id: entity, words: [head], field: [] }]);
    else if (known.at(-1)?.id !== entity) this.#byHead.delete(head);
  }

  add(phrase: NounPhrase, kind: EntityKind): number {
    const { body, tokens } = this.#ground;
    const printed = body.slice(tokens[phrase.first]?.start, tokens[phrase.last]?.end);
    // "the Foreign Ministry" goes without its article, "the man" and "the Harbour Rovers captain" do not.
    const named = kind !== "person" && tokens[phrase.head]?.capital === true;
    const article = named ? /^[Tt]he (?=.*\p{Lu})/u : /^$/u;
    const name = printed.replace(/\s+/gu, " ").replace(article, "").replace(CHANNEL, "");
    // "The Ministry of Parks", named before as well: one body.
    const twin =
      kind === "organisation" ? this.#entities.find((one) => isTwin(one, name)) : undefined;
    if (twin !== undefined) return twin.id;
    const gender = genderOfWords(this.#wordsOf(phrase));
    const id = this.#entities.length;
    this.#entities.push({ id, name, kind, gender, plural: kind === "group", role: null });
    return id;
  }

  /** The one person whose role the article gives in these words, and in this field: no other union's leader. */
  #holder(
    words: readonly string[],
    recent: ReadonlySet<number>,
    field: readonly string[],
  ): number | undefined {
    const wanted = words.join(" ") === "premier" ? "prime minister" : words.join(" ");
    const known = [words.at(-1) ?? "", ...(words[0] === "premier" ? ["minister"] : [])].flatMap(
      (head) => this.#byRole.get(head) ?? [],
    );
    const fitting = known.filter(
      ({ role }) =>
        (isRole(role, wanted) || isRole(role, words.join(" "))) && coversField(role ?? "", field),
    );
    const near = fitting.filter(({ id }) => recent.has(id));
    if (near.length > 0) return near.length === 1 ? near[0]?.id : undefined;
    if (fitting.length > 1) return undefined;
    return fitting[0]?.id ?? this.#ofTrade(words, recent);
  }

  /** "the diplomat": the one ambassador of whom the article speaks, where nobody else is a diplomat. */
  #ofTrade(words: readonly string[], recent: ReadonlySet<number>): number | undefined {
    const [word = ""] = words;
    if (words.length > 1) return undefined;
    const offices = OF_TRADE.get(word) ?? [];
    const [only, other] = new Set(offices.flatMap((office) => this.#byRole.get(office) ?? []));
    return other === undefined && only !== undefined && recent.has(only.id) ? only.id : undefined;
  }

  /** "the foreign minister", where two foreign ministers met. */
  #isShared(title: string, recent: ReadonlySet<number>): boolean {
    const known = this.#byRole.get(title.split(" ").at(-1) ?? "") ?? [];
    const holds = known.filter(({ id, role }) => recent.has(id) && role?.toLowerCase() === title);
    return holds.length > 1;
  }

  /** "rail", "union" of "the secretary of the rail union". */
  #fieldOf({ head, last }: NounPhrase): string[] {
    return this.#ground.tokens
      .slice(head + 1, last + 1)
      .flatMap(({ kind, lower }) => (kind === "word" && !isFunctionWord(lower) ? [lower] : []));
  }

  #wordsOf({ first, head }: NounPhrase): string[] {
    return this.#ground.tokens.slice(first, head + 1).map(({ lower }) => lower);
  }
}

/** What the holders of offices may be called. */
const OF_TRADE: ReadonlyMap<string, readonly string[]> = new Map([
  ["diplomat", ["ambassador", "envoy", "consul", "attache", "attaché"]],
  [
    "lawmaker",
    ["senator", "sen", "representative", "rep", "congressman", "congresswoman", "mp", "legislator"],
  ],
  ["legislator", ["senator", "sen", "representative", "rep", "mp", "assemblyman", "assemblywoman"]],
  ["cleric", ["bishop", "archbishop", "imam", "priest", "pastor", "vicar", "rabbi"]],
  ["academic", ["professor", "prof", "lecturer", "scholar"]],
  ["prelate", ["bishop", "archbishop", "cardinal"]],
  ["lawyer", ["attorney", "barrister", "solicitor", "advocate"]],
  ["judge", ["justice", "magistrate"]],
]);

/** The same body; with the verb behind it where that is of no list: "Ministry of Parks sent". */
function isTwin({ name, kind }: Entity, named: string): boolean {
  if (kind !== "organisation" || !/^\p{Lu}/u.test(name) || !named.startsWith(name)) return false;
  const rest = named.slice(name.length);
  return rest === "" || (/^ \p{Ll}+$/u.test(rest) && !ORG_WORDS.has(rest.slice(1)));
}

const SPELT: ReadonlyMap<string, string> = new Map([
  ["gov", "governor"],
  ["sen", "senator"],
  ["rep", "representative"],
  ["gen", "general"],
  ["prof", "professor"],
  ["capt", "captain"],
  ["sgt", "sergeant"],
  ["det", "detective"],
  ["supt", "superintendent"],
]);

/** A role in small letters, with its abbreviations written out: "the governor" is Gov. Voss. */
function spellOut(role: string): string {
  return role
    .toLowerCase()
    .replace(/\b(\p{L}+)\./gu, (whole, word: string) => SPELT.get(word) ?? whole);
}

function coversField(role: string, field: readonly string[]): boolean {
  const words = spellOut(role).split(/[^\p{L}-]+/u);
  return field.every((word) => words.includes(word));
}

/** What a description is of; "One of the officers" is a person, and "some of them" are several. */
function kindOf(words: readonly string[], last: string): EntityKind {
  const head = words.at(-1) ?? "";
  if (head === "one") return GROUP_NOUNS.has(last) || isRolePlural(last) ? "person" : "unknown";
  if (GROUP_NOUNS.has(head) || QUANTITIES.has(head)) return "group";
  if (ORG_WORDS.has(head)) return "organisation";
  return ROLE_NOUNS.has(head) ? "person" : "unknown";
}

function isRolePlural(word: string): boolean {
  return word === "them" || (word.endsWith("s") && ROLE_NOUNS.has(word.slice(0, -1)));
}

function isRole(printed: string | null, wanted: string): boolean {
  const whole = spellOut(printed ?? "");
  // "the archbishop" is the Archbishop of Tressel; "the head of the union" says more than its head.
  const role = wanted.includes(" of ") || isBehindField(whole) ? whole : officeOf(whole);
  if (role === wanted || whole === wanted) return true;
  // "the climate minister" is the Minister for Climate Change.
  if (isInside(whole, wanted)) return true;
  if (!role.endsWith(` ${wanted}`)) return false;
  const before = role.slice(0, role.length - wanted.length);
  // "the governor" is not the adviser to the governor.
  return !OTHER_OFFICE.test(before) && !/\bto /u.test(before);
}

function officeOf(role: string): string {
  return role.replace(/ (?:of|at|for) .*$/su, "");
}

/** "Bank of Orva governor": the office stands behind what it is of; but not "adviser of the governor". */
function isBehindField(role: string): boolean {
  const holds = (words: string): boolean =>
    words.split(/[^\p{L}-]+/u).some((word) => ROLE_NOUNS.has(word));
  return (
    ROLE_NOUNS.has(role.split(" ").at(-1) ?? "") && !holds(officeOf(role)) && !/ to /u.test(role)
  );
}

/** "the climate minister": every word of it stands in the one title, whose head is the same. */
function isInside(whole: string, wanted: string): boolean {
  const [before, field] = whole.split(/ (?:of|for) /u);
  const words = wanted.split(" ");
  const head = words.pop() ?? "";
  if (field === undefined || words.length === 0 || wanted.includes(" of ")) return false;
  const title = before?.split(" ") ?? [];
  if (title.at(-1) !== head || OTHER_OFFICE.test(before ?? "")) return false;
  const fields = field.split(/[^\p{L}-]+/u);
  return (
    words.every((word) => fields.includes(word) || title.includes(word)) &&
    words.some((word) => fields.includes(word))
  );
}
