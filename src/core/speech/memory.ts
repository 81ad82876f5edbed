import type { Entity, Gender } from "./mention.ts";
import { likelyGender } from "./nearest.ts";

/** How much a mention weighs: whose words are given, whom its sentence is about, any other. */
export const SPEAKS = 5;
export const LEADS = 4;
export const STANDS = 1;
/** "Clinton's campaign" speaks of the campaign. */
export const OWNS = 0;

/** How many sentences back a pronoun may reach. */
const REACH = 3;
const REACH_OF_THINGS = 2;
const LONGEST = 16;
/** Two candidates nearer to each other than this fit equally well. */
const MARGIN = 2;
/** What one sentence more between them takes from a candidate. */
const DISTANCE = 3;

const LONE = /^\p{Lu}\S*$/u;
/** "Criminals", "Exporters": many. */
const PLURAL = /[^aisu]s$/u;

interface Seen {
  readonly entity: number;
  readonly clock: number;
  readonly weight: number;
}

/** Remembers who was spoken of last, as a reader does. */
export class Memory {
  readonly #entities: readonly Entity[];
  readonly #sure: ReadonlySet<number>;
  /** What a pronoun that meant someone has shown: whom the article called "she" is not "he" later. */
  readonly #shown = new Map<number, Gender>();
  readonly #met = new Set<number>();
  #recent: Seen[] = [];
  #opened: Seen | null = null;
  #before: Seen | null = null;
  #clock = 0;

  /** @param sure says who is shown to be a person by more than pronouns */
  constructor(entities: readonly Entity[], sure: ReadonlySet<number>) {
    this.#entities = entities;
    this.#sure = sure;
  }

  /** Begins a sentence of the writer's own. */
  tick(): void {
    this.#clock += 1;
  }

  /** Says whether the reader has met someone, however long ago. */
  met(entity: number): boolean {
    return this.#met.has(entity);
  }

  see(entity: number, weight: number): void {
    this.#met.add(entity);
    this.#recent.push({ entity, clock: this.#clock, weight });
    if (this.#recent.length > LONGEST) this.#recent.shift();
  }

  /** Everyone remembered, without repeats. */
  all(): ReadonlySet<number> {
    return new Set(this.#recent.map(({ entity }) => entity));
  }

  /**
   * The one whom "he" or "she" means here; `null` where two fit equally, or none does.
   * @param firm the pronoun speaks, and so shows the gender of the one it means
   * @param hearer who is spoken to, and so is not the one
   */
  person(gender: Gender, firm = false, hearer: number | null = null): number | null {
    const scores = new Map<number, number>();
    for (const seen of this.#recent) {
      if (seen.entity === hearer) continue;
      const score = this.#score(seen, gender);
      if (score !== null && score > (scores.get(seen.entity) ?? -Infinity)) {
        scores.set(seen.entity, score);
      }
    }
    const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
    if (best === undefined) return null;
    if (second !== undefined && best[1] - second[1] < MARGIN) return null;
    const [entity] = best;
    if (this.#isCrossed(entity)) return null;
    if (firm && !this.#shown.has(entity)) this.#shown.set(entity, gender);
    return entity;
  }

  /** Remembers what a sentence opens with, whether or not it can speak. */
  open(entity: number): void {
    this.#before = this.#opened;
    this.#opened = { entity, clock: this.#clock, weight: LEADS };
  }

  /**
   * The group that "they" or the institution that "it" means here: whoever spoke last, or what this
   * sentence or the one before is about where nothing else in it fits; else `null`.
   */
  thing(plural: boolean): number | null {
    const fits = ({ entity }: Seen): boolean => this.#isThing(entity, plural);
    const near = (reach: number) => (seen: Seen) => this.#clock - seen.clock <= reach;
    const spoke = this.#recent.filter((seen) => seen.weight === SPEAKS && fits(seen));
    const heard = spoke.filter(near(REACH_OF_THINGS)).at(-1);
    const opened = this.#openerFor(plural);
    if (opened === null || !near(1)(opened) || !fits(opened)) return heard?.entity ?? null;
    if (heard !== undefined && heard.clock >= opened.clock) return heard.entity;
    const named = this.#entities[opened.entity]?.kind === "organisation";
    // "Tarn Watch sees Orva in trouble. “…,” it says": what only stands there may be a country.
    const stands = ({ entity, weight }: Seen) =>
      weight === STANDS && this.#entities[entity]?.kind === "unknown";
    const others = this.#recent
      .filter(near(1))
      .filter((seen) => fits(seen) && !(named && stands(seen)));
    return others.some(({ entity }) => entity !== opened.entity) ? null : opened.entity;
  }

  /** "Exporters will need a licence, it said": who the sentence before is about, if this one is of others. */
  #openerFor(plural: boolean): Seen | null {
    const { entity = -1, clock } = this.#opened ?? {};
    if (clock !== this.#clock) return this.#opened;
    const { kind } = this.#entities[entity] ?? {};
    return kind === (plural ? "group" : "organisation") ? this.#opened : this.#before;
  }

  /** "Kane was philosophical": whoever opened the last sentence may be the one, known or not. */
  #isCrossed(entity: number): boolean {
    const opened = this.#opened;
    if (opened === null || opened.entity === entity || this.#clock - opened.clock > 1) return false;
    const who = this.#entities[opened.entity];
    const last = this.#recent.findLast((seen) => seen.entity === entity);
    if (who?.kind !== "unknown" || !LONE.test(who.name) || PLURAL.test(who.name)) return false;
    return (last?.clock ?? 0) < opened.clock;
  }

  /** A name that nothing shows to be a person's may be a firm's: "Menna Air Freight". */
  #isThing(entity: number, plural: boolean): boolean {
    const who = this.#entities[entity];
    if (who === undefined) return false;
    if (plural) return who.plural;
    if (who.kind === "organisation") return true;
    if (who.plural || who.gender !== "unknown" || this.#shown.has(entity)) return false;
    // "Exporters": a lone plural is no institution.
    if (/^\p{Lu}\S*[^s]s$/u.test(who.name)) return false;
    return /^\p{Lu}/u.test(who.name) && who.role === null;
  }

  #score({ entity, clock, weight }: Seen, gender: Gender): number | null {
    const who = this.#entities[entity];
    const distance = this.#clock - clock;
    if (who === undefined || distance > REACH) return null;
    const known =
      who.gender === "unknown" ? (this.#shown.get(entity) ?? likelyGender(who)) : who.gender;
    if (known !== "unknown" && known !== gender) return null;
    // A single word that no title or role shows to be a person's is one only where it speaks.
    const speaks = weight === SPEAKS || (weight === LEADS && this.#sure.has(entity));
    const named = LONE.test(who.name) && who.kind === "unknown" && speaks;
    if (who.kind !== "person" && !named) return null;
    const near = distance === 0 && weight >= LEADS ? MARGIN : 0;
    return weight + near - DISTANCE * distance + (who.gender === gender ? MARGIN : 0);
  }
}
